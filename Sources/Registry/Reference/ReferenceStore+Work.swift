import Firearms
import Storage

/// Records of a bureau that are to be described anew, because a spelling or the table got another meaning.
struct ReferenceWork: Sendable, Hashable {
    var bureau: String
    /// The field whose texts may mean something else now.
    var field: SpellingCorrection.Field
    /// The spelling that does; empty for every text of the field.
    var spelling: String
    /// Who decided.
    var user: String
    /// The last record that was gone through.
    var position: Int64
}

extension ReferenceStore {
    /// Has the bureau's records gone through from the first on.
    static func enqueue(
        _ field: SpellingCorrection.Field, spelling: String, bureau: String, by user: String,
        _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO reference_work(bureau, field, spelling, account, position) VALUES (?, ?, ?, ?, 0)
            ON CONFLICT(bureau, field, spelling) DO UPDATE SET account = excluded.account, position = 0
            """,
            [.text(bureau), .text(field.rawValue), .text(spelling), .text(user)]
        )
    }

    /// The next work, whosever it is.
    static func nextWork(_ connection: any ReadConnection) throws -> ReferenceWork? {
        try connection.first(
            """
            SELECT bureau, field, spelling, account, position FROM reference_work
            ORDER BY bureau, field, spelling LIMIT 1
            """,
            []
        ) { row in
            ReferenceWork(
                bureau: row.text(0), field: SpellingCorrection.Field(rawValue: row.text(1)) ?? .make,
                spelling: row.text(2), user: row.text(3), position: row.integer(4)
            )
        }
    }

    /// How much work waits for a bureau.
    static func workCount(of bureau: String, _ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM reference_work WHERE bureau = ?", [.text(bureau)])
    }

    /// Moves the work on; to nil when it is done.
    /// - Returns: whether it still stood where it was taken up; otherwise somebody else did it, or it began anew.
    static func advance(
        _ work: ReferenceWork, to position: Int64?, _ connection: any WriteConnection
    ) throws -> Bool {
        let key: [DatabaseValue] = [
            .text(work.bureau), .text(work.field.rawValue), .text(work.spelling), .integer(work.position),
        ]
        let condition = "WHERE bureau = ? AND field = ? AND spelling = ? AND position = ?"
        guard let position else {
            return try connection.execute("DELETE FROM reference_work \(condition)", key) > 0
        }
        return try connection.execute(
            "UPDATE reference_work SET position = ? \(condition)", [.integer(position)] + key
        ) > 0
    }

    /// A record of the bureau with the text of a field, and the code that the text has now.
    struct Described: Sendable {
        var record: Int64
        var text: String
        var code: String?
        var type: FirearmType?
    }

    /// The bureau's records within a range of row numbers that have a text in the field and are searched.
    static func described(
        _ work: ReferenceWork, through last: Int64, _ connection: any ReadConnection
    ) throws -> [Described] {
        let columns =
            switch work.field {
            case .make, .model: (text: "make", code: "make_code")
            case .calibre: (text: "calibre", code: "calibre_code")
            case .type: (text: "document", code: "type")
            }
        let hasText = work.field == .type ? "document LIKE '%\"typeWritten\":%'" : "\(columns.text) <> ''"
        return try connection.rows(
            """
            SELECT sequence, \(columns.text), \(columns.code), type FROM firearm_records
            WHERE sequence > ? AND sequence <= ? AND bureau = ? AND status IN ('active', 'located') AND \(hasText)
            ORDER BY sequence
            """,
            [.integer(work.position), .integer(last), .text(work.bureau)]
        ) { row in
            let text =
                work.field == .type
                ? try DocumentCoding.value(RecordContent.self, from: row.text(1)).firearm.typeWritten ?? ""
                : row.text(1)
            return Described(
                record: row.integer(0), text: text, code: row.optionalText(2),
                type: row.optionalText(3).flatMap { FirearmType($0) }
            )
        }
    }
}
