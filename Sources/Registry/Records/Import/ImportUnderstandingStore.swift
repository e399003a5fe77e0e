import Storage

/// How much of imported files was understood, counted up batch by batch in the transaction of the rows themselves.
enum ImportUnderstandingStore {
    static let migration = Migration(name: "understanding of imported columns") { dialect in
        [
            """
            CREATE TABLE import_columns (
                import \(dialect.blobType) NOT NULL REFERENCES imports(id),
                place INTEGER NOT NULL,
                sure INTEGER NOT NULL,
                doubtful INTEGER NOT NULL,
                unknown INTEGER NOT NULL,
                PRIMARY KEY (import, place)
            )
            """,
            """
            CREATE TABLE import_texts (
                import \(dialect.blobType) NOT NULL REFERENCES imports(id),
                place INTEGER NOT NULL,
                written \(dialect.keyTextType) NOT NULL,
                understanding TEXT NOT NULL,
                meaning TEXT,
                rule TEXT,
                count INTEGER NOT NULL,
                first_row INTEGER NOT NULL,
                PRIMARY KEY (import, place, written)
            )
            """,
        ]
    }

    /// Most different texts kept of one import; further ones are counted with their columns only. A file with more is
    /// not described in words that somebody could correct.
    private static let mostTexts = 100_000

    static func add(_ tally: UnderstandingTally, _ id: Identifier, _ connection: any WriteConnection) throws {
        for (column, counts) in tally.columns {
            try connection.execute(
                """
                INSERT INTO import_columns(import, place, sure, doubtful, unknown) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT(import, place) DO UPDATE SET sure = import_columns.sure + excluded.sure,
                    doubtful = import_columns.doubtful + excluded.doubtful,
                    unknown = import_columns.unknown + excluded.unknown
                """,
                [
                    id.databaseValue, .integer(column), .integer(counts.sure), .integer(counts.doubtful),
                    .integer(counts.unknown),
                ]
            )
        }
        guard !tally.texts.isEmpty else { return }
        var room = mostTexts
        room -= try connection.count("SELECT COUNT(*) FROM import_texts WHERE import = ?", [id.databaseValue])
        for (key, text) in tally.texts {
            guard room > 0 else { return }
            room -= 1
            try connection.execute(
                """
                INSERT INTO import_texts(import, place, written, understanding, meaning, rule, count, first_row)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT(import, place, written) DO UPDATE SET count = import_texts.count + excluded.count
                """,
                [
                    id.databaseValue, .integer(key.column), .text(key.text), .text(text.understanding.rawValue),
                    .optional(text.meaning), .optional(text.rule), .integer(text.count), .integer(text.firstRow),
                ]
            )
        }
    }

    static func delete(_ id: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM import_texts WHERE import = ?", [id.databaseValue])
        try connection.execute("DELETE FROM import_columns WHERE import = ?", [id.databaseValue])
    }

    /// The columns of an import in order, each with its most frequent texts.
    static func columns(
        _ job: ImportJob, texts limit: Int, _ connection: any ReadConnection
    ) throws -> [ColumnUnderstanding] {
        let found = try connection.rows(
            "SELECT place, sure, doubtful, unknown FROM import_columns WHERE import = ? ORDER BY place",
            [job.id.databaseValue]
        ) { (Int($0.integer(0)), Int($0.integer(1)), Int($0.integer(2)), Int($0.integer(3))) }
        return try found.compactMap { column, sure, doubtful, unknown in
            guard job.mapping.columns.indices.contains(column), let field = job.mapping.columns[column] else {
                return nil
            }
            let texts = try connection.rows(
                """
                SELECT written, understanding, meaning, rule, count, first_row FROM import_texts
                WHERE import = ? AND place = ? ORDER BY count DESC, first_row, written LIMIT ?
                """,
                [job.id.databaseValue, .integer(column), .integer(limit)]
            ) { row in
                ColumnText(
                    text: row.text(0), understanding: Understanding(rawValue: row.text(1)) ?? .unknown,
                    meaning: row.optionalText(2), rule: row.optionalText(3), count: Int(row.integer(4)),
                    firstRow: Int(row.integer(5))
                )
            }
            return ColumnUnderstanding(
                column: column, field: field, sure: sure, doubtful: doubtful, unknown: unknown, texts: texts
            )
        }
    }
}
