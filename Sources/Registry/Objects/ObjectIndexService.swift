import Matching
import Storage

/// Keeps the numbers of recorded documents and vehicles, and the names of persons in notices, ready in memory: read from
/// a snapshot or built from the database, then following the journal. Nothing is lost with them.
public actor ObjectIndexService {
    private let context: RegistryContext
    private let file: CacheFile?
    private var changedSinceSnapshot = 0
    private var savedAt: Moment?
    private var isRunning = false

    /// A snapshot is written after so many changes, or after the longest time where there was any.
    private static let changesPerSnapshot = 200_000
    private static let longestWithoutSnapshot = 900.0

    init(context: RegistryContext, cacheFolder: String?) {
        self.context = context
        file = cacheFolder.map { CacheFile(folder: $0, name: "objects.index") }
    }

    /// How many numbers lead to records, and the memory that takes in bytes; nil while the index is not ready.
    public nonisolated var status: (numbers: Int, memoryBytes: Int)? {
        context.objects.current.map { ($0.index.count, $0.index.memoryBytes) }
    }

    /// Makes the indexes ready, and brings them up to date with what the journal holds.
    /// - Throws: `StorageError`.
    public func advance() async throws {
        guard !isRunning else { return }
        isRunning = true
        defer { isRunning = false }
        try await context.database.read { connection in
            _ = try NoticedPersonStore(persons: context.noticedPersons).upToDate(connection)
        }
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
        let age = savedAt.map { context.now().seconds(since: $0) } ?? 0
        if savedAt == nil { savedAt = context.now() }
        if changedSinceSnapshot >= Self.changesPerSnapshot || age >= Self.longestWithoutSnapshot {
            try await saveSnapshot()
        }
    }

    /// Writes what is in memory to the snapshot, where one is kept and anything changed since.
    /// - Throws: `StorageError`.
    public func saveSnapshot() async throws {
        guard let file, changedSinceSnapshot > 0, let state = context.objects.current else { return }
        changedSinceSnapshot = 0
        savedAt = context.now()
        let hash = try await context.database.read { try NumberIndexStore.hash(ofEntry: state.position, $0) }
        guard let hash else { return }
        try file.write { write in
            try hash.withUnsafeBytes(write)
            try state.index.writeSnapshot(position: state.position, to: write)
        }
    }

    /// The present index, else that of the snapshot, else a new one.
    private func ready() async throws -> ObjectIndex.State {
        if let present = context.objects.current { return present }
        if let saved = await read() {
            context.objects.publish(saved)
            return saved
        }
        let built = try await context.database.read { try ObjectIndexStore.build($0) }
        changedSinceSnapshot = max(built.index.count, 1)
        context.objects.publish(built)
        try await saveSnapshot()
        return built
    }

    /// The index of the file; nil where there is none that is whole and of this database, whose journal has the same
    /// entry where the snapshot ends. What is wrong with a file is of no matter: the index can be made anew.
    private func read() async -> ObjectIndex.State? {
        let saved = try? file?.read { read in
            var hash = [UInt8](repeating: 0, count: SHA256.byteCount)
            try hash.withUnsafeMutableBytes(read)
            let (index, position) = try PointIndex.readSnapshot(read)
            return (hash: hash, state: ObjectIndex.State(index: index, position: position))
        }
        guard let saved else { return nil }
        let hash = try? await context.database.read { try NumberIndexStore.hash(ofEntry: saved.state.position, $0) }
        return hash == saved.hash ? saved.state : nil
    }
}
