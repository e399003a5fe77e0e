import CSQLite
import GRDB
import GRDBSQLite

/// One connection with its prepared statements. Used by one thread at a time.
final class SQLiteConnection {
    let handle: OpaquePointer
    private let queue: DatabaseQueue
    private var steps: PreparedSteps?
    private var statements: [String: PreparedStatement] = [:]
    private var recent: [(text: String, statement: PreparedStatement)] = []

    /// More different texts than a program has: only texts that contain values reach it.
    private static let statementLimit = 500
    /// About as many different texts as one transaction of a check or of an import runs.
    private static let recentLimit = 8

    /// Runs once, before the first connection is made. Nothing depends on it but speed.
    private static let isLibraryPrepared = sqlite3_config_memstatus(0) == SQLITE_OK

    init(path: String, settings: SQLiteSettings, readonly: Bool) throws {
        _ = Self.isLibraryPrepared
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(settings.busyMilliseconds) / 1000)
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            for pragma in Self.pragmas(settings, readonly: readonly) {
                try database.execute(sql: pragma)
            }
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            guard let handle = queue.inDatabase({ $0.sqliteConnection }) else {
                throw DatabaseError(resultCode: .SQLITE_CANTOPEN)
            }
            self.handle = handle
            // GRDB's observers expect every step inside its queue. Nobody observes here, and a hop would cost more than
            // a lookup.
            sqlite3_commit_hook(handle, nil, nil)
            sqlite3_rollback_hook(handle, nil, nil)
            sqlite3_db_config_stable_plans(handle, 1)
            steps = PreparedSteps(handle)
        } catch {
            throw StorageError.wrapping(error, path: path)
        }
    }

    private static func pragmas(_ settings: SQLiteSettings, readonly: Bool) -> [String] {
        var pragmas = [
            "PRAGMA cache_size = -\(settings.cacheKibibytes)",
            "PRAGMA mmap_size = \(settings.memoryMapBytes)",
        ]
        if readonly {
            // Not for writing: kept in memory, the copies of pages inside a savepoint are one long linked list.
            pragmas.append("PRAGMA temp_store = MEMORY")
        } else {
            // The page size must be set before the file gets its first page. Checkpoints run on their own thread.
            pragmas.insert("PRAGMA page_size = \(settings.pageBytes)", at: 0)
            pragmas += [
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL",
                "PRAGMA wal_autocheckpoint = 0",
                "PRAGMA journal_size_limit = \(settings.checkpointPages * settings.pageBytes * 4)",
            ]
        }
        return pragmas
    }

    /// Begins or ends a transaction or savepoint.
    func run(_ step: TransactionStep) throws {
        guard let steps else { throw StorageError.closed }
        try steps.run(step)
    }

    /// Whether a transaction is open.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Whether a row refers to one that does not exist, which a deferred constraint would report only at the commit.
    var hasDeferredViolations: Bool {
        var current: Int32 = 0
        var highest: Int32 = 0
        sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
        return current > 0
    }

    func forEachRow(
        _ sql: String,
        _ values: [DatabaseValue],
        limit: Int = .max,
        _ body: (any ResultRow) throws -> Void
    ) throws -> Int {
        let statement = try statement(sql)
        statement.isRunning = true
        defer {
            statement.reset()
            statement.isRunning = false
        }
        try statement.bind(values)
        let row = SQLiteRow(statement: statement.handle)
        var count = 0
        while count < limit, try statement.step() {
            count += 1
            try body(row)
        }
        return count
    }

    func execute(_ sql: String, _ values: [DatabaseValue]) throws -> Int {
        let statement = try statement(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() {}
        return statement.changedRows
    }

    private func statement(_ sql: String) throws -> PreparedStatement {
        // The same few texts run again and again; comparing them is cheaper than hashing one.
        for (text, statement) in recent where text == sql && !statement.isRunning { return statement }
        if let known = statements[sql], !known.isRunning {
            remember(known, of: sql)
            return known
        }
        let statement: PreparedStatement
        do {
            statement = try queue.inDatabase { try PreparedStatement($0.makeStatement(sql: sql), text: sql) }
        } catch {
            throw StorageError.wrapping(error, statement: sql)
        }
        if statements[sql] == nil {
            if statements.count >= Self.statementLimit { statements = statements.filter(\.value.isRunning) }
            statements[sql] = statement
            remember(statement, of: sql)
        }
        return statement
    }

    private func remember(_ statement: PreparedStatement, of sql: String) {
        if recent.count == Self.recentLimit { recent.removeFirst() }
        recent.append((sql, statement))
    }

    /// Forgets all statements and closes.
    func close() throws {
        recent = []
        statements = [:]
        steps = nil
        do {
            try queue.close()
        } catch {
            throw StorageError.wrapping(error)
        }
    }

    /// GRDB's view of the connection, for copying it.
    func withGRDB<Value>(_ body: (GRDB.Database) throws -> Value) rethrows -> Value {
        try queue.inDatabase(body)
    }
}

extension SQLiteConnection: ReadConnection {
    func query(_ sql: String, _ values: [DatabaseValue], _ body: (any ResultRow) throws -> Void) throws {
        _ = try forEachRow(sql, values, body)
    }

    func queryFirst(
        _ sql: String,
        _ values: [DatabaseValue],
        _ body: (any ResultRow) throws -> Void
    ) throws -> Bool {
        try forEachRow(sql, values, limit: 1, body) == 1
    }
}
