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

    /// Reads: the session, the bell, the check with its search, the bureaus, the attachments of a firearm, the hits on
    /// the record; one write for the journal.
    private func report(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let id = try context.identifier("id")
        let report = try await site.registry.checks.report(of: context.part("number"), check: id, actor)
        let language = site.language(context)
        let bureaus = try await site.bureauNames(actor)
        let registry = site.registry
        let read = report.finding.record.readNumber(report.check)
        let page: RecordReport
        switch report.content {
        case .firearm(let record):
            let hits = try await registry.hits.hits(on: record, actor)
            page = RecordReport(
                record, bureaus: bureaus, for: actor, in: language,
                attachments: try await registry.attachments.attachments(of: record.number, actor), hits: hits,
                match: .init(report, hits, actor, language), read: read
            )
        case .document(let record):
            let hits = try await registry.hits.hits(on: record, actor)
            page = RecordReport(
                record, bureaus: bureaus, for: actor, in: language, hits: hits,
                match: .init(report, hits, actor, language), read: read
            )
        case .vehicle(let record):
            let hits = try await registry.hits.hits(on: record, actor)
            page = RecordReport(
                record, bureaus: bureaus, for: actor, in: language, hits: hits,
                match: .init(report, hits, actor, language), read: read
            )
        case .notice(let notice):
            let hits = try await registry.hits.hits(on: notice, actor)
            page = RecordReport(
                notice, bureaus: bureaus, in: language, hits: hits, match: .init(report, hits, actor, language)
            )
        }
        return try await site.page(page, request, context, section: .check)
    }
}

extension RecordReport.Match {
    /// How a record came up in a check, and the hit that was declared of it.
    fileprivate init(_ report: CheckReport, _ hits: [Hit], _ actor: Actor, _ language: Language) {
        let check = report.check.id
        self.init(
            check: "\(check)", path: "/checks/\(check)", score: Int((report.finding.score * 100).rounded()),
            reasons: report.finding.reasons.map { ReasonChip($0, in: language) },
            mayDeclareHit: Access.allows(.declareHits, actor) && report.finding.record.bureau != actor.bureau,
            hit: hits.first { $0.check == check }.map { .init($0, in: language) }
        )
    }
}
