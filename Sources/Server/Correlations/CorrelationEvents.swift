import Foundation
import Hummingbird
import NIOCore
import Registry
import ServiceLifecycle
import Storage

/// Live news of correlations for pages: `GET /correlations/events`, as server-sent events.
///
/// Each event is one job as it now stands. Jobs are read again after commits, at most once a second, under the row rule
/// of the reader: nobody hears of what one may not know of.
struct CorrelationEvents: Sendable {
    let site: Site

    private static let interval = Duration.seconds(1)
    private static let keepAliveInterval = Duration.seconds(20)
    private static let mostJobs = 100

    private struct News: Encodable, Hashable {
        var mark: String
        var state: String
        var percent: Int
        var text: String
    }

    @Sendable func events(_ request: Request, _ context: WebContext) async throws -> Response {
        let actor = try context.requireActor()
        try Access.require(.readExhibits, actor)
        let mark = request.query["mark"].flatMap(MarkNumber.init)
        let language = site.language(context)
        let (texts, send) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(256))
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: .init { writer in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await follow(mark, actor, language, send) }
                    group.addTask {
                        while (try? await Task.sleep(for: Self.keepAliveInterval)) != nil {
                            guard await isStillAdmitted(actor) else { break }
                            send.yield(EventText.keepAlive)
                        }
                        send.finish()
                    }
                    group.addTask {
                        // The server waits for every answer before it stops; this one would never end.
                        try await gracefulShutdown()
                        send.finish()
                    }
                    defer { group.cancelAll() }
                    for await text in texts { try await writer.write(ByteBuffer(string: text)) }
                }
                try await writer.finish(nil)
            }
        )
    }

    /// Sends each job that differs from what was sent of it before.
    private func follow(
        _ mark: MarkNumber?, _ actor: Actor, _ language: Language, _ send: AsyncStream<String>.Continuation
    ) async throws {
        var sent: [String: News] = [:]
        let changes = site.registry.database.changes()
        func look() async throws {
            for job in try await jobs(mark, actor) {
                let news = News(
                    mark: job.mark.description, state: job.state.rawValue, percent: job.percent,
                    text: language.correlationText(job)
                )
                guard sent.updateValue(news, forKey: news.mark) != news else { continue }
                send.yield(Self.text(news))
            }
        }
        try await look()
        send.yield("event: ready\ndata: {}\n\n")
        for await _ in changes {
            try await look()
            try await Task.sleep(for: Self.interval)
        }
    }

    private func jobs(_ mark: MarkNumber?, _ actor: Actor) async throws -> [CorrelationJob] {
        guard let mark else {
            return try await site.registry.correlations.jobs(limit: Self.mostJobs, actor)
        }
        do {
            return [try await site.registry.correlations.job(of: mark, actor)]
        } catch is RegistryError {
            // It has none yet, or may no longer be known.
            return []
        }
    }

    /// Whether a stream that began with rights may go on: the user is not disabled.
    private func isStillAdmitted(_ actor: Actor) async -> Bool {
        do {
            _ = try await site.registry.signIn.actor(onThisMachine: actor.name)
            return true
        } catch is RegistryError {
            return false
        } catch {
            // A database that does not answer at this moment is no reason to end the stream.
            return true
        }
    }

    private static func text(_ news: News) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        let data = (try? encoder.encode(news)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return "event: correlation\ndata: \(data)\n\n"
    }
}
