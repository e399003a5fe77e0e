import Hummingbird
import NIOCore
import Registry
import ServiceLifecycle

/// Live events: `GET /events` for pages, `GET /api/v1/events` for programs.
struct EventRoutes {
    let site: Site

    private static let keepAliveInterval = Duration.seconds(20)

    func add(to router: Router<WebContext>) {
        router.get("/events") { request, context in
            try await events(request, context, in: site.language(context))
        }
        router.get("/api/v1/events") { request, context in
            // A token whose scopes let it hear of nothing is told so at once.
            let actor = try context.requireActor()
            if !Access.allows(.readExhibits, actor) { try Access.require(.readHits, actor) }
            return try await events(request, context, in: site.language(of: request, actor: actor))
        }
    }

    /// Open to everybody who is signed in: what each hears follows from their rights and rows.
    private func events(
        _ request: Request, _ context: WebContext, in language: Language
    ) async throws -> Response {
        let actor = try context.requireActor()
        let (events, listener) = site.events.listen(actor, in: language)
        let waiting = try await site.waitingCount(for: actor)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: .init { writer in
                try await writer.write(ByteBuffer(string: EventText.waiting(waiting)))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        defer { listener.send.finish() }
                        while await isStillAdmitted(request, actor) {
                            try await Task.sleep(for: Self.keepAliveInterval)
                            listener.send.yield(EventText.keepAlive)
                        }
                    }
                    group.addTask {
                        // The server waits for every answer before it stops; this one would never end.
                        try await gracefulShutdown()
                        listener.send.finish()
                    }
                    defer { group.cancelAll() }
                    for await text in events { try await writer.write(ByteBuffer(string: text)) }
                }
                try await writer.finish(nil)
            }
        )
    }

    /// Whether a stream that began with rights may go on: the token still holds, the user is not disabled.
    private func isStillAdmitted(_ request: Request, _ actor: Actor) async -> Bool {
        do {
            if let token = request.bearerToken { return try await site.registry.signIn.actor(token: token) != nil }
            _ = try await site.registry.signIn.actor(onThisMachine: actor.name)
            return true
        } catch is RegistryError {
            return false
        } catch {
            // A database that does not answer at this moment is no reason to end the stream.
            return true
        }
    }
}
