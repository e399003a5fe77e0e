import Firearms
import Hummingbird
import Registry
import Storage
import Toolmarks

/// Exhibits in the API: `/api/v1/exhibits`.
struct ExhibitRoutes {
    let site: Site

    private struct List: Encodable {
        var exhibits: [ExhibitAnswer]
        var next: String?
    }

    private struct Version: Encodable {
        var version: Int
        var submission: String
        var changedAt: String
        var changedBy: String
        var reason: String
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/exhibits", use: list)
        api.post("/exhibits", use: create)
        api.get("/exhibits/:number", use: read)
        api.put("/exhibits/:number", use: change)
        api.get("/exhibits/:number/versions", use: versions)
        api.post("/exhibits/:number/submission", use: decide)
        api.get("/exhibits/:number/custody", use: custody)
        api.post("/exhibits/:number/custody", use: addCustody)
        api.get("/exhibits/:number/marks", use: marks)
        api.post("/exhibits/:number/marks", use: addMark)
    }

    static func filter(_ query: FormFields) throws(RegistryError) -> ExhibitFilter {
        var filter = ExhibitFilter()
        filter.bureau = query["bureau"]
        filter.kind = try query.code("kind") { ExhibitKind(rawValue: $0) }
        filter.calibreCode = query["calibre"]
        filter.caseNumber = query["case"]
        filter.submission = try query.code("submission") { Exhibit.Submission(rawValue: $0) }
        filter.isTestFire = try query.code("testFire") { ["true": true, "false": false][$0] }
        filter.country = try query.code("country") { Country($0) }
        filter.from = try query.code("from") { CalendarDate($0) }
        filter.until = try query.code("until") { CalendarDate($0) }
        filter.text = query["text"]
        return filter
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let query = request.query
        let page = try await site.registry.exhibits.list(
            Self.filter(query), before: query.integer("before").map(Int64.init), limit: query.integer("limit") ?? 50,
            actor
        )
        let exhibits = page.exhibits.map { ExhibitAnswer($0.exhibit, marks: $0.marks, for: actor) }
        return JSONAnswer.response(List(exhibits: exhibits, next: page.nextCursor.map { "\($0)" }))
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let number = body.requiredString("case")
        let event = body.integer("event")
        let content = ExhibitInput.exhibit(&body)
        try body.refuseFailures(and: site.registry.exhibits.failures(content))
        let exhibit = try await site.registry.exhibits.create(content, case: number, event: event, actor)
        return answer(exhibit, [], actor, status: .created, location: "/api/v1/exhibits/\(exhibit.number)")
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let exhibit = try await site.registry.exhibits.exhibit(context.part("number"), actor)
        return answer(exhibit, try await site.registry.marks.marks(of: exhibit.number, actor), actor)
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let reason = body.string("reason") ?? ""
        let event = body.integer("event")
        let content = ExhibitInput.exhibit(&body)
        try body.refuseFailures(and: site.registry.exhibits.failures(content))
        let exhibit = try await site.registry.exhibits.change(
            context.part("number"), to: content, event: event, version: version, reason: reason, actor
        )
        return answer(exhibit, nil, actor)
    }

    private func versions(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await site.registry.exhibits.versions(of: context.part("number"), context.requireActor())
        return JSONAnswer.response([
            "versions": found.map {
                Version(
                    version: $0.version, submission: $0.submission.rawValue, changedAt: $0.changedAt.description,
                    changedBy: $0.changedBy, reason: $0.reason
                )
            }
        ])
    }

    private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let submission = body.requiredCode("submission") { Exhibit.Submission(rawValue: $0) }
        let reason = body.requiredString("reason")
        try body.refuseFailures()
        let exhibit = try await site.registry.exhibits.decide(
            submission ?? .kept, of: context.part("number"), version: version, reason: reason, actor
        )
        return answer(exhibit, nil, actor)
    }

    private func custody(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await site.registry.exhibits.custody(of: context.part("number"), context.requireActor())
        return JSONAnswer.response(["custody": found.map(CustodyAnswer.init)])
    }

    private func addCustody(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let step = ExhibitInput.custody(&body)
        try body.refuseFailures()
        guard let step else { throw RegistryError(.invalid, failures: [FieldFailure("happenedAt", "required")]) }
        let steps = try await site.registry.exhibits.addCustody(
            step.content, at: step.happenedAt, to: context.part("number"), actor
        )
        return JSONAnswer.response(["custody": steps.map(CustodyAnswer.init)], status: .created)
    }

    private func marks(_ request: Request, _ context: WebContext) async throws -> Response {
        let found = try await site.registry.marks.marks(of: context.part("number"), context.requireActor())
        return JSONAnswer.response(["marks": found.map(MarkAnswer.init)])
    }

    private func addMark(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let kind = body.requiredString("kind")
        let label = body.requiredString("label")
        try body.refuseFailures()
        let mark = try await site.registry.marks.create(
            kind: ToolmarkKind(rawValue: kind), label: label, of: context.part("number"), actor
        )
        return JSONAnswer.response(
            MarkAnswer(mark), status: .created, headers: [.location: "/api/v1/marks/\(mark.number)"]
        )
    }

    private func answer(
        _ exhibit: Exhibit, _ marks: [Mark]?, _ actor: Actor, status: HTTPResponse.Status = .ok,
        location: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.eTag: EntityTag.text(exhibit.version)]
        if let location { headers[.location] = location }
        return JSONAnswer.response(ExhibitAnswer(exhibit, marks: marks, for: actor), status: status, headers: headers)
    }
}
