import Storage

/// Annotations and snapshots of pairs of marks in the database. A pair is kept with its earlier mark first, whichever way
/// round it was looked at.
enum PairMaterialStore {
    static let migration = Migration(name: "comparison-material") { dialect in
        [
            """
            CREATE TABLE pair_annotations (
                id \(dialect.blobType) PRIMARY KEY NOT NULL,
                first_mark BIGINT NOT NULL REFERENCES marks(sequence),
                second_mark BIGINT NOT NULL REFERENCES marks(sequence),
                side TEXT NOT NULL,
                x DOUBLE PRECISION NOT NULL,
                y DOUBLE PRECISION NOT NULL,
                preparation BIGINT NOT NULL REFERENCES mark_preparations(sequence),
                text TEXT NOT NULL,
                bureau TEXT NOT NULL,
                author TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                withdrawn_at BIGINT
            )
            """,
            "CREATE INDEX pair_annotations_by_pair ON pair_annotations(first_mark, second_mark)",
            """
            CREATE TABLE pair_snapshots (
                id \(dialect.blobType) PRIMARY KEY NOT NULL,
                first_mark BIGINT NOT NULL REFERENCES marks(sequence),
                second_mark BIGINT NOT NULL REFERENCES marks(sequence),
                blob TEXT NOT NULL,
                width INTEGER NOT NULL,
                height INTEGER NOT NULL,
                caption TEXT NOT NULL,
                settings TEXT NOT NULL,
                bureau TEXT NOT NULL,
                author TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                withdrawn_at BIGINT
            )
            """,
            "CREATE INDEX pair_snapshots_by_pair ON pair_snapshots(first_mark, second_mark)",
        ]
    }

    /// Two marks in the order in which their pair is kept.
    struct Pair {
        let first: Int64
        let second: Int64
        /// Whether they were given the other way round.
        let isSwapped: Bool

        init(_ one: ComparedMark, _ other: ComparedMark) {
            isSwapped = other.mark.sequence < one.mark.sequence
            first = isSwapped ? other.mark.sequence : one.mark.sequence
            second = isSwapped ? one.mark.sequence : other.mark.sequence
        }

        func kept(_ side: PairSide) -> PairSide { isSwapped ? side.other : side }

        var values: [DatabaseValue] { [.integer(first), .integer(second)] }
    }

    static func insert(_ note: PairAnnotation, _ pair: Pair, bureau: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO pair_annotations(id, first_mark, second_mark, side, x, y, preparation, text, bureau, author,
                created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [note.id.databaseValue] + pair.values + [
                .text(pair.kept(note.side).rawValue), .real(note.x), .real(note.y), .integer(note.preparation),
                .text(note.text), .text(bureau), .text(note.author), note.createdAt.databaseValue,
            ]
        )
    }

    static func insert(_ shot: PairSnapshot, _ pair: Pair, bureau: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO pair_snapshots(id, first_mark, second_mark, blob, width, height, caption, settings, bureau, author,
                created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [shot.id.databaseValue] + pair.values + [
                .text(shot.blob.description), .integer(Int64(shot.width)), .integer(Int64(shot.height)),
                .text(shot.caption), .text(shot.settings), .text(bureau), .text(shot.author),
                shot.createdAt.databaseValue,
            ]
        )
    }

    /// What one author keeps of a pair.
    static func material(
        _ pair: Pair, author: String, bureau: String, _ connection: any ReadConnection
    ) throws -> PairMaterial {
        let condition = "first_mark = ? AND second_mark = ? AND author = ? AND bureau = ? AND withdrawn_at IS NULL"
        let values = pair.values + [.text(author), .text(bureau)]
        let annotations = try connection.rows(
            """
            SELECT id, side, x, y, preparation, text, author, created_at FROM pair_annotations WHERE \(condition)
            ORDER BY created_at, id
            """,
            values
        ) { row in
            PairAnnotation(
                id: try row.identifier(0), side: pair.kept(PairSide(rawValue: row.text(1)) ?? .first), x: row.real(2),
                y: row.real(3), preparation: row.integer(4), text: row.text(5), author: row.text(6),
                createdAt: row.moment(7)
            )
        }
        let snapshots = try connection.rows(
            """
            SELECT id, blob, width, height, caption, settings, author, created_at FROM pair_snapshots
            WHERE \(condition) ORDER BY created_at, id
            """,
            values
        ) { row in
            PairSnapshot(
                id: try row.identifier(0), blob: try row.blobHash(1), width: Int(row.integer(2)),
                height: Int(row.integer(3)), caption: row.text(4), settings: row.text(5), author: row.text(6),
                createdAt: row.moment(7)
            )
        }
        return PairMaterial(annotations: annotations, snapshots: snapshots)
    }

    /// Withdraws a note or picture of its author; it is kept and no longer shown.
    /// - Returns: whether there was one.
    static func withdraw(
        _ id: Identifier, _ pair: Pair, author: String, bureau: String, at time: Moment,
        _ connection: any WriteConnection
    ) throws -> Bool {
        let values: [DatabaseValue] =
            [time.databaseValue, id.databaseValue] + pair.values + [.text(author), .text(bureau)]
        for table in ["pair_annotations", "pair_snapshots"] {
            let count = try connection.execute(
                """
                UPDATE \(table) SET withdrawn_at = ? WHERE id = ? AND first_mark = ? AND second_mark = ?
                AND author = ? AND bureau = ? AND withdrawn_at IS NULL
                """,
                values
            )
            if count > 0 { return true }
        }
        return false
    }
}
