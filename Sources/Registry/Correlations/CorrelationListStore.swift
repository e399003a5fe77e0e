import Firearms
import Storage
import Toolmarks

/// Ranked lists as a reader may see them: every row carries the row rule of the other mark's exhibit, so that what is
/// hidden leaves no gap in the ranks and no trace in the count.
enum CorrelationListStore {
    /// What a list is read from: the pairs of one mark from both sides, with the other mark and its exhibit.
    private static let source = """
        (SELECT *, second_mark AS other FROM correlation_pairs WHERE first_mark = ? \
        UNION ALL SELECT *, first_mark AS other FROM correlation_pairs WHERE second_mark = ?) p \
        JOIN marks m ON m.sequence = p.other JOIN exhibits e ON e.sequence = m.exhibit \
        JOIN ballistic_cases c ON c.sequence = e.ballistic_case LEFT JOIN ballistic_events v ON v.sequence = e.event
        """

    /// Which rows of `source` a reader may see.
    private static func rule(_ exhibit: Exhibit, on today: CalendarDate, _ actor: Actor) -> RowRule {
        var rule = AccessStore.mayKnowExhibit("e", actor)
        rule.sql += " AND (e.retention_until IS NULL OR e.retention_until >= ?) AND (e.bureau = ?"
        rule.values += [.text(today.description), .text(exhibit.bureau)]
        // An exhibit that is kept, or not decided upon, is compared with those of its own bureau alone.
        rule.sql += exhibit.submission == .submitted ? " OR e.submission = 'submitted')" : ")"
        return rule
    }

    /// The other marks of a list, best first, under a filter.
    /// - Parameters:
    ///   - mark: the mark in hand, which the caller has read under the rule of its exhibit.
    ///   - today: exhibits whose retention ended before are left out.
    static func others(
        of mark: Mark, in exhibit: Exhibit, _ filter: CorrelationFilter, on today: CalendarDate, _ actor: Actor,
        _ connection: any ReadConnection
    ) throws -> [Int64] {
        var rule = rule(exhibit, on: today, actor)
        rule.narrow(by: filter, actor)
        if filter.isOtherCasesOnly {
            rule.sql += " AND c.number <> ?"
            rule.values.append(.text(exhibit.caseNumber))
        }
        let rows = try connection.rows(
            """
            SELECT p.other, v.latitude, v.longitude FROM \(source) WHERE \(rule.sql)
            ORDER BY p.score DESC, p.agreeing DESC, p.screening DESC, p.other
            """,
            [.integer(mark.sequence), .integer(mark.sequence)] + rule.values
        ) { row in
            (mark: row.integer(0), place: OffsetRow(base: row, offset: 1).coordinates)
        }
        guard let most = filter.withinKilometres else { return rows.map(\.mark) }
        guard let here = exhibit.event?.content.coordinates else { return [] }
        return rows.filter { row in row.place.map { here.kilometres(to: $0) <= most } ?? false }.map(\.mark)
    }

    /// Where the columns of the exhibit begin behind those of the mark.
    static let exhibitPlace = 7
    private static let pairPlace = 19

    /// One entry of a list; nil where the reader may not see it.
    static func entry(
        rank: Int, other: Int64, of mark: Mark, in exhibit: Exhibit, on today: CalendarDate, _ actor: Actor,
        _ connection: any ReadConnection
    ) throws -> CorrelationEntry? {
        var entry = try bareEntry(
            rank: rank, other: other, of: mark, in: exhibit, on: today, actor, connection
        )
        guard let found = entry else { return nil }
        let exhibits = [exhibit.sequence, found.exhibit.sequence].map(DatabaseValue.integer)
        entry?.connection.link = try ExhibitLinkStore.links(
            where: "(l.first_exhibit = ? AND l.second_exhibit = ?) OR (l.second_exhibit = ? AND l.first_exhibit = ?)",
            exhibits + exhibits, limit: 1, actor, connection
        ).first?.standing
        if mark.kind == .land { entry?.bullet = try bullet(exhibit.sequence, found.exhibit.sequence, connection) }
        return entry
    }

    private static func bareEntry(
        rank: Int, other: Int64, of mark: Mark, in exhibit: Exhibit, on today: CalendarDate, _ actor: Actor,
        _ connection: any ReadConnection
    ) throws -> CorrelationEntry? {
        let rule = rule(exhibit, on: today, actor)
        return try connection.first(
            """
            SELECT \(MarkStore.columns), \(ExhibitStore.columns), p.document, p.found_at, p.first_mark, \
            p.first_preparation, p.second_preparation, t.thumbnail FROM \(source)
            JOIN mark_preparations t ON t.mark = p.other AND t.sequence IN (p.first_preparation, p.second_preparation)
            WHERE p.other = ? AND \(rule.sql)
            """,
            [.integer(mark.sequence), .integer(mark.sequence), .integer(other)] + rule.values
        ) { row in
            let found = try ExhibitStore.exhibit(OffsetRow(base: row, offset: exhibitPlace), actor)
            let pair = OffsetRow(base: row, offset: pairPlace)
            let (here, there) = (exhibit.event?.content, found.event?.content)
            let firearm = found.content.firearmRecord
            return CorrelationEntry(
                rank: rank, mark: MarkStore.mark(row), exhibit: found,
                preparation: pair.integer(2) == other ? pair.integer(3) : pair.integer(4),
                thumbnail: try pair.blobHash(5),
                figures: try DocumentCoding.value(CorrelationFigures.self, from: pair.text(0)),
                foundAt: pair.moment(1),
                distanceKilometres: here?.coordinates.flatMap { place in
                    there?.coordinates.map(place.kilometres)
                },
                border: here.flatMap { event in there.flatMap(event.border) },
                daysApart: here.flatMap { event in there.flatMap(event.daysApart) },
                connection: CorrelationEntry.Connection(
                    isSameCase: found.caseNumber == exhibit.caseNumber,
                    isSameFirearm: firearm != nil && firearm == exhibit.content.firearmRecord, link: nil
                )
            )
        }
    }

    /// How two bullets agree over the pairs of their lands that were compared. The caller has read both exhibits under
    /// the row rule, and with them all their marks.
    private static func bullet(
        _ one: Int64, _ other: Int64, _ connection: any ReadConnection
    ) throws -> CorrelationEntry.Bullet? {
        let lands = try connection.rows(
            "SELECT sequence, exhibit FROM marks WHERE exhibit IN (?, ?) AND kind = ? ORDER BY exhibit, place",
            [.integer(one), .integer(other), .text(ToolmarkKind.land.rawValue)]
        ) { (mark: $0.integer(0), exhibit: $0.integer(1)) }
        let own = lands.filter { $0.exhibit == one }.map(\.mark)
        let others = lands.filter { $0.exhibit == other }.map(\.mark)
        var pairs: [BulletComparison.LandPair] = []
        for (first, mark) in own.enumerated() {
            for (second, otherMark) in others.enumerated() {
                let document = try connection.first(
                    "SELECT document FROM correlation_pairs WHERE first_mark = ? AND second_mark = ?",
                    [.integer(min(mark, otherMark)), .integer(max(mark, otherMark))]
                ) { $0.text(0) }
                guard let document else { continue }
                let figures = try DocumentCoding.value(CorrelationFigures.self, from: document)
                pairs.append(BulletComparison.LandPair(first: first, second: second, comparison: figures.signatures))
            }
        }
        // One pair of lands says no more of the bullets than of itself.
        guard pairs.count > 1, own.count > 1, others.count > 1,
            let bullet = try? BulletComparison(pairs: pairs, lands: max(own.count, others.count))
        else { return nil }
        return CorrelationEntry.Bullet(
            score: bullet.score, difference: bullet.difference, pairs: bullet.best.pairs, phase: bullet.best.offset
        )
    }

    /// What a job could not compare, as far as the reader may know of it.
    static func gaps(
        of job: Int64, in exhibit: Exhibit, on today: CalendarDate, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [CorrelationGap] {
        let rule = rule(exhibit, on: today, actor)
        return try connection.rows(
            """
            SELECT \(MarkStore.columns), g.reason FROM correlation_gaps g JOIN marks m ON m.sequence = g.mark
            JOIN exhibits e ON e.sequence = m.exhibit WHERE g.job = ? AND \(rule.sql) ORDER BY m.sequence
            """,
            [.integer(job)] + rule.values
        ) { CorrelationGap(mark: MarkStore.mark($0).number, reason: $0.text(7)) }
    }
}

extension RowRule {
    /// Narrows by what a filter says of a pair `p`, its other exhibit `e` and that one's event `v`; cases and distances
    /// are for the caller, who knows whose they are.
    mutating func narrow(by filter: CorrelationFilter, _ actor: Actor) {
        func add(_ condition: String, _ added: [DatabaseValue]) {
            sql += " AND " + condition
            values += added
        }
        if filter.isOwnOnly { add("e.bureau = ?", [.text(actor.bureau)]) }
        if let isTestFire = filter.isTestFire { add("e.is_test_fire = ?", [.flag(isTestFire)]) }
        if let least = filter.leastScore { add("p.score >= ?", [.real(least)]) }
        if let from = filter.from { add("COALESCE(v.date_until, v.date_from) >= ?", [.text(from.description)]) }
        if let until = filter.until { add("COALESCE(v.date_from, v.date_until) <= ?", [.text(until.description)]) }
        guard !filter.countries.isEmpty else { return }
        let codes = filter.countries.map(\.code).sorted()
        add("v.country IN (\(codes.map { _ in "?" }.joined(separator: ", ")))", codes.map(DatabaseValue.text))
    }
}

extension ResultRow {
    /// The place in the first two columns, latitude and longitude; nil where one is null.
    var coordinates: Coordinates? {
        isNull(0) || isNull(1) ? nil : Coordinates(latitude: real(0), longitude: real(1))
    }
}
