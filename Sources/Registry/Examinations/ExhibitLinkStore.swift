import Storage

/// Links between exhibits, and the hits between cases, in the database.
enum ExhibitLinkStore {
    private static let columns = """
        l.examination, x.number, l.bureau, a.number, b.number, l.standing, l.since, l.lead_at, l.hit_at, \
        (SELECT h.number FROM case_hits h WHERE h.first_case = l.first_case AND h.second_case = l.second_case \
        AND h.withdrawn_at IS NULL AND l.standing = 'hit'), \
        l.requested_at, l.sent_at, l.received_at, \
        CASE WHEN EXISTS (SELECT 1 FROM exhibit_link_steps s WHERE s.examination = l.examination \
        AND s.step = 'acknowledge' AND s.bureau = ? AND s.time >= l.since) THEN 1 ELSE 0 END
        """

    /// What every query reads from: the link, its examination and both exhibits, as the row rule needs them.
    static let source = """
        FROM exhibit_links l JOIN examinations x ON x.sequence = l.examination \
        JOIN exhibits a ON a.sequence = l.first_exhibit JOIN exhibits b ON b.sequence = l.second_exhibit
        """

    /// The links the actor may know of that meet a condition on `l`, `x`, `a` and `b`.
    static func links(
        where condition: String, _ values: [DatabaseValue], order: String = "l.since DESC", limit: Int, _ actor: Actor,
        _ connection: any ReadConnection
    ) throws -> [ExhibitLink] {
        let rule = AccessStore.mayKnowLink(actor)
        let rows = try connection.rows(
            "SELECT \(columns) \(source) WHERE \(rule.sql) AND (\(condition)) ORDER BY \(order) LIMIT ?",
            [.text(actor.bureau)] + rule.values + values + [.integer(limit)]
        ) { row in
            Reading(
                examination: row.integer(0), number: row.text(1), bureau: row.text(2), first: row.text(3),
                second: row.text(4), standing: ExhibitLink.Standing(rawValue: row.text(5)) ?? .lead,
                since: row.moment(6), leadAt: row.moment(7), hitAt: row.optionalMoment(8), hit: row.optionalText(9),
                requestedAt: row.optionalMoment(10), sentAt: row.optionalMoment(11),
                receivedAt: row.optionalMoment(12), isAcknowledged: row.flag(13)
            )
        }
        return try rows.compactMap { try $0.link(actor, connection) }
    }

    static func link(_ number: String, _ actor: Actor, _ connection: any ReadConnection) throws -> ExhibitLink? {
        try links(where: "x.number = ?", [.text(number)], limit: 1, actor, connection).first
    }

    /// The steps of a link that the caller has read under the row rule, oldest first.
    static func steps(of link: Int64, _ connection: any ReadConnection) throws -> [ExhibitLinkStep] {
        try connection.rows(
            """
            SELECT time, account, bureau, step, note FROM exhibit_link_steps WHERE examination = ? ORDER BY position
            """,
            [.integer(link)]
        ) { row in
            ExhibitLinkStep(
                time: row.moment(0), user: row.text(1), bureau: row.text(2), step: row.text(3), note: row.text(4)
            )
        }
    }

    /// The standing of an examination's link, whoever reads; nil where it has none.
    static func standing(of examination: Int64, _ connection: any ReadConnection) throws -> ExhibitLink.Standing? {
        try connection.first(
            "SELECT standing FROM exhibit_links WHERE examination = ?", [.integer(examination)]
        ) { ExhibitLink.Standing(rawValue: $0.text(0)) } ?? nil
    }

    // MARK: Writing

    /// The cases of two exhibits in the order of their entry; nil where both belong to one case, which nothing links.
    static func cases(
        of examination: Examination, _ connection: any ReadConnection
    ) throws -> (first: Int64, second: Int64)? {
        let cases = try connection.rows(
            "SELECT ballistic_case FROM exhibits WHERE sequence IN (?, ?) ORDER BY ballistic_case",
            [.integer(examination.first.sequence), .integer(examination.second.sequence)]
        ) { $0.integer(0) }
        guard cases.count == 2, cases[0] != cases[1] else { return nil }
        return (cases[0], cases[1])
    }

    /// Gives the link of an examination a standing, and makes or withdraws the hit between its cases.
    static func set(
        _ standing: ExhibitLink.Standing, of examination: Examination, cases: (first: Int64, second: Int64),
        _ connection: JournalledConnection
    ) throws {
        let time = connection.time.databaseValue
        let hitAt: DatabaseValue = standing == .hit ? time : .null
        try connection.execute(
            """
            INSERT INTO exhibit_links(examination, bureau, first_exhibit, second_exhibit, first_case, second_case,
                standing, since, lead_at, hit_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT(examination) DO UPDATE SET standing = excluded.standing, since = excluded.since,
                hit_at = COALESCE(excluded.hit_at, exhibit_links.hit_at)
            """,
            [
                .integer(examination.sequence), .text(examination.bureau), .integer(examination.first.sequence),
                .integer(examination.second.sequence), .integer(cases.first), .integer(cases.second),
                .text(standing.rawValue), time, time, hitAt,
            ]
        )
        try append(standing.rawValue, note: "", to: examination.sequence, connection)
        if standing == .hit {
            try makeHit(of: examination, cases, connection)
        } else {
            try withdrawHit(cases, connection)
        }
        try connection.journal("link.\(standing.rawValue)", "link:\(examination.number)")
    }

    /// One hit for each pair of cases, counted for the laboratory that confirmed it first.
    private static func makeHit(
        of examination: Examination, _ cases: (first: Int64, second: Int64), _ connection: JournalledConnection
    ) throws {
        let isMade = try connection.exists(
            "SELECT 1 FROM case_hits WHERE first_case = ? AND second_case = ? AND withdrawn_at IS NULL",
            [.integer(cases.first), .integer(cases.second)]
        )
        guard !isMade else { return }
        let bureau = examination.bureau
        let number = try RecordStore.takeNumber(bureau: bureau, letter: "BH", connection)
        try connection.execute(
            """
            INSERT INTO case_hits(number, first_case, second_case, bureau, examination, made_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                .text(number), .integer(cases.first), .integer(cases.second), .text(bureau),
                .integer(examination.sequence), connection.time.databaseValue,
            ]
        )
        try connection.journal("case-hit.make", "case-hit:\(number)")
    }

    /// A hit stands as long as any link between the two cases is one.
    private static func withdrawHit(
        _ cases: (first: Int64, second: Int64), _ connection: JournalledConnection
    ) throws {
        let pair: [DatabaseValue] = [.integer(cases.first), .integer(cases.second)]
        let stands = try connection.exists(
            "SELECT 1 FROM exhibit_links WHERE first_case = ? AND second_case = ? AND standing = 'hit'", pair
        )
        guard !stands else { return }
        let numbers = try connection.rows(
            "SELECT number FROM case_hits WHERE first_case = ? AND second_case = ? AND withdrawn_at IS NULL", pair
        ) { $0.text(0) }
        for number in numbers {
            try connection.execute(
                "UPDATE case_hits SET withdrawn_at = ? WHERE number = ?",
                [connection.time.databaseValue, .text(number)]
            )
            try connection.journal("case-hit.withdraw", "case-hit:\(number)")
        }
    }

    /// Notes that a party took a step.
    static func note(
        _ action: LinkAction, note: String, on link: ExhibitLink, _ connection: JournalledConnection
    ) throws {
        let column: String? =
            switch action {
            case .acknowledge: nil
            case .requestExhibit: "requested_at"
            case .sendExhibit: "sent_at"
            case .receiveExhibit: "received_at"
            }
        if let column {
            try connection.execute(
                "UPDATE exhibit_links SET \(column) = ? WHERE examination = ?",
                [connection.time.databaseValue, .integer(link.examination)]
            )
        }
        try append(action.rawValue, note: note, to: link.examination, connection)
        try connection.journal("link.\(action.rawValue)", "link:\(link.number)")
    }

    private static func append(
        _ step: String, note: String, to link: Int64, _ connection: JournalledConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO exhibit_link_steps(examination, position, time, account, bureau, step, note)
            SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ? FROM exhibit_link_steps WHERE examination = ?
            """,
            [
                .integer(link), connection.time.databaseValue, .text(connection.actor.name),
                .text(connection.actor.bureau), .text(step), .text(note), .integer(link),
            ]
        )
    }

    /// A row before its exhibits are read.
    private struct Reading {
        var examination: Int64
        var number: String
        var bureau: String
        var first: String
        var second: String
        var standing: ExhibitLink.Standing
        var since: Moment
        var leadAt: Moment
        var hitAt: Moment?
        var hit: String?
        var requestedAt: Moment?
        var sentAt: Moment?
        var receivedAt: Moment?
        var isAcknowledged: Bool

        func link(_ actor: Actor, _ connection: any ReadConnection) throws -> ExhibitLink? {
            guard let first = try ExhibitStore.exhibit(first, actor, connection),
                let second = try ExhibitStore.exhibit(second, actor, connection)
            else { return nil }
            return ExhibitLink(
                examination: examination, number: number, bureau: bureau, first: first, second: second,
                standing: standing, since: since, leadAt: leadAt, hitAt: hitAt, hit: hit, requestedAt: requestedAt,
                sentAt: sentAt, receivedAt: receivedAt, isAcknowledged: isAcknowledged
            )
        }
    }
}
