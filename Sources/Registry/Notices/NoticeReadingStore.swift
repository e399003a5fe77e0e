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
