import Storage

/// Ranked lists of cases as a reader may see them, see `CorrelationListStore`.
enum CaseCorrelationStore {
    /// A mark of the case with its exhibit.
    struct OwnMark {
        var mark: Mark
        var exhibit: Exhibit
    }

    /// The marks of a case that have a preparation, by their row number, as far as the actor may know of their exhibits.
    static func marks(
        of forensicCase: ForensicCase, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [Int64: OwnMark] {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        let marks = try connection.rows(
            """
            SELECT \(MarkStore.columns), \(ExhibitStore.columns) FROM marks m JOIN exhibits e ON e.sequence = m.exhibit
            JOIN ballistic_cases c ON c.sequence = e.ballistic_case LEFT JOIN ballistic_events v ON v.sequence = e.event
            WHERE e.ballistic_case = ? AND m.current_preparation IS NOT NULL AND \(rule.sql)
            """,
            [.integer(forensicCase.sequence)] + rule.values
        ) { row in
            OwnMark(
                mark: MarkStore.mark(row),
                exhibit: try ExhibitStore.exhibit(
                    OffsetRow(base: row, offset: CorrelationListStore.exhibitPlace), actor)
            )
        }
        return Dictionary(marks.map { ($0.mark.sequence, $0) }) { first, _ in first }
    }

    /// How many of the marks have a job that is still to be done.
    static func pending(of forensicCase: ForensicCase, _ actor: Actor, _ connection: any ReadConnection) throws -> Int {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        return try connection.count(
            """
            SELECT COUNT(*) FROM correlation_jobs j JOIN marks m ON m.sequence = j.mark
            JOIN exhibits e ON e.sequence = m.exhibit WHERE e.ballistic_case = ? AND \(rule.sql)
            AND j.preparation = m.current_preparation AND j.state IN ('waiting', 'running')
            """,
            [.integer(forensicCase.sequence)] + rule.values
        )
    }

    /// The pairs of the marks of a case, from both sides. Two `?` for the case, each followed by the values of the rule.
    private static func source(_ rule: RowRule) -> String {
        func side(_ own: String, _ other: String) -> String {
            """
            SELECT q.\(own) AS own, q.\(other) AS other, q.score, q.agreeing, q.screening, o.bureau, o.submission \
            FROM exhibits o JOIN marks n ON n.exhibit = o.sequence JOIN correlation_pairs q ON q.\(own) = n.sequence \
            WHERE o.ballistic_case = ? AND \(rule.sql)
            """
        }
        return "(\(side("first_mark", "second_mark")) UNION ALL \(side("second_mark", "first_mark"))) p"
    }

    /// The best pair of each exhibit of another case, best first, under a filter.
    /// - Parameters:
    ///   - marks: those of the case.
    ///   - today: exhibits whose retention ended before are left out.
    static func pairs(
        of forensicCase: ForensicCase, _ marks: [Int64: OwnMark], _ filter: CorrelationFilter,
        on today: CalendarDate, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [(own: OwnMark, other: Int64)] {
        let owner = AccessStore.mayKnowExhibit("o", actor)
        var rule = AccessStore.mayKnowExhibit("e", actor)
        // The same rule by which single lists are read: what is not submitted is compared inside its bureau alone.
        rule.sql += """
             AND (e.retention_until IS NULL OR e.retention_until >= ?) AND e.ballistic_case <> ? \
            AND (e.bureau = p.bureau OR (e.submission = 'submitted' AND p.submission = 'submitted'))
            """
        rule.values += [.text(today.description), .integer(forensicCase.sequence)]
        rule.narrow(by: filter, actor)
        let side = [.integer(forensicCase.sequence)] + owner.values
        let rows = try connection.rows(
            """
            SELECT p.own, p.other, e.sequence, v.latitude, v.longitude FROM \(source(owner))
            JOIN marks m ON m.sequence = p.other JOIN exhibits e ON e.sequence = m.exhibit
            LEFT JOIN ballistic_events v ON v.sequence = e.event WHERE \(rule.sql)
            ORDER BY p.score DESC, p.agreeing DESC, p.screening DESC, p.other, p.own
            """,
            side + side + rule.values
        ) { row in
            (
                own: row.integer(0), other: row.integer(1), exhibit: row.integer(2),
                place: OffsetRow(base: row, offset: 3).coordinates
            )
        }
        var seen: Set<Int64> = []
        return rows.compactMap { row in
            guard let own = marks[row.own] else { return nil }
            if let most = filter.withinKilometres {
                guard let here = own.exhibit.event?.content.coordinates, let there = row.place,
                    here.kilometres(to: there) <= most
                else { return nil }
            }
            return seen.insert(row.exhibit).inserted ? (own, row.other) : nil
        }
    }
}
