import Storage

/// What a report copies from the other capabilities: preparations, scores, and the pictures of its examiners.
enum ReportMaterialStore {
    /// A preparation with the scan it was made from.
    static func preparation(_ sequence: Int64, _ connection: any ReadConnection) throws -> ReportPreparation? {
        try connection.first(
            """
            SELECT p.version, s.file_name, s.blob, s.instrument, p.surface, p.picture, p.made_at, p.made_by, p.document
            FROM mark_preparations p JOIN scans s ON s.sequence = p.scan WHERE p.sequence = ?
            """,
            [.integer(sequence)]
        ) { row in
            ReportPreparation(
                version: Int(row.integer(0)), scanFile: row.text(1), scan: row.text(2), instrument: row.optionalText(3),
                surface: row.text(4), picture: row.text(5), madeAt: row.moment(6).description, madeBy: row.text(7),
                settings: row.text(8)
            )
        }
    }

    /// What the correlation of two marks gave; nil where they were not compared.
    static func comparison(
        _ first: Mark, _ second: Mark, _ seen: ComparedMarks, _ connection: any ReadConnection
    ) throws -> ReportComparison? {
        try connection.first(
            """
            SELECT first_preparation, second_preparation, found_at, document FROM correlation_pairs
            WHERE first_mark = ? AND second_mark = ?
            """,
            [
                .integer(min(first.sequence, second.sequence)), .integer(max(first.sequence, second.sequence)),
            ]
        ) { row in
            let compared = Set([row.integer(0), row.integer(1)])
            return ReportComparison(
                first: "\(first.number)", second: "\(second.number)",
                isSamePreparation: compared == Set([seen.firstPreparation, seen.secondPreparation].compactMap(\.self)),
                comparedAt: row.moment(2).description,
                figures: try DocumentCoding.value(CorrelationFigures.self, from: row.text(3))
            )
        }
    }

    /// Marks of both exhibits that an examiner looked at together: `m` of the one and `n` of the other.
    private static let pairs = """
        JOIN marks m ON m.sequence = s.first_mark JOIN exhibits a ON a.sequence = m.exhibit \
        JOIN marks n ON n.sequence = s.second_mark JOIN exhibits b ON b.sequence = n.exhibit
        """

    /// What the examiners of a laboratory kept of pairs of marks of an examination. Each keeps their own: only those who
    /// concluded in it are asked for.
    private static func kept(_ examination: Examination, by examiners: [String]) -> RowRule {
        let (first, second) = (examination.first.sequence, examination.second.sequence)
        let places = examiners.map { _ in "?" }.joined(separator: ", ")
        return RowRule(
            sql: """
                s.bureau = ? AND s.withdrawn_at IS NULL AND s.author IN (\(places)) \
                AND ((m.exhibit = ? AND n.exhibit = ?) OR (m.exhibit = ? AND n.exhibit = ?))
                """,
            values: [.text(examination.bureau)] + examiners.map { .text($0) } + [
                .integer(first), .integer(second), .integer(second), .integer(first),
            ]
        )
    }

    /// The pictures that the examiners kept.
    static func snapshots(
        of examination: Examination, by examiners: [String], _ connection: any ReadConnection
    ) throws -> [ReportSnapshot] {
        guard !examiners.isEmpty else { return [] }
        let rule = kept(examination, by: examiners)
        return try connection.rows(
            """
            SELECT a.number, m.place, b.number, n.place, s.blob, s.caption, s.author, s.created_at
            FROM pair_snapshots s \(pairs) WHERE \(rule.sql) ORDER BY s.created_at, s.id
            """,
            rule.values
        ) { row in
            ReportSnapshot(
                marks: [number(row, 0), number(row, 2)], picture: row.text(4), caption: row.text(5),
                examiner: row.text(6), time: row.moment(7).description
            )
        }
    }

    /// The notes that the examiners put on marks.
    static func notes(
        of examination: Examination, by examiners: [String], _ connection: any ReadConnection
    ) throws -> [ReportNote] {
        guard !examiners.isEmpty else { return [] }
        let rule = kept(examination, by: examiners)
        return try connection.rows(
            """
            SELECT a.number, m.place, b.number, n.place, s.side, s.x, s.y, s.text, s.author, s.created_at
            FROM pair_annotations s \(pairs) WHERE \(rule.sql) ORDER BY s.created_at, s.id
            """,
            rule.values
        ) { row in
            ReportNote(
                mark: row.text(4) == PairSide.second.rawValue ? number(row, 2) : number(row, 0), x: row.real(5),
                y: row.real(6), text: row.text(7), examiner: row.text(8), time: row.moment(9).description
            )
        }
    }

    private static func number(_ row: any ResultRow, _ column: Int) -> String {
        "\(MarkNumber(exhibit: row.text(column), place: Int(row.integer(column + 1))))"
    }
}
