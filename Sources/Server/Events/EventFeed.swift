import Logging
import Registry
import ServiceLifecycle
import Storage

/// Follows the journal and tells each listener of the hits and links it is a party to. Another process's commits are seen too.
struct EventFeed: Service {
    let site: Site

    private static let entriesPerStep = 1_000
    /// Under load the journal changes hundreds of times a second; a tenth of a second is at once for a person.
    private static let interval = Duration.milliseconds(100)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await follow()
        }
        // Changes end with the database; a service that returns before the server stops would take it down.
        try? await gracefulShutdown()
        site.events.close()
    }

    private func follow() async {
        // Listened to before the position is taken, so that nothing falls between the two.
        let changes = site.registry.database.changes()
        var position = try? await head()
        for await _ in changes {
            do {
                if let known = position {
                    position = try await advance(from: known)
                } else {
                    position = try await head()
                }
                try await Task.sleep(for: Self.interval)
            } catch is CancellationError {
                return
            } catch {
                site.logger.error("event feed failed", metadata: ["error": "\(error)"])
            }
        }
    }

    /// The journal's end, where a new feed starts.
    private func head() async throws -> Int64 {
        try await site.registry.database.read { try $0.journalHead().sequence }
    }

    /// Sends what the journal holds after the position.
    private func advance(from start: Int64) async throws -> Int64 {
        var position = start
        while true {
            let after = position
            let entries = try await site.registry.database.read {
                try $0.journalEntries(after: after, limit: Self.entriesPerStep)
            }
            guard let last = entries.last else { return position }
            // Of several steps of one thing since the last look, the latest is told: it is read as it now stands.
            var seen: Set<String> = []
            let latest = entries.reversed().filter { Self.isNews($0.action) && seen.insert($0.object).inserted }
            for entry in latest.reversed() {
                let parts = entry.object.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { continue }
                let number = String(parts[1])
                switch parts[0] {
                case "hit": await tell(number, entry.action)
                case "link": await tell(ofLink: number, entry.action)
                case "examination": await tell(ofExamination: number)
                default: continue
                }
            }
            position = last.sequence
        }
    }

    private static func isNews(_ action: String) -> Bool {
        ["hit.", "link.", "examination."].contains { action.hasPrefix($0) } && !action.hasSuffix(".read")
    }

    /// Tells of a link, and renews the lists that show it.
    private func tell(ofLink number: String, _ action: String) async {
        for listener in site.events.all {
            guard (try? await site.registry.examinations.mayKnow(ofLink: number, listener.actor)) == true else {
                continue
            }
            let key = "news.\(action)"
            let language = listener.language
            listener.send.yield(
                EventText.link(
                    text: language.contains(key) ? language.text(key, ["number": number]) : nil,
                    path: "/links/\(number)", waiting: await waiting(listener)
                )
            )
        }
    }

    /// Renews the lists of those who may know that an examination changed.
    private func tell(ofExamination number: String) async {
        for listener in site.events.all {
            let examinations = site.registry.examinations
            guard (try? await examinations.mayKnow(ofChangeIn: number, listener.actor)) == true else { continue }
            listener.send.yield(
                EventText.link(text: nil, path: "/examinations/\(number)", waiting: await waiting(listener))
            )
        }
    }

    private func tell(_ number: String, _ action: String) async {
        for listener in site.events.all where Access.allows(.readHits, listener.actor) {
            // A listener that may not know of the hit gets nothing, not even that something happened.
            guard let hit = try? await site.registry.hits.hit(number, listener.actor) else { continue }
            let waiting = await waiting(listener)
            listener.send.yield(EventText.hit(hit, action: action, waiting: waiting, in: listener.language))
        }
    }

    /// How much waits for a listener's bureau; 0 where the database does not answer at this moment.
    private func waiting(_ listener: EventHub.Listener) async -> Int {
        (try? await site.waitingCount(for: listener.actor)) ?? 0
    }
}
