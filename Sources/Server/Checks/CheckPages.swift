import Firearms
import Hummingbird
import Registry
import Storage

/// Checking a firearm: the form, the candidates, the full report of one.
struct CheckPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.get("/", use: form)
        router.post("/checks", use: check)
        router.get("/checks") { _, _ in Site.seeOther("/") }
        router.get("/checks/:id", use: result)
        router.get("/checks/:id/records/:number", use: report)
    }

    /// Begins with the fields of the query, as a description leads to them, or with an earlier check.
    ///
    /// Reads: the session, the bell, the operations, the latest checks; one more to start from an earlier check.
    private func form(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        guard Access.allows(.check, actor) else { return Site.seeOther(Self.start(of: actor)) }
        var form = CheckForm(request.query)
        if let id = request.query["from"].flatMap({ Identifier($0) }),
            let earlier = try await site.registry.checks.result(of: id, actor)
        {
            form = CheckForm(earlier.request)
        }
        return try await page(form, request, context, actor)
    }

    /// Where those begin who make no checks.
    private static func start(of actor: Actor) -> String {
        SiteSection.allCases.first { $0 != .check && Access.allows($0.right, actor) }.map {
            Access.allows(.manageUsers, actor) ? SiteSection.administration.path : $0.path
        } ?? "/account"
    }

    private func check(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let form = CheckForm(context.form)
        do {
            let result = try await site.registry.checks.check(try form.request(), actor)
            return Site.seeOther("/checks/\(result.id)")
        } catch let error as RegistryError where error.code == .invalid {
            return try await page(form, failures: error.failures, request, context, actor)
        }
    }

    private func page(
        _ form: CheckForm, failures: [FieldFailure] = [], _ request: Request, _ context: WebContext, _ actor: Actor
    ) async throws -> Response {
        let language = site.language(context)
        let operations = try await site.registry.operations.operations(actor)
        let recent = try await site.registry.checks.latest(limit: 8, actor)
        let page = CheckPage(form, failures: failures, operations: operations, recent: recent, in: language)
        return try await site.page(
            page, request, context, section: .check, status: failures.isEmpty ? .ok : .unprocessableContent
        )
    }

    /// Reads: the session, the bell, the check with its search, the bureaus, the operations where one was named.
    private func result(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let id = try context.identifier("id")
        guard let result = try await site.registry.checks.result(of: id, actor) else {
            throw RegistryError(.notFound, subject: "\(id)")
        }
        let bureaus = try await site.bureauNames(actor)
        var operation = result.request.operation
        if let code = operation {
            operation = try await site.registry.operations.operations(actor).first { $0.code == code }?.name ?? code
        }
        let page = CheckResultPage(result, operation: operation, bureaus: bureaus, in: site.language(context))
        return try await site.page(page, request, context, section: .check)
    }

    /// Reads: the session, the bell, the check with its search, the bureaus, the attachments, the hits on the record;
    /// one write for the journal.
    private func report(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let id = try context.identifier("id")
        let report = try await site.registry.checks.report(of: context.part("number"), check: id, actor)
        let language = site.language(context)
        let hits = try await site.registry.hits.hits(on: report.record, actor)
        let declared = hits.first { $0.check == id }
        let match = RecordReport.Match(
            check: "\(id)", path: "/checks/\(id)", score: Int((report.candidate.score * 100).rounded()),
            reasons: report.candidate.reasons.map { ReasonChip($0, in: language) },
            mayDeclareHit: Access.allows(.declareHits, actor) && report.record.bureau != actor.bureau,
            hit: declared.map {
                .init(
                    number: $0.number, path: "/hits/\($0.number)", state: language.badge("hit-state", $0.state.rawValue)
                )
            }
        )
        let page = RecordReport(
            report.record, bureaus: try await site.bureauNames(actor), for: actor, in: language,
            attachments: try await site.registry.attachments.attachments(of: report.record.number, actor),
            hits: hits, match: match, read: report.check.request.serial
        )
        return try await site.page(page, request, context, section: .check)
    }
}
