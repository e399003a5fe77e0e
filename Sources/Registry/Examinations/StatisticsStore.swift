import Storage

/// What statistics are counted from. Every query carries the row rule of its reader.
enum StatisticsStore {
    /// A link with the times of its steps.
    struct Link: Sendable {
        var first: Int64
        var second: Int64
        var standing: ExhibitLink.Standing
        var since: Moment
        /// When the later of the two exhibits was entered.
        var enteredAt: Moment
        var correlatedAt: Moment?
        var leadAt: Moment
        var hitAt: Moment?
    }

    private static func within(_ span: StatisticsSpan, _ column: String) -> RowRule {
        RowRule(
            sql: "\(column) >= ? AND \(column) < ?",
            values: [(span.from ?? .earliest).databaseValue, (span.until ?? .latest).databaseValue]
        )
    }

    /// Exhibits of a bureau. Those of planted tests alone do not count; to an examiner they do while the test runs,
    /// because a count that lacks them would tell how many there are.
    static func entries(
        of bureau: String, _ span: StatisticsSpan, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Int {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        let time = within(span, "e.created_at")
        let running =
            Access.isExaminer(actor) ? " AND x.state NOT IN ('opened', 'awaiting-verification', 'disagreed')" : ""
        return try connection.count(
            """
            SELECT COUNT(*) FROM exhibits e WHERE \(rule.sql) AND e.bureau = ? AND \(time.sql) AND NOT (
                EXISTS (SELECT 1 FROM planted_tests t JOIN examinations x ON x.sequence = t.examination
                    WHERE (x.first_exhibit = e.sequence OR x.second_exhibit = e.sequence)\(running))
                AND NOT EXISTS (SELECT 1 FROM examinations x
                    WHERE (x.first_exhibit = e.sequence OR x.second_exhibit = e.sequence)
                    AND NOT EXISTS (SELECT 1 FROM planted_tests t WHERE t.examination = x.sequence)))
            """,
            rule.values + [.text(bureau)] + time.values
        )
    }

    /// The links that a laboratory found.
    static func links(of bureau: String, _ actor: Actor, _ connection: any ReadConnection) throws -> [Link] {
        let rule = AccessStore.mayKnowLink(actor)
        return try connection.rows(
            """
            SELECT l.first_exhibit, l.second_exhibit, l.standing, l.since, a.created_at, b.created_at, l.lead_at, l.hit_at,
                (SELECT MIN(p.found_at) FROM correlation_pairs p JOIN marks m ON m.sequence = p.first_mark
                    JOIN marks n ON n.sequence = p.second_mark
                    WHERE (m.exhibit = l.first_exhibit AND n.exhibit = l.second_exhibit)
                    OR (m.exhibit = l.second_exhibit AND n.exhibit = l.first_exhibit))
            \(ExhibitLinkStore.source) WHERE \(rule.sql) AND l.bureau = ?
            """,
            rule.values + [.text(bureau)]
        ) { row in
            Link(
                first: row.integer(0), second: row.integer(1),
                standing: ExhibitLink.Standing(rawValue: row.text(2)) ?? .lead, since: row.moment(3),
                enteredAt: max(row.moment(4), row.moment(5)), correlatedAt: row.optionalMoment(8),
                leadAt: row.moment(6), hitAt: row.optionalMoment(7)
            )
        }
    }

    /// Pairs of cases counted for a laboratory.
    static func hits(
        of bureau: String, _ span: StatisticsSpan, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Int {
        let rule = AccessStore.mayKnowLink(actor)
        let time = within(span, "h.made_at")
        return try connection.count(
            """
            SELECT COUNT(DISTINCT h.sequence) \(ExhibitLinkStore.source)
            JOIN case_hits h ON h.examination = l.examination
            WHERE \(rule.sql) AND h.bureau = ? AND h.withdrawn_at IS NULL AND \(time.sql)
            """,
            rule.values + [.text(bureau)] + time.values
        )
    }

    /// The place of the earlier exhibit in the ranked lists of the later one's marks, the best of them; nil where no list
    /// holds it. Only what the reader may know of takes a place.
    static func rank(of link: Link, _ actor: Actor, _ connection: any ReadConnection) throws -> Int? {
        let marks = try connection.rows(
            "SELECT sequence FROM marks WHERE exhibit = ?", [.integer(link.second)]
        ) { $0.integer(0) }
        return try marks.compactMap { try rank(of: link.first, inListOf: $0, actor, connection) }.min()
    }

    private static func rank(
        of exhibit: Int64, inListOf mark: Int64, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Int? {
        let list = """
            (SELECT score, second_mark AS other FROM correlation_pairs WHERE first_mark = ? \
            UNION ALL SELECT score, first_mark AS other FROM correlation_pairs WHERE second_mark = ?) p \
            JOIN marks m ON m.sequence = p.other JOIN exhibits e ON e.sequence = m.exhibit
            """
        let pair: [DatabaseValue] = [.integer(mark), .integer(mark)]
        let best =
            try connection.first(
                "SELECT MAX(p.score) FROM \(list) WHERE m.exhibit = ?", pair + [.integer(exhibit)]
            ) { $0.optionalReal(0) } ?? nil
        guard let best else { return nil }
        let rule = AccessStore.mayKnowExhibit("e", actor)
        return try connection.count(
            "SELECT COUNT(*) FROM \(list) WHERE p.score > ? AND m.exhibit <> ? AND \(rule.sql)",
            pair + [.real(best), .integer(exhibit)] + rule.values
        ) + 1
    }
}
