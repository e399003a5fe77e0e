import Storage

/// The readings of the screening in the database.
enum NoticeReadingStore {
    static func insert(
        _ reading: NoticeReading, of notice: Notice, _ connection: any WriteConnection
    ) throws {
        let (decision, reasons) = Self.columns(reading.decision)
        try connection.execute(
            """
            INSERT INTO notice_readings(notice, version, place, reader, decision, reasons, remark, read_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(notice.sequence), .integer(Int64(notice.version)), .integer(Int64(reading.place)),
                .text(reading.reader), .text(decision), .text(reasons), .text(reading.remark),
                reading.at.databaseValue,
            ]
        )
    }

    /// Every reading of a notice, oldest first.
    static func readings(of notice: Int64, _ connection: any ReadConnection) throws -> [NoticeReading] {
        try connection.rows(
            """
            SELECT place, reader, decision, reasons, remark, read_at FROM notice_readings WHERE notice = ?
            ORDER BY sequence
            """,
            [.integer(notice)]
        ) { row in
            NoticeReading(
                place: Int(row.integer(0)), reader: row.text(1), decision: decision(row.text(2), row.text(3)),
                remark: row.text(4), at: row.moment(5)
            )
        }
    }

    /// Notices that wait for a reader, as far as the actor may know of them, what has waited longest first.
    static func waiting(limit: Int, _ actor: Actor, _ connection: any ReadConnection) throws -> [NoticeInScreening] {
        let rule = AccessStore.mayKnowNotice("n", actor)
        let notices = try connection.rows(
            """
            SELECT \(NoticeStore.columns) FROM notices n
            WHERE n.state IN ('requested', 'first-read') AND \(rule.sql) ORDER BY n.changed_at, n.sequence LIMIT ?
            """,
            rule.values + [.integer(Int64(limit))], NoticeStore.notice
        )
        return try notices.map { notice in
            var notice = notice
            if notice.bureau != actor.bureau { notice.content.hiddenFrom = [] }
            guard notice.state == .firstRead else {
                return NoticeInScreening(notice: notice, sentAt: notice.changedAt, first: nil)
            }
            let sentAt = try connection.first(
                "SELECT MAX(changed_at) FROM notice_versions WHERE notice = ? AND state = 'requested'",
                [.integer(notice.sequence)]
            ) { $0.moment(0) }
            return NoticeInScreening(
                notice: notice, sentAt: sentAt ?? notice.changedAt,
                first: try readings(of: notice.sequence, connection).last
            )
        }
    }

    private static func columns(_ decision: NoticeReading.Decision) -> (String, String) {
        switch decision {
        case .publish: ("publish", "")
        case .refuse(let reasons): ("refuse", reasons.map(\.rawValue).joined(separator: " "))
        case .handBack: ("hand-back", "")
        }
    }

    private static func decision(_ name: String, _ reasons: String) -> NoticeReading.Decision {
        switch name {
        case "publish": .publish
        case "refuse": .refuse(reasons.split(separator: " ").compactMap { NoticeRefusal(rawValue: String($0)) })
        default: .handBack
        }
    }
}
