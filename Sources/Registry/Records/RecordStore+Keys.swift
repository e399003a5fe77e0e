import Matching
import Storage

/// The keys by which records are found, and what the number index keeps beside them.
extension RecordStore {
    /// Brings the keys of a record in line with its new content.
    static func replaceKeys(
        of record: FirearmRecord, status: RecordStatus, with prepared: PreparedContent,
        _ connection: any WriteConnection
    ) throws {
        let traits = prepared.storedTraits(status)
        let oldKeys = Set(RecordKeys.keys(of: record.content.firearm))
        let newKeys = Set(prepared.keys)
        for key in oldKeys.subtracting(newKeys) {
            try connection.execute(
                "DELETE FROM serial_keys WHERE kind = ? AND folded = ? AND normalised = ? AND record = ?",
                [
                    .integer(Int64(key.kind.rawValue)), .text(key.folded), .text(key.normalised),
                    .integer(record.sequence),
                ]
            )
        }
        for key in newKeys.subtracting(oldKeys) {
            try insertKey(key, traits: traits, record: record.sequence, connection)
        }
        for key in newKeys.intersection(oldKeys) where key.kind == .forward {
            try connection.execute(
                """
                UPDATE serial_keys SET traits = ?
                WHERE kind = ? AND folded = ? AND normalised = ? AND record = ? AND traits <> ?
                """,
                [
                    .integer(traits), .integer(Int64(key.kind.rawValue)), .text(key.folded), .text(key.normalised),
                    .integer(record.sequence), .integer(traits),
                ]
            )
        }
    }

    /// Adds one key by which a record is found.
    static func insertKey(
        _ key: SerialKey, traits: Int64, record: Int64, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "INSERT INTO serial_keys(kind, folded, normalised, record, traits) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(Int64(key.kind.rawValue)), .text(key.folded), .text(key.normalised), .integer(record),
                .integer(key.kind == .forward ? traits : 0),
            ]
        )
    }
}
