import GRDB
import GRDBSQLite

/// A statement compiled by GRDB, bound and stepped directly: that way costs a fraction of going through its values.
final class PreparedStatement {
    let handle: OpaquePointer
    /// Whether a query over it is still running, so that another use of the same text needs its own.
    var isRunning = false
    private let owner: Statement
    private let parameterCount: Int
    private let changesRows: Bool
    private let text: String

    init(_ statement: Statement, text: String) throws {
        owner = statement
        handle = statement.sqliteStatement
        parameterCount = Int(sqlite3_bind_parameter_count(handle))
        self.text = text
        let keyword = text.drop { $0.isWhitespace }.prefix { $0.isLetter }.uppercased()
        guard !Self.transactionKeywords.contains(keyword) else {
            throw StorageError(
                .statement,
                "A body must not begin or end transactions.",
                advice: "Throw an error to roll back.",
                statement: text
            )
        }
        changesRows = Self.changeKeywords.contains(keyword) && sqlite3_stmt_readonly(handle) == 0
    }

    private static let transactionKeywords: Set = ["BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE"]
    private static let changeKeywords: Set = ["INSERT", "UPDATE", "DELETE", "REPLACE", "WITH"]

    func bind(_ values: [DatabaseValue]) throws {
        guard values.count == parameterCount else {
            throw StorageError(
                .statement,
                "The statement has \(parameterCount) places and was given \(values.count) values.",
                advice: "Give one value for each place.",
                statement: text
            )
        }
        var index: Int32 = 0
        for value in values {
            index += 1
            let code = bind(value, at: index)
            guard code == SQLITE_OK else { throw StorageError.sqlite(sqlite3_db_handle(handle), statement: text) }
        }
    }

    private func bind(_ value: DatabaseValue, at index: Int32) -> Int32 {
        switch value {
        case .null:
            return sqlite3_bind_null(handle, index)
        case .integer(let integer):
            return sqlite3_bind_int64(handle, index, integer)
        case .real(let real):
            return sqlite3_bind_double(handle, index, real)
        case .text(var text):
            return text.withUTF8 { buffer in
                buffer.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text64(
                        handle, index, characters.baseAddress, UInt64(characters.count), Self.copied, UInt8(SQLITE_UTF8)
                    )
                }
            }
        case .blob(let bytes):
            // A null address would bind null instead of an empty blob.
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), Self.copied)
            }
        }
    }

    /// SQLITE_TRANSIENT: the engine copies the bytes, because a small text has no address that outlives the closure.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Moves to the next row; false when there is none.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw StorageError.sqlite(sqlite3_db_handle(handle), statement: text)
        }
    }

    func reset() {
        sqlite3_reset(handle)
    }

    /// The rows that the statement just changed.
    var changedRows: Int {
        changesRows ? Int(sqlite3_changes(sqlite3_db_handle(handle))) : 0
    }
}
