import Firearms
import Storage

/// Cases and their events in the database.
enum CaseStore {
    private static let columns =
        "c.sequence, c.number, c.bureau, c.version, c.created_at, c.changed_at, c.document"

    /// What a superseded version keeps.
    private struct KeptVersion: Codable {
        var content: CaseContent
        var events: [EventContent]
    }

    // MARK: Reading

    /// The case of a number, as far as the actor may read it.
    static func forensicCase(
        _ number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> ForensicCase? {
        let rule = AccessStore.mayReadCase("c", actor)
        let found = try connection.first(
            "SELECT \(columns) FROM ballistic_cases c WHERE c.number = ? AND \(rule.sql)", [.text(number)] + rule.values
        ) { try forensicCase($0) }
        guard var found else { return nil }
        found.events = try events(of: found.sequence, connection)
        return found
    }

    /// A bureau's case with a file number, if there is one.
    static func number(
        ofReference reference: String, bureau: String, except sequence: Int64? = nil,
        _ connection: any ReadConnection
    ) throws -> String? {
        try connection.first(
            """
            SELECT number FROM ballistic_cases WHERE bureau = ? AND reference = ? AND sequence <> ?
            ORDER BY sequence LIMIT 1
            """,
            [.text(bureau), .text(reference), .integer(sequence ?? 0)]
        ) { $0.text(0) }
    }

    /// Cases of the actor's bureau, the last entered first.
    /// - Parameter text: part of the number or the file number; nil for all.
    static func page(
        _ text: String?, before cursor: Int64?, limit: Int, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> CasePage {
        var rule = AccessStore.mayReadCase("c", actor)
        if let text {
            rule.sql += " AND (c.number LIKE ? ESCAPE '\\' OR c.reference LIKE ? ESCAPE '\\')"
            rule.values += [.text(LikePattern.containing(text.uppercased())), .text(LikePattern.containing(text))]
        }
        if let cursor {
            rule.sql += " AND c.sequence < ?"
            rule.values.append(.integer(cursor))
        }
        let known = AccessStore.mayKnowExhibit("e", actor)
        var rows = try connection.rows(
            """
            SELECT \(columns),
                (SELECT COUNT(*) FROM exhibits e WHERE e.ballistic_case = c.sequence AND \(known.sql))
            FROM ballistic_cases c WHERE \(rule.sql) ORDER BY c.sequence DESC LIMIT ?
            """,
            known.values + rule.values + [.integer(Int64(limit + 1))]
        ) { CasePage.Row(forensicCase: try forensicCase($0), exhibitCount: Int($0.integer(7))) }
        let hasMore = rows.count > limit
        if hasMore { rows.removeLast() }
        for index in rows.indices {
            rows[index].forensicCase.events = try events(of: rows[index].forensicCase.sequence, connection)
        }
        return CasePage(rows: rows, nextCursor: hasMore ? rows.last?.forensicCase.sequence : nil)
    }

    private static func forensicCase(_ row: any ResultRow) throws -> ForensicCase {
        ForensicCase(
            sequence: row.integer(0), number: row.text(1), bureau: row.text(2), version: Int(row.integer(3)),
            createdAt: row.moment(4), changedAt: row.moment(5),
            content: try DocumentCoding.value(CaseContent.self, from: row.text(6)), events: []
        )
    }

    private static func events(of sequence: Int64, _ connection: any ReadConnection) throws -> [ForensicEvent] {
        try connection.rows(
            "SELECT sequence, place, document FROM ballistic_events WHERE ballistic_case = ? ORDER BY place",
            [.integer(sequence)]
        ) { row in
            ForensicEvent(
                sequence: row.integer(0), place: Int(row.integer(1)),
                content: try DocumentCoding.value(EventContent.self, from: row.text(2))
            )
        }
    }

    // MARK: Writing

    static func insert(
        number: String, bureau: String, _ content: CaseContent, at now: Moment, _ connection: any WriteConnection
    ) throws -> Int64 {
        let sequence = try connection.first(
            """
            INSERT INTO ballistic_cases(number, bureau, reference, version, document, created_at, changed_at)
            VALUES (?, ?, ?, 1, ?, ?, ?) RETURNING sequence
            """,
            [
                .text(number), .text(bureau), .text(content.reference ?? ""), .text(try DocumentCoding.text(content)),
                now.databaseValue, now.databaseValue,
            ]
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: number) }
        return sequence
    }

    /// Puts a new version in place of the present one, which moves to the history with its events.
    static func replace(
        _ forensicCase: ForensicCase, with content: CaseContent, by user: String, reason: String, at now: Moment,
        _ connection: any WriteConnection
    ) throws {
        let kept = KeptVersion(content: forensicCase.content, events: forensicCase.events.map(\.content))
        try connection.execute(
            """
            INSERT INTO ballistic_case_versions(ballistic_case, version, document, changed_at, changed_by, reason)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(forensicCase.sequence), .integer(forensicCase.version), .text(try DocumentCoding.text(kept)),
                forensicCase.changedAt.databaseValue, .text(user), .text(reason),
            ]
        )
        try connection.execute(
            """
            UPDATE ballistic_cases SET reference = ?, version = version + 1, document = ?, changed_at = ?
            WHERE sequence = ?
            """,
            [
                .text(content.reference ?? ""), .text(try DocumentCoding.text(content)), now.databaseValue,
                .integer(forensicCase.sequence),
            ]
        )
    }

    static func insertEvent(
        _ content: EventContent, place: Int, of sequence: Int64, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO ballistic_events(kind, date_from, date_until, country, latitude, longitude, document,
                ballistic_case, place)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            try eventValues(content) + [.integer(sequence), .integer(place)]
        )
    }

    static func replaceEvent(
        _ event: ForensicEvent, with content: EventContent, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE ballistic_events SET kind = ?, date_from = ?, date_until = ?, country = ?, latitude = ?,
                longitude = ?, document = ?
            WHERE sequence = ?
            """,
            try eventValues(content) + [.integer(event.sequence)]
        )
    }

    private static func eventValues(_ content: EventContent) throws -> [DatabaseValue] {
        [
            .text(content.kind.rawValue), .optional(content.from?.description), .optional(content.until?.description),
            .optional(content.country?.code), .optional(content.coordinates?.latitude),
            .optional(content.coordinates?.longitude), .text(try DocumentCoding.text(content)),
        ]
    }
}

/// Patterns for `LIKE ... ESCAPE '\'`.
enum LikePattern {
    /// Matches what holds the text, every sign of it taken as it stands.
    static func containing(_ text: String) -> String {
        let signs = text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
        return "%\(signs)%"
    }
}
