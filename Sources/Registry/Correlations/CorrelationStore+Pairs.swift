import Storage

/// Two marks that were compared, in the order of their entry.
struct CorrelationPair: Sendable, Hashable {
    /// The mark with the smaller row number, and the preparation it was compared by.
    var first: Side
    /// The other mark.
    var second: Side
    var figures: CorrelationFigures

    struct Side: Sendable, Hashable {
        var mark: Int64
        var preparation: Int64
    }

    /// Puts two marks into their order.
    init(_ one: Side, _ other: Side, _ figures: CorrelationFigures) {
        (first, second) = one.mark < other.mark ? (one, other) : (other, one)
        self.figures = figures
    }

    /// The side that is not the given mark.
    func other(than mark: Int64) -> Side { first.mark == mark ? second : first }

    /// The side that is the given mark.
    func own(_ mark: Int64) -> Side { first.mark == mark ? first : second }
}

extension CorrelationStore {
    private static let pairColumns =
        "p.first_mark, p.first_preparation, p.second_mark, p.second_preparation, p.document"

    private static func pair(_ row: any ResultRow) throws -> CorrelationPair {
        CorrelationPair(
            CorrelationPair.Side(mark: row.integer(0), preparation: row.integer(1)),
            CorrelationPair.Side(mark: row.integer(2), preparation: row.integer(3)),
            try DocumentCoding.value(CorrelationFigures.self, from: row.text(4))
        )
    }

    /// All pairs of a mark, whatever the exhibits: for the worker, which shows nothing to anybody.
    static func pairs(ofMark mark: Int64, _ connection: any ReadConnection) throws -> [CorrelationPair] {
        try connection.rows(
            """
            SELECT \(pairColumns) FROM correlation_pairs p WHERE p.first_mark = ?
            UNION ALL SELECT \(pairColumns) FROM correlation_pairs p WHERE p.second_mark = ?
            """,
            [.integer(mark), .integer(mark)], pair
        )
    }

    /// Enters or replaces a pair while both marks are still compared by these preparations.
    static func put(_ pair: CorrelationPair, at time: Moment, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO correlation_pairs (first_mark, second_mark, first_preparation, second_preparation, score, \
            agreeing, screening, found_at, document)
            SELECT a.sequence, b.sequence, a.current_preparation, b.current_preparation, \
            CAST(? AS DOUBLE PRECISION), CAST(? AS INTEGER), CAST(? AS DOUBLE PRECISION), CAST(? AS BIGINT), \
            CAST(? AS TEXT)
            FROM marks a, marks b WHERE a.sequence = ? AND a.current_preparation = ? AND b.sequence = ? \
            AND b.current_preparation = ?
            ON CONFLICT (first_mark, second_mark) DO UPDATE SET first_preparation = excluded.first_preparation, \
            second_preparation = excluded.second_preparation, score = excluded.score, agreeing = excluded.agreeing, \
            screening = excluded.screening, found_at = excluded.found_at, document = excluded.document
            """,
            [
                .real(pair.figures.score), .integer(pair.figures.agreeing), .real(pair.figures.screening ?? 0),
                time.databaseValue, .text(try DocumentCoding.text(pair.figures)), .integer(pair.first.mark),
                .integer(pair.first.preparation), .integer(pair.second.mark), .integer(pair.second.preparation),
            ]
        )
    }

    /// Removes a pair that no longer holds, unless it has been compared anew meanwhile.
    static func remove(_ pair: CorrelationPair, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            DELETE FROM correlation_pairs WHERE first_mark = ? AND second_mark = ? AND first_preparation = ? \
            AND second_preparation = ?
            """,
            [
                .integer(pair.first.mark), .integer(pair.second.mark), .integer(pair.first.preparation),
                .integer(pair.second.preparation),
            ]
        )
    }

    // MARK: What an unfinished job has compared

    /// The full comparisons that earlier attempts of a job have made, by the other mark.
    static func partials(
        of job: Int64, _ connection: any ReadConnection
    ) throws -> [CorrelationScope.Key: CorrelationFigures] {
        let rows = try connection.rows(
            "SELECT mark, preparation, document FROM correlation_partials WHERE job = ?", [.integer(job)]
        ) { row in
            (
                CorrelationScope.Key(mark: row.integer(0), preparation: row.integer(1)),
                try DocumentCoding.value(CorrelationFigures.self, from: row.text(2))
            )
        }
        return Dictionary(rows) { _, later in later }
    }

    /// Keeps a full comparison of a job that is still running.
    static func putPartial(
        _ figures: CorrelationFigures, with key: CorrelationScope.Key, job: Int64, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO correlation_partials (job, mark, preparation, document) VALUES (?, ?, ?, ?)
            ON CONFLICT (job, mark) DO UPDATE SET preparation = excluded.preparation, document = excluded.document
            """,
            [
                .integer(job), .integer(key.mark), .integer(key.preparation),
                .text(try DocumentCoding.text(figures)),
            ]
        )
    }

    /// Replaces what a job could not compare, and drops its unfinished comparisons.
    static func replaceGaps(
        of job: Int64, with gaps: [Int64: String], _ connection: any WriteConnection
    ) throws {
        try connection.execute("DELETE FROM correlation_partials WHERE job = ?", [.integer(job)])
        try connection.execute("DELETE FROM correlation_gaps WHERE job = ?", [.integer(job)])
        for (mark, reason) in gaps.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                "INSERT INTO correlation_gaps (job, mark, reason) VALUES (?, ?, ?)",
                [.integer(job), .integer(mark), .text(String(reason.prefix(1_000)))]
            )
        }
    }

    // MARK: Signatures of striated marks

    /// The signature of a preparation that was taken by a method, as `Signature.bytes`.
    static func signature(
        of preparation: Int64, method: String, _ connection: any ReadConnection
    ) throws -> [UInt8]? {
        try connection.first(
            "SELECT signature FROM mark_signatures WHERE preparation = ? AND method = ?",
            [.integer(preparation), .text(method)]
        ) { $0.bytes(0) }
    }

    static func putSignature(
        _ bytes: [UInt8], of preparation: Int64, method: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO mark_signatures (preparation, method, signature) VALUES (?, ?, ?)
            ON CONFLICT (preparation, method) DO NOTHING
            """,
            [.integer(preparation), .text(method), .blob(bytes)]
        )
    }
}
