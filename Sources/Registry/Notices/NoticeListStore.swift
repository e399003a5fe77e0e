import Storage

/// Lists of notices, under the same row rule as everything else.
enum NoticeListStore {
    private static let mostWords = 8

    static func page(
        _ filter: NoticeFilter, before cursor: NoticeCursor?, limit: Int, _ actor: Actor,
        _ connection: any ReadConnection
    ) throws -> NoticePage {
        var rule = AccessStore.mayKnowNotice("n", actor)
        func add(_ sql: String, _ values: DatabaseValue...) {
            rule.sql += " AND \(sql)"
            rule.values += values
        }
        if let colour = filter.colour { add("n.colour = ?", .text(colour.rawValue)) }
        if let state = filter.state { add("n.state = ?", .text(state.rawValue)) }
        if let bureau = filter.bureau { add("n.bureau = ?", .text(bureau)) }
        for word in (filter.text ?? "").split(whereSeparator: \.isWhitespace).prefix(mostWords) {
            add("n.text_key LIKE ? ESCAPE '!'", .text(PublicNoticeStore.part(String(word))))
        }
        if let cursor {
            add(
                "(n.changed_at < ? OR (n.changed_at = ? AND n.sequence < ?))", .integer(cursor.changedAt),
                .integer(cursor.changedAt), .integer(cursor.sequence)
            )
        }
        var notices = try connection.rows(
            """
            SELECT \(NoticeStore.columns) FROM notices n WHERE \(rule.sql)
            ORDER BY n.changed_at DESC, n.sequence DESC LIMIT ?
            """,
            rule.values + [.integer(Int64(limit + 1))], NoticeStore.notice
        )
        let hasMore = notices.count > limit
        if hasMore { notices.removeLast() }
        for place in notices.indices where notices[place].bureau != actor.bureau {
            notices[place].content.hiddenFrom = []
        }
        let last = hasMore ? notices.last : nil
        return NoticePage(
            notices: notices, pictures: try NoticePictureStore.first(of: notices.map(\.sequence), connection),
            next: last.map { NoticeCursor(changedAt: $0.changedAt.milliseconds, sequence: $0.sequence) }
        )
    }
}
