import Hummingbird
import NIOCore
import Registry

/// Live events: `GET /events` for pages, `GET /api/v1/events` for programs.
struct EventRoutes {
    let site: Site

    private static let keepAliveInterval = Duration.seconds(20)

    func add(to router: Router<WebContext>) {
        router.get("/events", use: events)
        router.get("/api/v1/events", use: events)
    }

    private func events(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.readHits, actor)
        let stream = site.events.listen(actor)
        let waiting = try await site.registry.hits.openCount(actor)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: .init { writer in
                try await writer.write(ByteBuffer(string: EventText.waiting(waiting)))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    let (merged, output) = AsyncStream.makeStream(of: String.self)
                    group.addTask {
                        for await text in stream { output.yield(text) }
                        output.finish()
                    }
                    group.addTask {
                        while !Task.isCancelled {
                            try await Task.sleep(for: Self.keepAliveInterval)
                            output.yield(EventText.keepAlive)
                        }
                    }
                    defer { group.cancelAll() }
                    for await text in merged { try await writer.write(ByteBuffer(string: text)) }
                }
                try await writer.finish(nil)
            }
        )
    }
}
