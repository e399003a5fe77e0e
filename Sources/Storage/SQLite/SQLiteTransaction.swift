/// The writer's transaction: the connection and the journal's end within it.
final class SQLiteTransaction: WriteConnection {
    private let connection: SQLiteConnection
    private var journal = JournalAppender(dialect: .sqlite)
    /// Whether no body of the transaction has succeeded yet.
    private var isUntouched = true

    init(_ connection: SQLiteConnection) {
        self.connection = connection
    }

    func query(_ sql: String, _ values: [DatabaseValue], _ body: (any ResultRow) throws -> Void) throws {
        _ = try connection.forEachRow(sql, values, body)
    }

    func queryFirst(
        _ sql: String,
        _ values: [DatabaseValue],
        _ body: (any ResultRow) throws -> Void
    ) throws -> Bool {
        try connection.forEachRow(sql, values, limit: 1, body) == 1
    }

    func execute(_ sql: String, _ values: [DatabaseValue]) throws -> Int {
        try connection.execute(sql, values)
    }

    func appendToJournal(_ draft: JournalDraft) throws -> JournalEntry {
        try journal.append(draft, on: self)
    }

    /// Runs a body so that, when it throws, its changes alone are undone, and the journal's end with them.
    func isolated<Value>(_ body: (any WriteConnection) throws -> Value) throws -> Value {
        isUntouched ? try runFirst(body) : try runInSavepoint(body)
    }

    /// The first body needs no savepoint: the transaction holds nothing else, and is begun anew when the body throws.
    /// Inside a savepoint SQLite keeps a second copy of every page changed, and goes through that copy at the end of
    /// each statement; a body of thousands of rows would take several times as long.
    private func runFirst<Value>(_ body: (any WriteConnection) throws -> Value) throws -> Value {
        do {
            let value = try body(self)
            guard !connection.hasDeferredViolations else { throw StorageError.deferredViolation }
            isUntouched = false
            return value
        } catch {
            do {
                if connection.isInTransaction { try connection.run(.rollback) }
                try connection.run(.beginImmediate)
            } catch let failure {
                throw TransactionLost(cause: failure)
            }
            journal = JournalAppender(dialect: .sqlite)
            throw error
        }
    }

    private func runInSavepoint<Value>(_ body: (any WriteConnection) throws -> Value) throws -> Value {
        let journalBefore = journal
        try connection.run(.savepoint)
        do {
            let value = try body(self)
            guard !connection.hasDeferredViolations else { throw StorageError.deferredViolation }
            try connection.run(.release)
            return value
        } catch {
            // Some failures, such as a full disk, have SQLite roll back everything: the savepoint is gone.
            guard connection.isInTransaction else { throw TransactionLost(cause: error) }
            try connection.run(.rollbackToSavepoint)
            try connection.run(.release)
            journal = journalBefore
            throw error
        }
    }

    /// Writes the journal's head and commits; when it returns, the changes are durable.
    func commit() throws {
        try journal.finish(on: self)
        try connection.run(.commit)
    }
}

/// The whole transaction was rolled back while a body ran.
struct TransactionLost: Error {
    let cause: any Error
}

extension StorageError {
    fileprivate static let deferredViolation = StorageError(
        .foreignKeyViolation,
        "A row refers to one that does not exist at the end of the transaction.",
        advice: "Refer to a row that exists; remove what refers to a row before the row."
    )

    static let transactionLost = StorageError(
        .transactionLost,
        "Another change that was to be committed together with this one made the database roll back both.",
        advice: "Try again."
    )
}
