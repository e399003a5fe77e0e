import CSQLiteLibrary
import Foundation

/// The tables of an installation, written straight into its database: a benchmark's way of getting much
/// quickly. Nothing of this is in the journal, so that nothing is matched or queued for it.
package final class InstallationDatabase {
    private var connection: OpaquePointer?
    private var statements: [String: OpaquePointer] = [:]

    /// A value of a statement.
    package enum Value {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob([UInt8])
    }

    /// What SQLite refused, and the statement.
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    /// Opens the database of an installation that 'cartouche set-up' has made.
    package init(_ path: String) throws {
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else {
            throw Failure(description: "\(path) cannot be opened")
        }
        sqlite3_busy_timeout(connection, 10_000)
        try run("PRAGMA foreign_keys = ON")
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close(connection)
    }

    /// Runs a statement; gives the row number of what it inserted.
    @discardableResult
    package func run(_ sql: String, _ values: [Value] = []) throws -> Int64 {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() { bind(value, to: statement, at: Int32(index + 1)) }
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE || code == SQLITE_ROW else {
            throw Failure(description: "\(String(cString: sqlite3_errmsg(connection))): \(sql)")
        }
        return sqlite3_last_insert_rowid(connection)
    }

    /// The integer that a query gives first; 0 where it gives none.
    package func integer(_ sql: String) throws -> Int64 {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        return sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0
    }

    private func prepared(_ sql: String) throws -> OpaquePointer {
        if let known = statements[sql] { return known }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
            throw Failure(description: "\(String(cString: sqlite3_errmsg(connection))): \(sql)")
        }
        statements[sql] = statement
        return statement
    }

    private func bind(_ value: Value, to statement: OpaquePointer, at place: Int32) {
        // Copied by SQLite, since the values live no longer than the call.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .real(let number): sqlite3_bind_double(statement, place, number)
        case .text(let text): sqlite3_bind_text(statement, place, text, -1, copied)
        case .blob(let bytes): sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copied)
        }
    }
}
