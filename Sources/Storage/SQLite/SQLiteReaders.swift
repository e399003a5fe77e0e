import Foundation
import Synchronization

/// The connections for reading. A body runs on the calling thread on a connection that is free at that moment.
final class SQLiteReaders: Sendable {
    private let readers: [Reader]
    private let turn = Atomic<Int>(0)

    init(path: String, settings: SQLiteSettings) throws {
        readers = try (0..<max(1, settings.readers)).map { _ in
            Reader(try SQLiteConnection(path: path, settings: settings, readonly: true))
        }
    }

    func read<Value: Sendable>(_ body: (any ReadConnection) throws -> Value) throws -> Value {
        // The first that is free, not each in turn: what one has in its cache serves until the next commit.
        for reader in readers where reader.lock.try() {
            defer { reader.lock.unlock() }
            return try reader.read(body)
        }
        let reader = reader(turn.wrappingAdd(1, ordering: .relaxed).oldValue)
        reader.lock.lock()
        defer { reader.lock.unlock() }
        return try reader.read(body)
    }

    private func reader(_ position: Int) -> Reader {
        readers[Int(UInt(bitPattern: position) % UInt(readers.count))]
    }

    /// Waits for the bodies that run and closes.
    func close() throws {
        for reader in readers {
            reader.lock.lock()
            defer { reader.lock.unlock() }
            try reader.close()
        }
    }
}
