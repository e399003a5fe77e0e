import Hummingbird
import Registry
import Storage

/// Cases in the API: `/api/v1/cases`.
struct CaseRoutes {
    let site: Site

    private struct List: Encodable {
        struct Row: Encodable {
            var number: String
            var title: String
            var laboratory: String
            var reference: String?
            var exhibits: Int
            var changedAt: String
        }

        var cases: [Row]
        var next: String?
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/cases", use: list)
        api.post("/cases", use: create)
        api.get("/cases/:number", use: read)
        api.put("/cases/:number", use: change)
        api.post("/cases/:number/events", use: addEvent)
        api.put("/cases/:number/events/:place", use: changeEvent)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let query = request.query
        let page = try await site.registry.cases.list(
            matching: query["text"], before: query.integer("before").map(Int64.init),
            limit: query.integer("limit") ?? 50, actor
        )
        let rows = page.rows.map { row in
            List.Row(
                number: row.forensicCase.number, title: row.forensicCase.content.title,
                laboratory: row.forensicCase.content.laboratory, reference: row.forensicCase.content.reference,
                exhibits: row.exhibitCount, changedAt: row.forensicCase.changedAt.description
            )
        }
        return JSONAnswer.response(List(cases: rows, next: page.nextCursor.map { "\($0)" }))
    }

    private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let content = ExhibitInput.caseContent(&body)
        let events = body.objects("events") { ExhibitInput.event(&$0) }
        try body.refuseFailures(and: site.registry.cases.failures(content, events))
        let created = try await site.registry.cases.create(content, events: events, actor)
        return answer(created, status: .created, location: "/api/v1/cases/\(created.number)")
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let found = try await site.registry.cases.forensicCase(context.part("number"), actor)
        if EntityTag.matches(request, version: found.version) { return EntityTag.notModified(found.version) }
        return answer(found)
    }

    private func change(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let reason = body.string("reason") ?? ""
        let content = ExhibitInput.caseContent(&body)
        try body.refuseFailures(and: site.registry.cases.failures(content, []))
        return answer(
            try await site.registry.cases.change(
                context.part("number"), to: content, version: version, reason: reason, actor
            ))
    }

    private func addEvent(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let event = ExhibitInput.event(&body)
        try body.refuseFailures()
        return answer(
            try await site.registry.cases.addEvent(event, to: context.part("number"), version: version, actor),
            status: .created
        )
    }

    private func changeEvent(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        let version = try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let reason = body.string("reason") ?? ""
        let event = ExhibitInput.event(&body)
        try body.refuseFailures()
        let place = context.part("place")
        guard let number = Int(place) else { throw RegistryError(.notFound, subject: place) }
        return answer(
            try await site.registry.cases.changeEvent(
                number, of: context.part("number"), to: event, version: version, reason: reason, actor
            ))
    }

    private func answer(
        _ found: ForensicCase, status: HTTPResponse.Status = .ok, location: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.eTag: EntityTag.text(found.version)]
        if let location { headers[.location] = location }
        return JSONAnswer.response(CaseAnswer(found), status: status, headers: headers)
    }
}
