import Matching
import Synchronization

/// The index of recorded numbers as this process has it in memory, for every search to take.
///
/// It finds numbers that were read with an error, which no key of the database finds. The exact forms do not depend on
/// it: while it is not ready, checks answer from the database alone and say so.
final class NumberIndex: Sendable {
    /// An index, and the journal entry it is up to date with.
    struct State: Sendable {
        var index: SerialIndex
        var position: Int64

        /// Brings the index up to date with changes that were read.
        mutating func apply(_ changes: NumberIndexStore.Changes) {
            index.replace(changes.records, with: changes.entries)
            position = changes.position
        }
    }

    private let state = Mutex<State?>(nil)

    /// The index as it is now; nil while it is not ready.
    var current: State? { state.withLock { $0 } }

    /// Puts a newer index in place of the present one.
    func publish(_ newer: State) {
        state.withLock { present in
            if let present, present.position > newer.position { return }
            present = newer
        }
    }
}

extension NumberIndex.State: KeptIndex {
    func writeSnapshot(to write: @escaping SerialIndex.SnapshotWriter) throws {
        try index.writeSnapshot(position: position, to: write)
    }

    static func readSnapshot(_ read: @escaping SerialIndex.SnapshotReader) throws -> NumberIndex.State {
        let (index, position) = try SerialIndex.readSnapshot(read)
        return NumberIndex.State(index: index, position: position)
    }
}
