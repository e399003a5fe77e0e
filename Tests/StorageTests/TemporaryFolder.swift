import Foundation
import Storage

/// A folder of its own for each test, removed afterwards, so that tests can run at the same time.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("storage-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func open(_ name: String = "test.sqlite", _ settings: SQLiteSettings = .small) throws -> SQLiteDatabase {
        try SQLiteDatabase.open(at: path + "/" + name, settings: settings)
    }
}

extension SQLiteSettings {
    /// Little memory, because many tests run at the same time.
    static var small: SQLiteSettings {
        var settings = SQLiteSettings()
        settings.readers = 2
        settings.cacheKibibytes = 512
        settings.memoryMapBytes = 1 << 20
        return settings
    }
}

extension Migration {
    static let notes = Migration(name: "notes") { dialect in
        [
            "CREATE TABLE notes (id \(dialect.identityColumn), name TEXT NOT NULL UNIQUE, number BIGINT)",
            """
            CREATE TABLE remarks (
                id \(dialect.identityColumn),
                note BIGINT NOT NULL REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED,
                kind TEXT CHECK (kind IN ('a', 'b')))
            """,
        ]
    }
}

/// Runs the work and returns the storage error that it throws.
func storageError<Value>(_ work: () async throws -> Value) async -> StorageError? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? StorageError
    }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (doi:10.1145/2660193.2660195).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
