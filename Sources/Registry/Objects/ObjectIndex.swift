import Matching
import Storage
import Synchronization

/// The numbers of recorded documents and vehicles as this process has them in memory, for every check to take.
///
/// Almost every check finds nothing; with the index that costs a few memory accesses in place of searches in the database.
/// Everything it proposes is read from the database, which decides. While it is not ready, checks ask the database alone
/// and find the same.
final class ObjectIndex: Sendable {
    /// An index, and the journal entry it is up to date with.
    struct State: Sendable {
        var index = PointIndex()
        var position: Int64 = 0
    }

    private let state = Mutex<State?>(nil)

    /// More changes than this a check does not bring into the index by itself: it asks the database.
    private static let mostFollowed = 200

    /// The index as it is now; nil while it is not ready.
    var current: State? { state.withLock { $0 } }

    /// Puts a newer index in place of the present one.
    func publish(_ newer: State) {
        state.withLock { present in
            if let present, present.position > newer.position { return }
            present = newer
        }
    }

    /// The rows that may stand under the keys, by everything that the connection's snapshot of the database holds; nil
    /// where the index cannot say.
    func rows(_ keys: [ObjectKey], _ connection: any ReadConnection) throws -> Set<Int64>? {
        guard var state = current else { return nil }
        let head = try connection.journalHead().sequence
        if head > state.position {
            let changes = try ObjectIndexStore.changes(
                after: state.position, limit: Self.mostFollowed, connection
            )
            guard changes.position >= head else { return nil }
            state.index.add(changes.entries)
            state.position = changes.position
            publish(state)
        }
        return Set(keys.flatMap { state.index.rows($0.point) })
    }
}

extension ObjectIndex.State: KeptIndex {
    func writeSnapshot(to write: @escaping SerialIndex.SnapshotWriter) throws {
        try index.writeSnapshot(position: position, to: write)
    }

    static func readSnapshot(_ read: @escaping SerialIndex.SnapshotReader) throws -> ObjectIndex.State {
        let (index, position) = try PointIndex.readSnapshot(read)
        return ObjectIndex.State(index: index, position: position)
    }
}

extension ObjectKey {
    /// The key as the index has it.
    var point: PointKey { PointKey(kind: UInt8(truncatingIfNeeded: kind.rawValue), folded.utf8) }
}
