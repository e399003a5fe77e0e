import Firearms
import Storage

extension ReferenceStore {
    /// The bureau's own rows, by file and key.
    static func entries(of bureau: String, _ connection: any ReadConnection) throws -> [ReferenceEntry] {
        try connection.rows(
            "SELECT kind, fields FROM reference_entries WHERE bureau = ? ORDER BY kind, name", [.text(bureau)]
        ) { row in
            ReferenceEntry(
                ReferenceKind(rawValue: row.text(0)) ?? .make,
                fields: try DocumentCoding.value([String].self, from: row.text(1))
            )
        }
    }

    static func put(
        _ entry: ReferenceEntry, bureau: String, by user: String, at now: Moment, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO reference_entries(bureau, kind, name, fields, account, changed_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT(bureau, kind, name) DO UPDATE SET fields = excluded.fields, account = excluded.account,
                changed_at = excluded.changed_at
            """,
            [
                .text(bureau), .text(entry.kind.rawValue), .text(entry.key),
                .text(try DocumentCoding.text(entry.fields)), .text(user), now.databaseValue,
            ]
        )
    }

    /// - Returns: whether there was such a row.
    static func remove(
        _ kind: ReferenceKind, _ key: String, bureau: String, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "DELETE FROM reference_entries WHERE bureau = ? AND kind = ? AND name = ?",
            [.text(bureau), .text(kind.rawValue), .text(key)]
        ) > 0
    }
}
