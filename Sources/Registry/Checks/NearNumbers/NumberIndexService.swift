import Matching
import Storage

/// Keeps the index of recorded numbers ready: read from its snapshot or built from the database, then following the
/// journal. It holds nothing that is not in the database, so that nothing is lost with it.
public actor NumberIndexService {
    private let context: RegistryContext
    private let snapshot: IndexSnapshot<NumberIndex.State>?
    private var running: Task<Int, any Error>?
    private var changedSinceSnapshot = 0
    private var pace = SnapshotPace()

    /// More changes than this are not gone through one by one: the whole index is built in less time.
    private let mostChangesToFollow: Int

    init(context: RegistryContext, mostChangesToFollow: Int = 300_000) {
        self.context = context
        self.mostChangesToFollow = mostChangesToFollow
        snapshot = context.cacheFolder.map { IndexSnapshot(folder: $0, name: "numbers.index") }
    }

    /// What the index holds at this moment; nil while it is not ready.
    public nonisolated var status: NumberIndexStatus? {
        context.numbers.current.map {
            NumberIndexStatus(numbers: $0.index.count, memoryBytes: $0.index.memoryBytes, position: $0.position)
        }
    }

    /// Makes the index ready, and brings it up to date with what the journal holds.
    /// - Returns: how many records were gone through; 0 where nothing changed.
    /// - Throws: `StorageError`.
    @discardableResult
    public func advance() async throws -> Int {
        if let running { return try await running.value }
        let task = Task { try await step() }
        running = task
        defer { running = nil }
        return try await task.value
    }

    /// Writes what is in memory to the snapshot, where one is kept and anything changed since.
    /// - Throws: `StorageError`.
    public func saveSnapshot() async throws {
        guard let snapshot, changedSinceSnapshot > 0, let state = context.numbers.current else { return }
        changedSinceSnapshot = 0
        pace.saved(at: context.now())
        try await snapshot.save(state, context.database)
    }

    /// Writes the snapshot where enough changed since the last one, or it is old.
    /// - Throws: `StorageError`.
    public func saveSnapshotIfDue() async throws {
        if pace.isDue(after: changedSinceSnapshot, at: context.now()) {
            try await saveSnapshot()
        }
    }

    private func step() async throws -> Int {
        guard var state = try await ready() else { return 0 }
        var followed = 0
        while true {
            let position = state.position
            let changes = try await context.database.read { connection in
                try NumberIndexStore.changes(after: position, limit: NumberIndexStore.mostPerStep, connection)
            }
            guard changes.position > position else { break }
            state.apply(changes)
            followed += changes.records.count
            if followed > mostChangesToFollow {
                state = try await context.database.read { try NumberIndexStore.build($0) }
                followed = state.index.count
            }
            context.numbers.publish(state)
            try Task.checkCancellation()
        }
        changedSinceSnapshot += followed
        return followed
    }

    /// The present index, else that of the snapshot, else a new one.
    private func ready() async throws -> NumberIndex.State? {
        if let present = context.numbers.current { return present }
        if let snapshot, let saved = try await context.database.read({ snapshot.read($0) }) {
            context.numbers.publish(saved)
            return saved
        }
        let built = try await context.database.read { try NumberIndexStore.build($0) }
        changedSinceSnapshot = max(built.index.count, 1)
        context.numbers.publish(built)
        try await saveSnapshot()
        return built
    }
}

/// What the index of recorded numbers holds.
public struct NumberIndexStatus: Sendable, Hashable {
    /// How many numbers can be found with an error of reading.
    public var numbers: Int
    /// Memory that the index takes, bytes.
    public var memoryBytes: Int
    /// The journal entry that the index is up to date with.
    public var position: Int64
}
