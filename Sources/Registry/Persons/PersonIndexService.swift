import Matching
import Storage

/// Keeps the names of persons and entities in notices ready in memory: read from a snapshot or built from the database,
/// then following the journal. Nothing is lost with them.
public actor PersonIndexService {
    private let context: RegistryContext
    private let snapshot: IndexSnapshot<PersonIndexes.State>?
    /// What was saved last, by ``PersonIndexes/State/changes``, and the journal entry it was up to date with.
    private var savedChanges = 0
    private var savedPosition: Int64?
    private var pace = SnapshotPace()
    private var isRunning = false

    /// A snapshot that is so many entries of the journal behind is written anew though nothing changed: the next start
    /// goes through them.
    private static let mostEntriesBehind: Int64 = 2_000_000

    init(context: RegistryContext) {
        self.context = context
        snapshot = context.personSnapshot
    }

    /// How many names lead to notices, and the memory that takes in bytes; nil while the index is not ready.
    public nonisolated var status: (names: Int, memoryBytes: Int)? {
        context.noticedPersons.current.map {
            ($0.index.count + $0.entities.count, $0.index.memoryBytes + $0.entities.memoryBytes)
        }
    }

    /// Makes the index ready, and brings it up to date with what the journal holds.
    /// - Throws: `StorageError`.
    public func advance() async throws {
        guard !isRunning else { return }
        isRunning = true
        defer { isRunning = false }
        let state = try await context.database.read { [context] in try context.noticedPersonStore.upToDate($0) }
        // What had to be built is kept at once: it takes longest to do again.
        if state.snapshotPosition == nil, savedPosition == nil { try await saveSnapshot() }
    }

    /// Writes the snapshot where enough changed since the last one, or it is old.
    /// - Throws: `StorageError`.
    public func saveSnapshotIfDue() async throws {
        if pace.isDue(after: changed, at: context.now()) || isFarBehind {
            try await saveSnapshot()
        }
    }

    /// Writes what is in memory to the snapshot, where one is kept and anything changed since.
    /// - Throws: `StorageError`.
    public func saveSnapshot() async throws {
        guard let snapshot, let state = context.noticedPersons.current, changed > 0 || isFarBehind || isUnsaved else {
            return
        }
        savedChanges = state.changes
        savedPosition = state.position
        pace.saved(at: context.now())
        try await snapshot.save(state, context.database)
    }

    private var changed: Int { (context.noticedPersons.current?.changes ?? 0) - savedChanges }

    private var isUnsaved: Bool { savedPosition == nil && context.noticedPersons.current?.snapshotPosition == nil }

    private var isFarBehind: Bool {
        guard let state = context.noticedPersons.current, let saved = savedPosition ?? state.snapshotPosition else {
            return false
        }
        return state.position - saved >= Self.mostEntriesBehind
    }
}

extension RegistryContext {
    /// The names of persons and entities in notices, in a file.
    var personSnapshot: IndexSnapshot<PersonIndexes.State>? {
        cacheFolder.map { IndexSnapshot(folder: $0, name: "persons.index") }
    }

    /// Finds notices by name.
    var noticedPersonStore: NoticedPersonStore {
        NoticedPersonStore(persons: noticedPersons, snapshot: personSnapshot)
    }
}
