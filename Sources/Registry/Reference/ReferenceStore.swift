import Firearms
import Storage

/// What bureaus add to the reference table, in the database: corrections of spellings, own rows, and the work of
/// bringing records in line with them.
enum ReferenceStore {
    static let migration = Migration(name: "reference tables of bureaus") { dialect in
        [
            """
            CREATE TABLE reference_versions (
                bureau TEXT PRIMARY KEY NOT NULL REFERENCES bureaus(code),
                version BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE reference_corrections (
                id \(dialect.blobType) PRIMARY KEY NOT NULL,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                field TEXT NOT NULL,
                spelling \(dialect.keyTextType) NOT NULL,
                written TEXT NOT NULL,
                meaning TEXT NOT NULL,
                account TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                ended_at BIGINT,
                ended_by TEXT
            )
            """,
            """
            CREATE UNIQUE INDEX reference_corrections_in_force ON reference_corrections(bureau, field, spelling)
            WHERE ended_at IS NULL
            """,
            """
            CREATE TABLE reference_entries (
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                kind TEXT NOT NULL,
                name \(dialect.keyTextType) NOT NULL,
                fields TEXT NOT NULL,
                account TEXT NOT NULL,
                changed_at BIGINT NOT NULL,
                PRIMARY KEY (bureau, kind, name)
            )
            """,
            """
            CREATE TABLE reference_work (
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                field TEXT NOT NULL,
                spelling \(dialect.keyTextType) NOT NULL,
                account TEXT NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (bureau, field, spelling)
            )
            """,
        ]
    }

    // MARK: Versions

    /// A number that grows with each change of the bureau's table; 0 while it has nothing of its own.
    static func version(of bureau: String, _ connection: any ReadConnection) throws -> Int64 {
        try connection.first("SELECT version FROM reference_versions WHERE bureau = ?", [.text(bureau)]) {
            $0.integer(0)
        } ?? 0
    }

    static func raiseVersion(of bureau: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO reference_versions(bureau, version) VALUES (?, 1)
            ON CONFLICT(bureau) DO UPDATE SET version = reference_versions.version + 1
            """,
            [.text(bureau)]
        )
    }

    // MARK: Corrections

    /// A correction as it is kept, without the name of its meaning.
    struct Kept: Sendable {
        var id: Identifier
        var bureau: String
        var correction: SpellingCorrection
        var user: String
        var createdAt: Moment
    }

    /// The corrections in force, latest first.
    static func corrections(of bureau: String, _ connection: any ReadConnection) throws -> [Kept] {
        try connection.rows(
            """
            SELECT id, field, written, meaning, account, created_at FROM reference_corrections
            WHERE bureau = ? AND ended_at IS NULL ORDER BY created_at DESC, id DESC
            """,
            [.text(bureau)]
        ) { row in
            Kept(
                id: try row.identifier(0), bureau: bureau,
                correction: SpellingCorrection(
                    SpellingCorrection.Field(rawValue: row.text(1)) ?? .make, written: row.text(2),
                    meaning: row.text(3)
                ),
                user: row.text(4), createdAt: row.moment(5)
            )
        }
    }

    static func insert(_ kept: Kept, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO reference_corrections(id, bureau, field, spelling, written, meaning, account, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                kept.id.databaseValue, .text(kept.bureau), .text(kept.correction.field.rawValue),
                .text(kept.correction.key), .text(kept.correction.written), .text(kept.correction.meaning),
                .text(kept.user), kept.createdAt.databaseValue,
            ]
        )
    }

    /// Ends a correction, which stays in the history.
    static func end(_ id: Identifier, by user: String, at now: Moment, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE reference_corrections SET ended_at = ?, ended_by = ? WHERE id = ?",
            [now.databaseValue, .text(user), id.databaseValue]
        )
    }
}
