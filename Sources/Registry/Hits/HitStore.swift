import Matching
import Storage

/// Hits and their events in the database.
enum HitStore {
    static let migration = Migration(name: "hits") { dialect in
        [
            """
            CREATE TABLE hits (
                sequence \(dialect.identityColumn),
                number TEXT NOT NULL UNIQUE,
                state TEXT NOT NULL,
                urgency TEXT NOT NULL,
                origin TEXT NOT NULL,
                searcher_bureau TEXT NOT NULL REFERENCES bureaus(code),
                owner_bureau TEXT NOT NULL REFERENCES bureaus(code),
                check_id \(dialect.blobType),
                record BIGINT NOT NULL REFERENCES firearm_records(sequence),
                other_record BIGINT REFERENCES firearm_records(sequence),
                score DOUBLE PRECISION NOT NULL,
                reasons TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL,
                due_at BIGINT,
                remind_at BIGINT,
                reminded_at BIGINT,
                escalated_at BIGINT,
                version INTEGER NOT NULL
            )
            """,
            "CREATE INDEX hits_by_owner ON hits(owner_bureau, state)",
            "CREATE INDEX hits_by_searcher ON hits(searcher_bureau, state)",
            "CREATE INDEX hits_by_due ON hits(due_at) WHERE due_at IS NOT NULL",
            "CREATE UNIQUE INDEX hits_once_per_check ON hits(record, check_id) WHERE check_id IS NOT NULL",
            "CREATE UNIQUE INDEX hits_once_per_pair ON hits(record, other_record) WHERE other_record IS NOT NULL",
            """
            CREATE TABLE hit_events (
                hit BIGINT NOT NULL REFERENCES hits(sequence),
                position INTEGER NOT NULL,
                time BIGINT NOT NULL,
                account TEXT NOT NULL,
                bureau TEXT NOT NULL,
                action TEXT NOT NULL,
                state TEXT NOT NULL,
                note TEXT NOT NULL,
                until BIGINT,
                PRIMARY KEY (hit, position)
            )
            """,
            """
            CREATE TABLE follower_positions (
                name TEXT PRIMARY KEY NOT NULL,
                sequence BIGINT NOT NULL
            )
            """,
        ]
    }

    // MARK: Reading

    /// Each hit with what it names. Of a hit exactly one of `r`, `d` and `n` is no row of nulls; `o` and `p` are the
    /// searcher's record of a hit between two.
    private static let source = """
        FROM hits h
        LEFT JOIN firearm_records r ON h.kind = 'firearm' AND r.sequence = h.record
        LEFT JOIN firearm_records o ON h.kind = 'firearm' AND o.sequence = h.other_record
        LEFT JOIN object_records d ON h.kind IN ('document', 'vehicle') AND d.sequence = h.record
        LEFT JOIN object_records p ON h.kind IN ('document', 'vehicle') AND p.sequence = h.other_record
        LEFT JOIN notices n ON h.kind = 'notice' AND n.sequence = h.record
        """

    private static let columns = [
        hitColumns, RecordStore.columns, RecordStore.columns.replacing("r.", with: "o."),
        ObjectStore.columns.replacing("r.", with: "d."), ObjectStore.columns.replacing("r.", with: "p."),
        NoticeStore.columns,
    ].joined(separator: ", ")
    private static let hitColumns = """
        h.sequence, h.number, h.state, h.urgency, h.origin, h.searcher_bureau, h.owner_bureau, h.check_id, h.score, \
        h.reasons, h.created_at, h.changed_at, h.due_at, h.reminded_at, h.escalated_at, h.version, h.kind
        """
    private static let hitWidth = 17
    private static let recordWidth = 15

    private static func hit(_ own: any ResultRow) throws -> Hit {
        let records = try records(own)
        guard let record = records.record else {
            throw RegistryError(.notFound, subject: own.text(1))
        }
        return try Hit(
            sequence: own.integer(0), number: own.text(1), state: HitState(rawValue: own.text(2)) ?? .potential,
            urgency: Urgency(rawValue: own.text(3)) ?? .routine, origin: HitOrigin(rawValue: own.text(4)) ?? .check,
            searcherBureau: own.text(5), ownerBureau: own.text(6), check: own.isNull(7) ? nil : own.identifier(7),
            record: record, otherRecord: records.other,
            score: own.real(8), reasons: DocumentCoding.value([StoredReason].self, from: own.text(9)).map(\.reason),
            createdAt: own.moment(10), changedAt: own.moment(11), dueAt: own.isNull(12) ? nil : own.moment(12),
            remindedAt: own.isNull(13) ? nil : own.moment(13), escalatedAt: own.isNull(14) ? nil : own.moment(14),
            version: Int(own.integer(15))
        )
    }

    private static func records(_ base: any ResultRow) throws -> (record: HitRecord?, other: HitRecord?) {
        func row(_ firearms: Int, _ objects: Int) -> OffsetRow {
            OffsetRow(base: base, offset: hitWidth + firearms * recordWidth + objects * ObjectStore.width)
        }
        func read(_ row: OffsetRow, _ record: (OffsetRow) throws -> HitRecord) rethrows -> HitRecord? {
            row.isNull(0) ? nil : try record(row)
        }
        switch HitRecord.Kind(rawValue: base.text(16)) {
        case .firearm:
            func firearm(_ row: OffsetRow) -> HitRecord { .firearm(RecordStore.summary(row)) }
            return (read(row(0, 0), firearm), read(row(1, 0), firearm))
        case .document:
            func document(_ row: OffsetRow) throws -> HitRecord { .document(try ObjectStore.record(row)) }
            return (try read(row(2, 0), document), try read(row(2, 1), document))
        case .vehicle:
            func vehicle(_ row: OffsetRow) throws -> HitRecord { .vehicle(try ObjectStore.record(row)) }
            return (try read(row(2, 0), vehicle), try read(row(2, 1), vehicle))
        case .notice:
            return (try read(row(2, 2)) { .notice(NoticeBrief(try NoticeStore.notice($0))) }, nil)
        case nil:
            return (nil, nil)
        }
    }

    static func hit(number: String, _ actor: Actor, _ connection: any ReadConnection) throws -> Hit? {
        let rule = AccessStore.mayKnowHit(actor)
        return try connection.first(
            "SELECT \(columns) \(source) WHERE h.number = ? AND \(rule.sql)", [.text(number)] + rule.values, hit
        )
    }

    /// Hits the actor's bureau is a party to, open ones by their clock first.
    static func worklist(
        includingClosed: Bool, limit: Int, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [Hit] {
        let rule = AccessStore.mayKnowHit(actor)
        let open = includingClosed ? "" : "AND h.state NOT IN ('refuted', 'outcome-recorded')"
        return try connection.rows(
            """
            SELECT \(columns) \(source) WHERE \(rule.sql) \(open)
            ORDER BY CASE WHEN h.due_at IS NULL THEN 1 ELSE 0 END, h.due_at, h.changed_at DESC LIMIT ?
            """,
            rule.values + [.integer(Int64(limit))], hit
        )
    }

    /// How many hits wait for the actor's bureau to do something.
    static func openCount(_ actor: Actor, _ connection: any ReadConnection) throws -> Int {
        let rule = AccessStore.mayKnowHit(actor)
        return try connection.count(
            """
            SELECT COUNT(*) \(source) WHERE \(rule.sql)
            AND h.state IN ('potential', 'sent', 'acknowledged', 'more-time-asked')
            """,
            rule.values
        )
    }

    static func hits(
        on kind: HitRecord.Kind, _ sequence: Int64, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [Hit] {
        let rule = AccessStore.mayKnowHit(actor)
        return try connection.rows(
            """
            SELECT \(columns) \(source) WHERE h.kind = ? AND (h.record = ? OR h.other_record = ?) AND \(rule.sql)
            ORDER BY h.sequence DESC LIMIT 50
            """,
            [.text(kind.rawValue), .integer(sequence), .integer(sequence)] + rule.values, hit
        )
    }

    /// The hit between a check and a record.
    static func hit(
        check: Identifier, _ record: HitRecord, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Hit? {
        let rule = AccessStore.mayKnowHit(actor)
        return try connection.first(
            "SELECT \(columns) \(source) WHERE h.kind = ? AND h.record = ? AND h.check_id = ? AND \(rule.sql)",
            [.text(record.kind.rawValue), .integer(record.sequence), check.databaseValue] + rule.values, hit
        )
    }

    static func events(of hit: Int64, _ connection: any ReadConnection) throws -> [HitEvent] {
        try connection.rows(
            """
            SELECT time, account, bureau, action, state, note, until FROM hit_events WHERE hit = ? ORDER BY position
            """,
            [.integer(hit)]
        ) { row in
            HitEvent(
                time: row.moment(0), user: row.text(1), bureau: row.text(2), action: row.text(3),
                state: HitState(rawValue: row.text(4)) ?? .potential, note: row.text(5),
                until: row.isNull(6) ? nil : row.moment(6)
            )
        }
    }

    // MARK: Writing

    /// A hit before it has a number.
    struct Draft: Sendable {
        var state: HitState
        var urgency: Urgency
        var origin: HitOrigin
        var searcherBureau: String
        var ownerBureau: String
        var check: Identifier?
        /// In which table the records are.
        var kind: HitRecord.Kind
        var record: Int64
        var otherRecord: Int64?
        var score: Double
        var reasons: [MatchReason]
        var clock: HitClock?
        var note: String

        /// Whether both are about the same check and record, or the same two records.
        func isSamePair(as other: Self) -> Bool {
            check == other.check && kind == other.kind
                && (record == other.record && otherRecord == other.otherRecord
                    || record == other.otherRecord && otherRecord == other.record)
        }
    }

    /// Adds a hit with its first event.
    /// - Parameter numberedBy: the bureau whose series of hit numbers is used; one that may know of the hit, because a
    ///   gap in the series would tell of it.
    /// - Returns: its number, or nil where the same pair has a hit already.
    static func insert(_ draft: Draft, numberedBy: String, _ connection: JournalledConnection) throws -> String? {
        if try exists(draft, connection) { return nil }
        let time = connection.time
        let number = try RecordStore.takeNumber(bureau: numberedBy, letter: "H", connection)
        let sequence = try connection.first(
            """
            INSERT INTO hits(number, state, urgency, origin, searcher_bureau, owner_bureau, check_id, kind, record,
                other_record, score, reasons, created_at, changed_at, due_at, remind_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) RETURNING sequence
            """,
            [
                .text(number), .text(draft.state.rawValue), .text(draft.urgency.rawValue), .text(draft.origin.rawValue),
                .text(draft.searcherBureau), .text(draft.ownerBureau), draft.check.map(\.databaseValue) ?? .null,
                .text(draft.kind.rawValue), .integer(draft.record), draft.otherRecord.map { .integer($0) } ?? .null,
                .real(draft.score),
                .text(try DocumentCoding.text(draft.reasons.map(StoredReason.init))), time.databaseValue,
                time.databaseValue,
                draft.clock?.dueAt.databaseValue ?? .null, draft.clock?.remindAt.databaseValue ?? .null,
            ]
        ) { $0.integer(0) }
        guard let sequence else { return nil }
        try append(
            HitEvent(
                time: time, user: connection.actor.name, bureau: connection.actor.bureau, action: "create",
                state: draft.state, note: draft.note
            ),
            to: sequence, connection
        )
        try connection.journal("hit.create", "hit:\(number)", ["state": draft.state.rawValue])
        return number
    }

    private static func exists(_ draft: Draft, _ connection: any ReadConnection) throws -> Bool {
        if let check = draft.check {
            return try connection.count(
                "SELECT COUNT(*) FROM hits WHERE kind = ? AND record = ? AND check_id = ?",
                [.text(draft.kind.rawValue), .integer(draft.record), check.databaseValue]
            ) > 0
        }
        guard let other = draft.otherRecord else { return false }
        return try connection.count(
            """
            SELECT COUNT(*) FROM hits
            WHERE kind = ? AND ((record = ? AND other_record = ?) OR (record = ? AND other_record = ?))
            """,
            [
                .text(draft.kind.rawValue), .integer(draft.record), .integer(other), .integer(other),
                .integer(draft.record),
            ]
        ) > 0
    }

    /// Moves a hit to a state that leaves its clock as it is, with the reminder and escalation it has had.
    static func moveKeepingClock(
        _ hit: Hit, to state: HitState, _ event: HitEvent, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "UPDATE hits SET state = ?, changed_at = ?, version = version + 1 WHERE sequence = ?",
            [.text(state.rawValue), event.time.databaseValue, .integer(hit.sequence)]
        )
        try append(event, to: hit.sequence, connection)
    }

    /// Moves a hit to a state, sets or stops its clock and notes the event.
    static func move(
        _ hit: Hit, to state: HitState, clock: HitClock?, _ event: HitEvent, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE hits SET state = ?, urgency = ?, changed_at = ?, due_at = ?, remind_at = ?, reminded_at = NULL,
                escalated_at = NULL, version = version + 1
            WHERE sequence = ?
            """,
            [
                .text(state.rawValue), .text(hit.urgency.rawValue), event.time.databaseValue,
                clock?.dueAt.databaseValue ?? .null,
                clock?.remindAt.databaseValue ?? .null, .integer(hit.sequence),
            ]
        )
        try append(event, to: hit.sequence, connection)
    }

    static func append(_ event: HitEvent, to hit: Int64, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO hit_events(hit, position, time, account, bureau, action, state, note, until)
            SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM hit_events WHERE hit = ?
            """,
            [
                .integer(hit), event.time.databaseValue, .text(event.user), .text(event.bureau), .text(event.action),
                .text(event.state.rawValue), .text(event.note), event.until?.databaseValue ?? .null, .integer(hit),
            ]
        )
    }
}
