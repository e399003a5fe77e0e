import Matching
import Storage

/// Keeps the numbers of recorded documents and vehicles ready in memory: read from a snapshot or built from the database,
/// then following the journal. Nothing is lost with them.
public actor ObjectIndexService {
    private let context: RegistryContext
    private let snapshot: IndexSnapshot<ObjectIndex.State>?
    private var changedSinceSnapshot = 0
    private var pace = SnapshotPace()
    private var isRunning = false

    init(context: RegistryContext) {
        self.context = context
        snapshot = context.cacheFolder.map { IndexSnapshot(folder: $0, name: "objects.index") }
    }

    /// How many numbers lead to records, and the memory that takes in bytes; nil while the index is not ready.
    public nonisolated var status: (numbers: Int, memoryBytes: Int)? {
        context.objects.current.map { ($0.index.count, $0.index.memoryBytes) }
    }

    /// Makes the index ready, and brings it up to date with what the journal holds.
    /// - Throws: `StorageError`.
    public func advance() async throws {
        guard !isRunning else { return }
        isRunning = true
        defer { isRunning = false }
        var state = try await ready()
        while true {
            let position = state.position
            let changes = try await context.database.read {
                try ObjectIndexStore.changes(after: position, limit: ObjectIndexStore.mostPerStep, $0)
            }
            guard changes.position > position else { return }
            state.index.add(changes.entries)
            state.position = changes.position
            changedSinceSnapshot += changes.entries.count
            context.objects.publish(state)
            try Task.checkCancellation()
        }
    }

    /// Writes the snapshot where enough changed since the last one, or it is old.
    /// - Throws: `StorageError`.
    public func saveSnapshotIfDue() async throws {
        if pace.isDue(after: changedSinceSnapshot, at: context.now()) {
            try await saveSnapshot()
        }
    }

    /// Writes what is in memory to the snapshot, where one is kept and anything changed since.
    /// - Throws: `StorageError`.
    public func saveSnapshot() async throws {
        guard let snapshot, changedSinceSnapshot > 0, let state = context.objects.current else { return }
        changedSinceSnapshot = 0
        pace.saved(at: context.now())
        try await snapshot.save(state, context.database)
    }

    /// The present index, else that of the snapshot, else a new one.
    private func ready() async throws -> ObjectIndex.State {
        if let present = context.objects.current { return present }
        if let snapshot, let saved = try await context.database.read({ snapshot.read($0) }) {
            context.objects.publish(saved)
            return saved
        }
        let built = try await context.database.read { try ObjectIndexStore.build($0) }
        changedSinceSnapshot = max(built.index.count, 1)
        context.objects.publish(built)
        try await saveSnapshot()
        return built
    }
}
