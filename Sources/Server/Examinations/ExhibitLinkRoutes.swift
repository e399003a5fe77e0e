import Hummingbird
import Registry

/// Links between exhibits in the API: `/api/v1/exhibit-links`.
struct ExhibitLinkRoutes {
    let site: Site

    func add(to api: RouterGroup<WebContext>) {
        api.get("/exhibit-links", use: list)
        api.get("/exhibit-links/:number", use: read)
        for action in LinkAction.allCases {
            api.post("/exhibit-links/:number/\(action.rawValue)") { request, context in
                try await act(action, request, context)
            }
        }
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let query = request.query
        let links =
            if let exhibit = query["exhibit"] {
                try await site.registry.examinations.links(ofExhibit: exhibit, actor)
            } else if let number = query["case"] {
                try await site.registry.examinations.links(ofCase: number, actor)
            } else {
                try await site.registry.examinations.links(
                    isNew: query["new"] == "true", limit: query.integer("limit") ?? 200, actor
                )
            }
        return JSONAnswer.response(["links": links.map(ExhibitLinkAnswer.init)])
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        return JSONAnswer.response(
            ExhibitLinkDetailAnswer(try await site.registry.examinations.link(context.part("number"), actor))
        )
    }

    private func act(_ action: LinkAction, _ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.writeExhibits, actor)
        var body = try await JSONBody.read(request)
        let note = body.string("note") ?? ""
        try body.refuseFailures()
        let detail = try await site.registry.examinations.act(
            action, onLink: context.part("number"), note: note, actor
        )
        return JSONAnswer.response(ExhibitLinkDetailAnswer(detail))
    }
}
