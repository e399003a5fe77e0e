import Storage

/// The part of the journal an actor may read.
enum AuditStore {
    static let migration = Migration(name: "journal by bureau") { _ in
        ["CREATE INDEX journal_by_bureau ON journal(bureau, sequence)"]
    }

    static func entries(
        _ filter: JournalFilter, bureau: String, before cursor: Int64?, limit: Int, _ connection: any ReadConnection
    ) throws -> [JournalRow] {
        var sql = "SELECT sequence, time, actor, bureau, action, object, details FROM journal WHERE bureau = ?"
        var values: [DatabaseValue] = [.text(bureau)]
        func add(_ condition: String, _ value: DatabaseValue) {
            sql += " AND \(condition)"
            values.append(value)
        }
        if let user = filter.user { add("actor = ?", .text(user)) }
        if let action = filter.action { add("action = ?", .text(action)) }
        if let object = filter.object { add("object = ?", .text(object)) }
        if let from = filter.from { add("time >= ?", from.databaseValue) }
        if let until = filter.until { add("time < ?", until.databaseValue) }
        if let cursor { add("sequence < ?", .integer(cursor)) }
        sql += " ORDER BY sequence DESC LIMIT ?"
        values.append(.integer(Int64(limit)))
        return try connection.rows(sql, values) { row in
            JournalRow(
                sequence: row.integer(0), time: row.moment(1), user: row.text(2), bureau: row.text(3),
                action: row.text(4), object: row.text(5), details: row.text(6)
            )
        }
    }
}
