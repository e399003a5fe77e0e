import Firearms
import Storage

/// Sessions, API tokens and failed sign-ins in the database. Secrets are stored as SHA-256 only.
enum SessionStore {
    static let migration = Migration(name: "sessions") { dialect in
        [
            """
            CREATE TABLE sessions (
                secret \(dialect.blobType) PRIMARY KEY NOT NULL,
                account \(dialect.blobType) NOT NULL REFERENCES users(id),
                forgery_secret TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX sessions_by_account ON sessions(account)",
            """
            CREATE TABLE api_tokens (
                id \(dialect.blobType) PRIMARY KEY NOT NULL,
                secret \(dialect.blobType) NOT NULL UNIQUE,
                account \(dialect.blobType) NOT NULL REFERENCES users(id),
                name TEXT NOT NULL,
                scopes TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                revoked_at BIGINT
            )
            """,
            "CREATE INDEX api_tokens_by_account ON api_tokens(account)",
            """
            CREATE TABLE failed_sign_ins (
                name TEXT PRIMARY KEY NOT NULL,
                failures INTEGER NOT NULL,
                locked_until BIGINT NOT NULL
            )
            """,
        ]
    }

    private static let actorColumns = """
        u.id, u.name, u.display_name, u.bureau, b.name, b.country, u.role, u.language
        """

    /// The actor of the first eight columns.
    private static func actor(_ row: any ResultRow, scopes: Set<Scope>?, channel: Actor.Channel) throws -> Actor {
        let country = row.optionalText(5).flatMap { Country($0) }
        return try Actor(
            user: row.identifier(0), name: row.text(1), displayName: row.text(2), bureau: row.text(3),
            bureauName: row.text(4), country: country, isCoordinationCentre: row.isNull(5),
            role: Role(rawValue: row.text(6)) ?? .officer, scopes: scopes, channel: channel, language: row.text(7)
        )
    }

    static func actor(userNamed name: String, channel: Actor.Channel, _ connection: any ReadConnection) throws -> Actor?
    {
        try connection.first(
            """
            SELECT \(actorColumns) FROM users u JOIN bureaus b ON b.code = u.bureau
            WHERE u.name = ? AND u.disabled = 0
            """,
            [.text(name)]
        ) { try actor($0, scopes: nil, channel: channel) }
    }

    // MARK: Sessions

    static func insert(_ session: Session, secret: [UInt8], at now: Moment, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO sessions(secret, account, forgery_secret, created_at, seen_at) VALUES (?, ?, ?, ?, ?)",
            [
                .blob(secret), session.actor.user.databaseValue, .text(session.forgerySecret), now.databaseValue,
                now.databaseValue,
            ]
        )
    }

    static func session(
        secret: [UInt8], createdAfter: Moment, seenAfter: Moment, _ connection: any ReadConnection
    ) throws -> (session: Session, seenAt: Moment)? {
        try connection.first(
            """
            SELECT \(actorColumns), s.forgery_secret, s.seen_at
            FROM sessions s JOIN users u ON u.id = s.account JOIN bureaus b ON b.code = u.bureau
            WHERE s.secret = ? AND u.disabled = 0 AND s.created_at > ? AND s.seen_at > ?
            """,
            [.blob(secret), createdAfter.databaseValue, seenAfter.databaseValue]
        ) { row in
            (Session(actor: try actor(row, scopes: nil, channel: .page), forgerySecret: row.text(8)), row.moment(9))
        }
    }

    static func touch(secret: [UInt8], at now: Moment, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE sessions SET seen_at = ? WHERE secret = ?", [now.databaseValue, .blob(secret)]
        )
    }

    static func end(secret: [UInt8], _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM sessions WHERE secret = ?", [.blob(secret)])
    }

    static func end(sessionsOf account: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM sessions WHERE account = ?", [account.databaseValue])
    }

    static func deleteSessions(seenBefore moment: Moment, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM sessions WHERE seen_at < ?", [moment.databaseValue])
    }

    // MARK: Failed sign-ins

    static func failedSignIns(
        name: String, _ connection: any ReadConnection
    ) throws -> (failures: Int, lockedUntil: Moment)? {
        try connection.first(
            "SELECT failures, locked_until FROM failed_sign_ins WHERE name = ?", [.text(name)]
        ) { (Int($0.integer(0)), $0.moment(1)) }
    }

    static func recordFailedSignIn(
        name: String, failures: Int, lockedUntil: Moment, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO failed_sign_ins(name, failures, locked_until) VALUES (?, ?, ?)
            ON CONFLICT(name) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until
            """,
            [.text(name), .integer(Int64(failures)), lockedUntil.databaseValue]
        )
    }

    static func clearFailedSignIns(name: String, _ connection: any WriteConnection) throws {
        try connection.execute("DELETE FROM failed_sign_ins WHERE name = ?", [.text(name)])
    }

    // MARK: API tokens

    static func insert(
        _ token: APIToken, secret: [UInt8], account: Identifier, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO api_tokens(id, secret, account, name, scopes, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                token.id.databaseValue, .blob(secret), account.databaseValue, .text(token.name),
                .text(token.scopes.map(\.rawValue).sorted().joined(separator: " ")), token.createdAt.databaseValue,
                token.expiresAt.databaseValue,
            ]
        )
    }

    static func tokens(of account: Identifier, _ connection: any ReadConnection) throws -> [APIToken] {
        try connection.rows(
            """
            SELECT id, name, scopes, created_at, expires_at, revoked_at FROM api_tokens
            WHERE account = ? ORDER BY created_at DESC
            """,
            [account.databaseValue]
        ) { row in
            try APIToken(
                id: row.identifier(0), name: row.text(1), scopes: scopes(row.text(2)), createdAt: row.moment(3),
                expiresAt: row.moment(4), revokedAt: row.isNull(5) ? nil : row.moment(5)
            )
        }
    }

    static func revoke(
        token: Identifier, of account: Identifier, at now: Moment, _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            "UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND account = ? AND revoked_at IS NULL",
            [now.databaseValue, token.databaseValue, account.databaseValue]
        ) > 0
    }

    static func actor(tokenSecret: [UInt8], at now: Moment, _ connection: any ReadConnection) throws -> Actor? {
        try connection.first(
            """
            SELECT \(actorColumns), t.scopes
            FROM api_tokens t JOIN users u ON u.id = t.account JOIN bureaus b ON b.code = u.bureau
            WHERE t.secret = ? AND t.revoked_at IS NULL AND t.expires_at > ? AND u.disabled = 0
            """,
            [.blob(tokenSecret), now.databaseValue]
        ) { row in try actor(row, scopes: scopes(row.text(8)), channel: .api) }
    }

    private static func scopes(_ text: String) -> Set<Scope> {
        Set(text.split(separator: " ").compactMap { Scope(rawValue: String($0)) })
    }
}
