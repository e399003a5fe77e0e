import Foundation
import GRDB
import GRDBSQLite

extension StorageError {
    /// The error that a connection reported last.
    static func sqlite(_ connection: OpaquePointer?, statement: String? = nil) -> StorageError {
        sqlite(
            code: sqlite3_extended_errcode(connection),
            message: String(cString: sqlite3_errmsg(connection)),
            statement: statement
        )
    }

    /// Any error thrown while GRDB opens, compiles or copies, as an error of this module.
    static func wrapping(_ error: any Error, path: String? = nil, statement: String? = nil) -> StorageError {
        if let error = error as? StorageError { return error }
        guard let error = error as? DatabaseError else {
            return StorageError(.other, "The database reports: \(error).", advice: "See the detail.")
        }
        let place = path.map { " (\($0))" } ?? ""
        return sqlite(
            code: error.extendedResultCode.rawValue,
            message: (error.message ?? "error \(error.extendedResultCode.rawValue)") + place,
            statement: statement
        )
    }

    private static func sqlite(code: Int32, message: String, statement: String?) -> StorageError {
        let (kind, advice) = kind(of: code)
        return StorageError(
            kind,
            "The database reports: \(message).",
            advice: advice,
            columns: columns(in: message),
            statement: statement
        )
    }

    /// `UNIQUE constraint failed: users.bureau, users.name` names the columns after the colon.
    private static func columns(in message: String) -> [String] {
        guard let range = message.range(of: "constraint failed: ") else { return [] }
        return message[range.upperBound...].split(separator: ",").map { String($0.drop { $0 == " " }) }
    }

    private static func kind(of code: Int32) -> (Code, advice: String) {
        switch code {
        case 2067, 1555, 2579:  // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID
            return (.uniqueViolation, "Choose another value, or change the row that exists.")
        case 787:  // SQLITE_CONSTRAINT_FOREIGNKEY
            return (.foreignKeyViolation, "Refer to a row that exists; remove what refers to a row before the row.")
        case 1299:  // SQLITE_CONSTRAINT_NOTNULL
            return (.notNullViolation, "Give the column a value.")
        default:
            break
        }
        switch code & 0xFF {
        case SQLITE_CONSTRAINT: return (.checkViolation, "Give a value that the schema allows.")
        case SQLITE_BUSY, SQLITE_LOCKED: return (.busy, "Try again; another process is writing for a long time.")
        case SQLITE_FULL: return (.full, "Free space on the disk, then try again.")
        case SQLITE_CORRUPT: return (.corrupt, "Stop the program and restore the latest backup.")
        case SQLITE_NOTADB: return (.notADatabase, "Give the path of a database of this program.")
        case SQLITE_IOERR: return (.io, "Check the disk and the system's log, then start the program again.")
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY:
            return (.cannotOpen, "Check that the folder exists and may be written by this user.")
        case SQLITE_ERROR, SQLITE_MISUSE, SQLITE_RANGE, SQLITE_MISMATCH, SQLITE_TOOBIG:
            return (.statement, "Correct the statement or its values.")
        default: return (.other, "See SQLite's result code \(code).")
        }
    }
}
