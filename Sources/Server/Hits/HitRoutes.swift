import Hummingbird
import Registry
import Storage

/// Hits in the API: `/api/v1/hits`.
struct HitRoutes {
    let site: Site

    private struct Detail: Encodable {
        var hit: HitAnswer
        var events: [HitEventAnswer]
    }

    func add(to api: RouterGroup<WebContext>) {
        api.get("/hits", use: worklist)
        api.post("/hits", use: declare)
        api.get("/hits/:number", use: read)
        for action in HitAction.allCases {
            api.post("/hits/:number/\(action.rawValue)") { request, context in
                try await act(action, request, context)
            }
        }
    }

    private func worklist(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let query = request.query
        let hits = try await site.registry.hits.worklist(
            includingClosed: query["closed"] == "true", limit: query.integer("limit") ?? 200, actor
        )
        let language = language(context)
        return JSONAnswer.response(["hits": hits.map { HitAnswer($0, for: actor, in: language) }])
    }

    private func declare(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.declareHits, actor)
        var body = try await JSONBody.read(request)
        let check = body.requiredCode("check") { Identifier($0) }
        let record = body.requiredString("record")
        let urgency = body.code("urgency") { Urgency(rawValue: $0) } ?? .routine
        let note = body.string("note") ?? ""
        try body.refuseFailures()
        guard let check else { throw RegistryError(.invalid) }
        let hit = try await site.registry.hits.declare(
            check: check, record: record, urgency: urgency, note: note, actor
        )
        return answer(hit, actor, context, status: .created, location: "/api/v1/hits/\(hit.number)")
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let number = context.part("number")
        let hit = try await site.registry.hits.hit(number, actor)
        if EntityTag.matches(request, version: hit.version) { return EntityTag.notModified(hit.version) }
        let events = try await site.registry.hits.events(of: number, actor)
        return JSONAnswer.response(
            Detail(hit: HitAnswer(hit, for: actor, in: language(context)), events: events.map(HitEventAnswer.init)),
            headers: [.eTag: EntityTag.text(hit.version)]
        )
    }

    private func act(_ action: HitAction, _ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(action.party == .owner ? .answerHits : .declareHits, actor)
        let version = request.headers[.ifMatch] == nil ? nil : try EntityTag.version(of: request)
        var body = try await JSONBody.read(request)
        let note = body.string("note") ?? ""
        let until = body.code("until") { Moment($0) }
        try body.refuseFailures()
        let hit = try await site.registry.hits.act(
            action, on: context.part("number"), note: note, until: until, version: version, actor
        )
        return answer(hit, actor, context)
    }

    private func answer(
        _ hit: Hit, _ actor: Actor, _ context: WebContext, status: HTTPResponse.Status = .ok, location: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.eTag: EntityTag.text(hit.version)]
        if let location { headers[.location] = location }
        return JSONAnswer.response(
            HitAnswer(hit, for: actor, in: language(context)), status: status, headers: headers
        )
    }

    private func language(_ context: WebContext) -> Language {
        context.language ?? site.renderer.catalogue.language(accepting: nil)
    }
}
