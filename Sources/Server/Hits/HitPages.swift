import Hummingbird
import Registry
import Storage

/// Hits on pages: declaring one, its page, and each party's steps.
struct HitPages {
    let site: Site

    func add(to router: Router<WebContext>) {
        router.post("/hits", use: declare)
        router.get("/hits") { _, _ in Site.seeOther("/worklist") }
        router.get("/hits/:number", use: show)
        for action in HitAction.allCases {
            router.post("/hits/:number/\(action.rawValue)") { request, context in
                try await act(action, request, context)
            }
            router.get("/hits/:number/\(action.rawValue)") { _, context in
                Site.seeOther("/hits/\(HTTPQuery.escaped(context.part("number")))")
            }
        }
    }

    private func declare(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let form = context.form
        guard let check = form["check"].flatMap({ Identifier($0) }), let record = form["record"] else {
            throw RegistryError(.notFound)
        }
        let urgency = try form.code("priority") { Urgency(rawValue: $0) }
        let hit = try await site.registry.hits.declare(
            check: check, record: record, urgency: urgency ?? .urgent, note: HitStep.note(form), actor
        )
        return Site.seeOther("/hits/\(hit.number)?done=hit-declared")
    }

    /// Reads: the session, the bell, the hit with its steps and what was read, the bureaus.
    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(context.part("number"), step: nil, refused: nil, request, context)
    }

    private func act(_ action: HitAction, _ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        let number = context.part("number")
        let step = HitStep(action, context.form)
        do {
            try step.refuseFailures()
            let hit = try await site.registry.hits.act(
                action, on: number, note: step.storedNote, until: step.moment, version: step.version, actor
            )
            return Site.seeOther("/hits/\(hit.number)?done=hit-changed")
        } catch let error as RegistryError
            where [.invalid, .illegalState, .versionMismatch].contains(error.code)
        {
            return try await page(number, step: step, refused: error, request, context)
        }
    }

    /// The page of a hit; after a refused step, with what was typed and why it was refused.
    private func page(
        _ number: String, step: HitStep?, refused: RegistryError?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.requireActor()
        let detail = try await site.registry.hits.detail(of: number, actor)
        let language = site.language(context)
        var page = HitPage(
            detail, bureaus: try await site.bureauNames(actor), for: actor, at: .now(), in: language
        )
        if let refused, let step { page.redisplay(step, refused: refused, in: language) }
        let notice = PageMessage.done(
            request, ["hit-declared", "hit-changed"], ["number": detail.hit.number], in: language
        )
        return try await site.page(
            page, request, context, section: .worklist, status: refused.map { Problem($0).status } ?? .ok,
            notice: refused == nil ? notice : nil
        )
    }
}
