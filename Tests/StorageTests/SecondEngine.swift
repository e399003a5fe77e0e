import Storage

/// A stand-in for an engine with another dialect: it receives statements with numbered placeholders and has its own
/// transactions and journal connection. It runs on SQLite underneath, which understands `$1` too.
///
/// It shows what an engine has to bring: migrations, the journal and its verification work on it unchanged.
struct SecondEngine: Database {
    let below: SQLiteDatabase

    /// As PostgreSQL's, but with SQLite's types, which are what is underneath.
    var dialect: Dialect { Dialect.sqlite.withNumberedPlaceholders }

    func read<Value: Sendable>(_ body: @Sendable (any ReadConnection) throws -> Value) async throws -> Value {
        let dialect = dialect
        return try await below.read { try body(Reading(below: $0, dialect: dialect)) }
    }

    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteConnection) throws -> Value
    ) async throws -> Value {
        let dialect = dialect
        return try await below.write { connection in
            let transaction = Writing(below: connection, dialect: dialect)
            let value = try body(transaction)
            try transaction.finish()
            return value
        }
    }

    func changes() -> AsyncStream<Void> { below.changes() }

    func close() async throws { try await below.close() }

    struct Reading: ReadConnection {
        let below: any ReadConnection
        let dialect: Dialect

        func query(_ sql: String, _ values: [DatabaseValue], _ body: (any ResultRow) throws -> Void) throws {
            try below.query(dialect.rendered(sql), values, body)
        }
    }

    final class Writing: WriteConnection {
        private let below: any WriteConnection
        private let dialect: Dialect
        private var journal: JournalAppender

        init(below: any WriteConnection, dialect: Dialect) {
            self.below = below
            self.dialect = dialect
            journal = JournalAppender(dialect: dialect)
        }

        func query(_ sql: String, _ values: [DatabaseValue], _ body: (any ResultRow) throws -> Void) throws {
            try below.query(dialect.rendered(sql), values, body)
        }

        func execute(_ sql: String, _ values: [DatabaseValue]) throws -> Int {
            try below.execute(dialect.rendered(sql), values)
        }

        func appendToJournal(_ draft: JournalDraft) throws -> JournalEntry {
            try journal.append(draft, on: self)
        }

        func finish() throws {
            try journal.finish(on: self)
        }
    }
}
