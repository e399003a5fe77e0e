import Identity
import Matching
import Synchronization

/// Names in memory as this process has them, for every search to take: those of the notices in force, or those of the
/// persons who were checked. They hold nothing that is not in the database.
final class PersonIndexes: Sendable {
    /// Indexes, and the row or journal entry they are up to date with.
    struct State: Sendable {
        var index = PersonIndex()
        /// Names of organisations and other entities.
        var entities = PersonIndex(of: .organisation)
        var position: Int64 = 0
        /// How many records came or changed since the indexes were read or built.
        var changes = 0
        /// The journal entry of the snapshot that they were read from; nil where they were built.
        var snapshotPosition: Int64?
    }

    private let state = Mutex<State?>(nil)
    private let making = Mutex<Void>(())

    /// The indexes as they are now; nil before they were first made.
    var current: State? { state.withLock { $0 } }

    /// The indexes as they are now. Where there are none yet one caller makes them, while others wait for the same.
    func current(orMade make: () throws -> State) throws -> State {
        if let current { return current }
        return try making.withLock { _ in
            if let current { return current }
            let made = try make()
            publish(made)
            return made
        }
    }

    /// Puts newer indexes in place of the present ones.
    func publish(_ newer: State) {
        state.withLock { present in
            if let present, present.position > newer.position { return }
            present = newer
        }
    }
}

extension PersonIndexes.State: KeptIndex {
    func writeSnapshot(to write: @escaping SerialIndex.SnapshotWriter) throws {
        try index.writeSnapshot(position: position, to: write)
        try entities.writeSnapshot(position: position, to: write)
    }

    static func readSnapshot(_ read: @escaping SerialIndex.SnapshotReader) throws -> PersonIndexes.State {
        let (index, position) = try PersonIndex.readSnapshot(read)
        let (entities, other) = try PersonIndex.readSnapshot(of: .organisation, read)
        guard position == other else { throw SerialIndexSnapshotError(detail: "its parts do not belong together") }
        return PersonIndexes.State(
            index: index, entities: entities, position: position, snapshotPosition: position)
    }
}
