import Storage
import Synchronization

/// Follows the journal for exhibits that were entered or changed, and puts their marks into the queue: new preparations
/// for which nobody did, and those whose exhibit may now be compared with others than before.
final class CorrelationFollower: Sendable {
    private static let name = "correlations"
    private static let entriesPerStep = 2_000
    /// So many entries without an exhibit are gone through before the place is kept in the database.
    private static let mostUnkept: Int64 = 20_000

    /// How far this process has looked; ahead of the place in the database while nothing concerned it.
    private let seen = Mutex<Int64>(0)

    /// Works off what the journal holds.
    func advance(_ context: RegistryContext) async throws {
        while true {
            try Task.checkCancellation()
            let known = seen.withLock { $0 }
            let (kept, start, entries) = try await context.database.read { connection in
                let kept = try HitStore.position(of: Self.name, connection)
                let start = max(kept, known)
                return (kept, start, try connection.journalEntries(after: start, limit: Self.entriesPerStep))
            }
            guard let last = entries.last else { return }
            let exhibits = Set(entries.compactMap(Self.exhibit)).sorted()
            if !exhibits.isEmpty || last.sequence - kept > Self.mostUnkept {
                try await queue(exhibits, from: kept, to: last.sequence, context)
            }
            seen.withLock { $0 = max($0, start, last.sequence) }
        }
    }

    /// The number of the exhibit that an entry tells of.
    private static func exhibit(_ entry: JournalEntry) -> String? {
        guard !entry.action.hasPrefix("correlation."), !entry.action.hasSuffix(".read") else { return nil }
        if entry.object.hasPrefix("exhibit:") { return String(entry.object.dropFirst("exhibit:".count)) }
        guard entry.object.hasPrefix("mark:") else { return nil }
        return MarkNumber(String(entry.object.dropFirst("mark:".count)))?.exhibit
    }

    /// Queues what is new or has changed and moves the place on, in one transaction: another process that follows too
    /// comes too late and does nothing.
    private func queue(
        _ exhibits: [String], from kept: Int64, to last: Int64, _ context: RegistryContext
    ) async throws {
        let time = context.now()
        try await context.database.write { connection in
            guard try HitStore.advance(Self.name, from: kept, to: last, connection) else { return }
            for exhibit in exhibits {
                for mark in try CorrelationStore.marksToQueue(ofExhibit: exhibit, connection) {
                    let actor = Actor.system(bureau: mark.bureau)
                    try CorrelationStore.enqueue(
                        mark: mark.mark, JournalledConnection(base: connection, actor: actor, time: time)
                    )
                }
            }
        }
    }
}

extension CorrelationStore {
    /// The marks of an exhibit whose current preparation has no job, or one with another scope than the exhibit's now.
    static func marksToQueue(
        ofExhibit number: String, _ connection: any ReadConnection
    ) throws -> [(mark: Int64, bureau: String)] {
        let marks = try connection.rows(
            """
            SELECT m.sequence, j.scope FROM marks m JOIN exhibits e ON e.sequence = m.exhibit
            LEFT JOIN correlation_jobs j ON j.preparation = m.current_preparation
            WHERE e.number = ? AND m.current_preparation IS NOT NULL ORDER BY m.sequence
            """,
            [.text(number)]
        ) { ($0.integer(0), $0.optionalText(1)) }
        return try marks.compactMap { mark, queued in
            guard let scope = try CorrelationScope.of(mark: mark, connection)?.scope, scope.text != queued else {
                return nil
            }
            return (mark, scope.bureau)
        }
    }
}
