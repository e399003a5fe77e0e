import Firearms
import Storage

/// Lists of exhibits, under the same row rule as everything else.
enum ExhibitListStore {
    static func page(
        _ filter: ExhibitFilter, before cursor: Int64?, limit: Int, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> ExhibitPage {
        let rule = condition(filter, before: cursor, actor)
        var exhibits = try connection.rows(
            """
            SELECT \(ExhibitStore.columns) FROM \(ExhibitStore.tables) WHERE \(rule.sql)
            ORDER BY e.sequence DESC LIMIT ?
            """,
            rule.values + [.integer(Int64(limit + 1))]
        ) { try ExhibitStore.exhibit($0, actor) }
        let hasMore = exhibits.count > limit
        if hasMore { exhibits.removeLast() }
        let marks = try marks(of: exhibits, connection)
        return ExhibitPage(
            exhibits: exhibits.map { ExhibitSummary(exhibit: $0, marks: marks[$0.number] ?? []) },
            nextCursor: hasMore ? exhibits.last?.sequence : nil
        )
    }

    /// The marks of exhibits that were read under the row rule, in one query.
    private static func marks(
        of exhibits: [Exhibit], _ connection: any ReadConnection
    ) throws -> [String: [Mark]] {
        guard !exhibits.isEmpty else { return [:] }
        // As many places as the largest page, so that the statement is prepared once.
        let places = Array(repeating: "?", count: 201).joined(separator: ", ")
        let values = exhibits.map { DatabaseValue.integer($0.sequence) }
        let filled = values + Array(repeating: values[0], count: 201 - values.count)
        let marks = try connection.rows(
            """
            SELECT \(MarkStore.columns) FROM marks m JOIN exhibits e ON e.sequence = m.exhibit
            WHERE m.exhibit IN (\(places)) ORDER BY m.exhibit, m.place
            """,
            filled, MarkStore.mark
        )
        return Dictionary(grouping: marks, by: \.number.exhibit)
    }

    /// An exhibit of a case with a label, if the actor's bureau has one.
    static func number(
        ofLabel label: String, in forensicCase: Int64, except sequence: Int64? = nil, _ connection: any ReadConnection
    ) throws -> String? {
        // Few exhibits belong to a case, and labels are not searched for otherwise.
        try connection.rows(
            "SELECT number, document, sequence FROM exhibits WHERE ballistic_case = ? ORDER BY sequence",
            [.integer(forensicCase)]
        ) { row in
            let content = try DocumentCoding.value(ExhibitContent.self, from: row.text(1))
            return content.label == label && row.integer(2) != sequence ? row.text(0) : nil
        }.compactMap { $0 }.first
    }

    private static func condition(_ filter: ExhibitFilter, before cursor: Int64?, _ actor: Actor) -> RowRule {
        var rule = AccessStore.mayKnowExhibit("e", actor)
        func add(_ sql: String, _ values: DatabaseValue...) {
            rule.sql += " AND \(sql)"
            rule.values += values
        }
        if let bureau = filter.bureau { add("e.bureau = ?", .text(bureau)) }
        if let kind = filter.kind { add("e.kind = ?", .text(kind.rawValue)) }
        if let code = filter.calibreCode { add("e.calibre_code = ?", .text(code)) }
        if let number = filter.caseNumber { add("c.number = ?", .text(number)) }
        if let submission = filter.submission { add("e.submission = ?", .text(submission.rawValue)) }
        if let isTestFire = filter.isTestFire { add("e.is_test_fire = ?", .flag(isTestFire)) }
        if let country = filter.country { add("v.country = ?", .text(country.code)) }
        if let from = filter.from { add("COALESCE(v.date_until, v.date_from) >= ?", .text(from.description)) }
        if let until = filter.until { add("v.date_from <= ?", .text(until.description)) }
        if let text = filter.text {
            let pattern = DatabaseValue.text(LikePattern.containing(text.uppercased()))
            add("(e.number LIKE ? ESCAPE '\\' OR c.number LIKE ? ESCAPE '\\')", pattern, pattern)
        }
        if let cursor { add("e.sequence < ?", .integer(cursor)) }
        return rule
    }
}
