import Foundation

/// A connection and the lock that its user holds.
///
/// Unchecked because the compiler cannot see that the connection is only touched while the lock is held.
final class Reader: @unchecked Sendable {
    let lock = NSLock()
    private var connection: SQLiteConnection?

    init(_ connection: SQLiteConnection) {
        self.connection = connection
    }

    /// Runs the body on one snapshot. The lock must be held.
    func read<Value>(_ body: (any ReadConnection) throws -> Value) throws -> Value {
        guard let connection else { throw StorageError.closed }
        try connection.run(.beginDeferred)
        let result: Result<Value, any Error>
        do {
            result = .success(try body(connection))
        } catch {
            result = .failure(error)
        }
        // Nothing was changed, so ending it either way only lets the snapshot go.
        try connection.run(.commit)
        return try result.get()
    }

    /// The lock must be held.
    func close() throws {
        try connection?.close()
        connection = nil
    }
}

extension StorageError {
    static let closed = StorageError(
        .closed, "The database is closed.", advice: "The program is ending; try again later.")
}
