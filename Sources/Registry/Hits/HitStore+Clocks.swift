import Storage

/// The clocks of hits, and how far those have come who follow the journal.
extension HitStore {
    // MARK: Clocks

    /// A hit whose reminder or escalation is due.
    struct DueHit: Sendable {
        var sequence: Int64
        var number: String
        var state: HitState
        var ownerBureau: String
        var isEscalation: Bool
    }

    static func due(at now: Moment, _ connection: any ReadConnection) throws -> [DueHit] {
        try connection.rows(
            """
            SELECT sequence, number, state, owner_bureau, CASE WHEN due_at <= ? THEN 1 ELSE 0 END FROM hits
            WHERE due_at IS NOT NULL AND escalated_at IS NULL
                AND (due_at <= ? OR (remind_at <= ? AND reminded_at IS NULL))
            ORDER BY due_at LIMIT 200
            """,
            [now.databaseValue, now.databaseValue, now.databaseValue]
        ) { row in
            DueHit(
                sequence: row.integer(0), number: row.text(1), state: HitState(rawValue: row.text(2)) ?? .sent,
                ownerBureau: row.text(3), isEscalation: row.integer(4) != 0
            )
        }
    }

    static func markReminded(_ hit: Int64, at now: Moment, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE hits SET reminded_at = ? WHERE sequence = ? AND due_at IS NOT NULL AND remind_at <= ?
                AND reminded_at IS NULL
            """,
            [now.databaseValue, .integer(hit), now.databaseValue]
        ) > 0
    }

    static func markEscalated(_ hit: Int64, at now: Moment, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            """
            UPDATE hits SET escalated_at = ?, reminded_at = COALESCE(reminded_at, ?)
            WHERE sequence = ? AND due_at IS NOT NULL AND due_at <= ? AND escalated_at IS NULL
            """,
            [now.databaseValue, now.databaseValue, .integer(hit), now.databaseValue]
        ) > 0
    }

    // MARK: Follower positions

    static func position(of follower: String, _ connection: any ReadConnection) throws -> Int64 {
        try connection.first("SELECT sequence FROM follower_positions WHERE name = ?", [.text(follower)]) {
            $0.integer(0)
        } ?? 0
    }

    /// Moves a follower on, unless another process was faster.
    static func advance(
        _ follower: String, from old: Int64, to new: Int64, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "INSERT INTO follower_positions(name, sequence) VALUES (?, 0) ON CONFLICT(name) DO NOTHING",
            [.text(follower)]
        )
        return try connection.execute(
            "UPDATE follower_positions SET sequence = ? WHERE name = ? AND sequence = ?",
            [.integer(new), .text(follower), .integer(old)]
        ) > 0
    }
}
