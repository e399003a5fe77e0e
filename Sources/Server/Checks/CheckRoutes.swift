import Hummingbird
import Registry

/// Checks in the API: `/api/v1/checks`.
struct CheckRoutes {
    let site: Site

    private struct Report<Candidate: Encodable, Record: Encodable>: Encodable {
        var check: String
        /// What kind the record is of.
        var kind: String
        var candidate: Candidate
        var record: Record
    }

    private struct BatchItem: Encodable {
        var index: Int
        var result: CheckAnswer?
        var errors: [ProblemDocument.FieldError]?
    }

    func add(to api: RouterGroup<WebContext>) {
        api.post("/checks", use: check)
        api.post("/checks/batch", use: batch)
        api.get("/checks/:id", use: result)
        api.get("/checks/:id/records/:number", use: report)
    }

    private func check(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.check, actor)
        var body = try await JSONBody.read(request)
        let input = CheckInput.request(&body)
        try body.refuseFailures(and: input.rules)
        let result = try await site.registry.checks.check(input.check, actor)
        return JSONAnswer.response(
            json: CheckAnswer(result, in: language(context)).json, status: .created,
            headers: [.location: "/api/v1/checks/\(result.id)"]
        )
    }

    /// Each check of a batch succeeds or fails by itself; a wrong one names its fields and the rest goes on.
    private func batch(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.check, actor)
        var body = try await JSONBody.read(request)
        var inputs: [(check: CheckRequest, failures: [FieldFailure])] = []
        let _: [Bool] = body.objects("checks") { item in
            let input = CheckInput.request(&item)
            inputs.append((input.check, item.takeFailures(and: input.rules)))
            return true
        }
        if inputs.isEmpty, body.failures.isEmpty { body.note("checks", "required") }
        if inputs.count > CheckService.mostInBatch {
            body.note("checks", "too-many", arguments: ["maximum": "\(CheckService.mostInBatch)"])
        }
        try body.refuseFailures()
        let language = language(context)
        var items: [BatchItem] = []
        for (index, input) in inputs.enumerated() {
            items.append(try await item(index, input.check, input.failures, actor, language))
        }
        return JSONAnswer.response(["results": items])
    }

    private func item(
        _ index: Int, _ check: CheckRequest, _ failures: [FieldFailure], _ actor: Actor, _ language: Language
    ) async throws -> BatchItem {
        func refused(_ failures: [FieldFailure]) -> BatchItem {
            BatchItem(
                index: index, result: nil,
                errors: failures.map {
                    .init(
                        field: $0.field, code: $0.code, value: $0.value,
                        message: language.failure($0.code, $0.arguments))
                })
        }
        guard failures.isEmpty else { return refused(failures) }
        do {
            let result = try await site.registry.checks.check(check, actor)
            return BatchItem(index: index, result: CheckAnswer(result, in: language), errors: nil)
        } catch let error as RegistryError where error.code == .invalid {
            return refused(
                error.failures.map { failure in
                    var failure = failure
                    failure.field = "checks[\(index)].\(failure.field)"
                    return failure
                })
        }
    }

    private func result(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = try context.identifier("id")
        guard let result = try await site.registry.checks.result(of: id, context.requireActor()) else {
            throw RegistryError(.notFound, subject: "\(id)")
        }
        return JSONAnswer.response(CheckAnswer(result, in: language(context)))
    }

    private func report(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let id = try context.identifier("id")
        let report = try await site.registry.checks.report(of: context.part("number"), check: id, actor)
        let language = language(context)
        let finding = CheckAnswer.Finding(report.finding, check: "\(id)", in: language)
        func answer(_ candidate: some Encodable, _ record: some Encodable, version: Int) -> Response {
            JSONAnswer.response(
                Report(
                    check: "\(id)", kind: report.finding.record.kind.rawValue, candidate: candidate, record: record
                ),
                headers: [.eTag: EntityTag.text(version)]
            )
        }
        switch (report.content, report.finding) {
        case (.firearm(let record), .firearm(let candidate)):
            return answer(
                CheckAnswer.Candidate(candidate, check: "\(id)", in: language), RecordAnswer(record, for: actor),
                version: record.version
            )
        case (.firearm(let record), _):
            return answer(finding, RecordAnswer(record, for: actor), version: record.version)
        case (.document(let record), _):
            return answer(finding, ObjectAnswer(record, for: actor), version: record.version)
        case (.vehicle(let record), _):
            return answer(finding, ObjectAnswer(record, for: actor), version: record.version)
        case (.notice(let notice), _):
            return answer(finding, NoticeAnswer(notice, for: actor), version: notice.version)
        }
    }

    private func language(_ context: WebContext) -> Language {
        context.language ?? site.renderer.catalogue.language(accepting: nil)
    }
}
