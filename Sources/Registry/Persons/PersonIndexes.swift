import Matching
import Synchronization

/// Names in memory as this process has them, for every search to take: those of the notices in force, or those of the
/// persons who were checked. They hold nothing that is not in the database.
final class PersonIndexes: Sendable {
    /// An index, and the row or journal entry it is up to date with.
    struct State: Sendable {
        var index = PersonIndex()
        var position: Int64 = 0
    }

    private let state = Mutex<State?>(nil)

    /// The index as it is now; nil before it was first made.
    var current: State? { state.withLock { $0 } }

    /// Puts a newer index in place of the present one.
    func publish(_ newer: State) {
        state.withLock { present in
            if let present, present.position > newer.position { return }
            present = newer
        }
    }
}
