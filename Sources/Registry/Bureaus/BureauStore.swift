import Firearms
import Storage

/// Bureaus and users in the database.
enum BureauStore {
    static let migration = Migration(name: "bureaus") { dialect in
        [
            """
            CREATE TABLE bureaus (
                code TEXT PRIMARY KEY NOT NULL,
                name TEXT NOT NULL,
                country TEXT
            )
            """,
            """
            CREATE TABLE users (
                id \(dialect.blobType) PRIMARY KEY NOT NULL,
                name TEXT NOT NULL UNIQUE,
                display_name TEXT NOT NULL,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                role TEXT NOT NULL,
                password_hash TEXT NOT NULL,
                disabled INTEGER NOT NULL DEFAULT 0,
                language TEXT NOT NULL,
                created_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX users_by_bureau ON users(bureau, name)",
        ]
    }

    static func bureaus(_ connection: any ReadConnection) throws -> [Bureau] {
        try connection.rows("SELECT code, name, country FROM bureaus ORDER BY code", []) { bureau($0) }
    }

    static func bureau(code: String, _ connection: any ReadConnection) throws -> Bureau? {
        try connection.first("SELECT code, name, country FROM bureaus WHERE code = ?", [.text(code)]) { bureau($0) }
    }

    static func insert(_ bureau: Bureau, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO bureaus(code, name, country) VALUES (?, ?, ?)",
            [.text(bureau.code), .text(bureau.name), .optional(bureau.country?.code)]
        )
    }

    private static func bureau(_ row: any ResultRow) -> Bureau {
        Bureau(code: row.text(0), name: row.text(1), country: row.optionalText(2).flatMap { Country($0) })
    }

    // MARK: Users

    private static let userColumns = "id, name, display_name, bureau, role, disabled, language, created_at"

    static func users(of bureau: String, _ connection: any ReadConnection) throws -> [User] {
        try connection.rows("SELECT \(userColumns) FROM users WHERE bureau = ? ORDER BY name", [.text(bureau)], user)
    }

    static func user(named name: String, _ connection: any ReadConnection) throws -> User? {
        try connection.first("SELECT \(userColumns) FROM users WHERE name = ?", [.text(name)], user)
    }

    static func passwordHash(ofUserNamed name: String, _ connection: any ReadConnection) throws -> String? {
        try connection.first("SELECT password_hash FROM users WHERE name = ?", [.text(name)]) { $0.text(0) }
    }

    static func insert(_ user: User, passwordHash: String, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO users(id, name, display_name, bureau, role, password_hash, disabled, language, created_at)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
            """,
            [
                user.id.databaseValue, .text(user.name), .text(user.displayName), .text(user.bureau),
                .text(user.role.rawValue), .text(passwordHash), .text(user.language), user.createdAt.databaseValue,
            ]
        )
    }

    static func setDisabled(_ disabled: Bool, user: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE users SET disabled = ? WHERE id = ?", [.integer(disabled ? 1 : 0), user.databaseValue]
        )
    }

    static func setRole(_ role: Role, user: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE users SET role = ? WHERE id = ?", [.text(role.rawValue), user.databaseValue]
        )
    }

    static func setPasswordHash(_ hash: String, user: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE users SET password_hash = ? WHERE id = ?", [.text(hash), user.databaseValue]
        )
    }

    static func setLanguage(_ language: String, user: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE users SET language = ? WHERE id = ?", [.text(language), user.databaseValue]
        )
    }

    private static func user(_ row: any ResultRow) throws -> User {
        try User(
            id: row.identifier(0), name: row.text(1), displayName: row.text(2), bureau: row.text(3),
            role: Role(rawValue: row.text(4)) ?? .officer, isDisabled: row.integer(5) != 0, language: row.text(6),
            createdAt: row.moment(7)
        )
    }
}
