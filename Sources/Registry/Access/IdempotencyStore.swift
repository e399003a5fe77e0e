import Storage

/// Answers given to requests with an idempotency key.
enum IdempotencyStore {
    static let migration = Migration(name: "idempotency keys") { dialect in
        [
            """
            CREATE TABLE idempotency_keys (
                account \(dialect.blobType) NOT NULL,
                name TEXT NOT NULL,
                request \(dialect.blobType) NOT NULL,
                status INTEGER,
                answer TEXT,
                location TEXT,
                created_at BIGINT NOT NULL,
                PRIMARY KEY (account, name)
            )
            """,
            "CREATE INDEX idempotency_keys_by_age ON idempotency_keys(created_at)",
        ]
    }

    static let entityTagMigration = Migration(name: "entity tags of kept answers") { _ in
        ["ALTER TABLE idempotency_keys ADD COLUMN entity_tag TEXT"]
    }

    static func kept(
        account: Identifier, name: String, _ connection: any ReadConnection
    ) throws -> (request: [UInt8], answer: KeptAnswer?, createdAt: Moment)? {
        try connection.first(
            """
            SELECT request, status, answer, location, created_at, entity_tag FROM idempotency_keys
            WHERE account = ? AND name = ?
            """,
            [account.databaseValue, .text(name)]
        ) { row in
            let answer =
                row.isNull(1)
                ? nil
                : KeptAnswer(
                    status: Int(row.integer(1)), body: row.text(2), location: row.optionalText(3),
                    entityTag: row.optionalText(5)
                )
            return (row.bytes(0), answer, row.moment(4))
        }
    }

    static func reserve(
        account: Identifier, name: String, request: [UInt8], at now: Moment, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO idempotency_keys(account, name, request, created_at) VALUES (?, ?, ?, ?)
            ON CONFLICT(account, name) DO UPDATE SET request = excluded.request, created_at = excluded.created_at
            """,
            [account.databaseValue, .text(name), .blob(request), now.databaseValue]
        )
    }

    static func finish(
        account: Identifier, name: String, _ answer: KeptAnswer, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            UPDATE idempotency_keys SET status = ?, answer = ?, location = ?, entity_tag = ?
            WHERE account = ? AND name = ?
            """,
            [
                .integer(answer.status), .text(answer.body), .optional(answer.location), .optional(answer.entityTag),
                account.databaseValue, .text(name),
            ]
        )
    }

    static func release(account: Identifier, name: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            "DELETE FROM idempotency_keys WHERE account = ? AND name = ?", [account.databaseValue, .text(name)]
        )
    }

    static func delete(before moment: Moment, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM idempotency_keys WHERE created_at < ?", [moment.databaseValue])
    }
}
