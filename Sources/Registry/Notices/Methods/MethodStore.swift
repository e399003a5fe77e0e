import Storage

/// Methods in the database.
enum MethodStore {
    /// The methods of purple notices that an actor may know of, the last changed first; what was withdrawn is not there.
    static func methods(limit: Int, _ actor: Actor, _ connection: any ReadConnection) throws -> [Notice] {
        let rule = AccessStore.mayKnowNotice("n", actor)
        return try connection.rows(
            """
            SELECT \(NoticeStore.columns) FROM notices n
            WHERE n.colour = ? AND n.state NOT IN ('refused', 'cancelled', 'expired') AND \(rule.sql)
            ORDER BY n.changed_at DESC, n.sequence DESC LIMIT ?
            """,
            [.text(NoticeColour.purple.rawValue)] + rule.values + [.integer(Int64(limit))], NoticeStore.notice
        ).map { notice in
            var notice = notice
            if notice.bureau != actor.bureau { notice.content.hiddenFrom = [] }
            return notice
        }
    }
}
