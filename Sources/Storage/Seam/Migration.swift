/// One step of the schema. Once released it is never edited, renamed or moved.
public struct Migration: Sendable {
    /// The name under which it is remembered, such as `0003 records`.
    public let name: String
    /// The statements, in order, in the engine's dialect.
    public let statements: @Sendable (Dialect) -> [String]

    /// A migration with a name that no other has.
    public init(name: String, statements: @escaping @Sendable (Dialect) -> [String]) {
        self.name = name
        self.statements = statements
    }
}

extension Database {
    /// Applies what is missing, each migration in a transaction of its own. What is applied already is read again
    /// inside each transaction, because several processes may start at the same moment.
    public func migrate(_ migrations: [Migration]) async throws {
        let dialect = dialect
        let known = migrations.map(\.name)
        try Migration.requireDistinct(known)
        let applied = try await write { connection in
            try connection.execute(Migration.table)
            return try Migration.applied(on: connection, known: known)
        }
        guard applied < migrations.count else { return }
        for (position, migration) in migrations.enumerated().dropFirst(applied) {
            try await write { connection in
                guard try Migration.applied(on: connection, known: known) <= position else { return }
                for statement in migration.statements(dialect) {
                    try connection.execute(statement)
                }
                try connection.execute(
                    "INSERT INTO schema_migrations (position, name, applied_at) VALUES (?, ?, ?)",
                    [.integer(position), .text(migration.name), Moment.now().databaseValue]
                )
            }
        }
    }
}

extension Migration {
    fileprivate static let table = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
            position BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied_at BIGINT NOT NULL)
        """

    fileprivate static func requireDistinct(_ names: [String]) throws {
        guard Set(names).count == names.count else {
            throw StorageError(
                .migrationMismatch,
                "Two migrations of the program have the same name.",
                advice: "Give each migration a name of its own."
            )
        }
    }

    /// How many of the known migrations are applied; throws when those applied are not the first of the known.
    fileprivate static func applied(on connection: some ReadConnection, known: [String]) throws -> Int {
        let names = try connection.rows("SELECT name FROM schema_migrations ORDER BY position") { $0.text(0) }
        for (position, name) in names.enumerated() where position >= known.count || known[position] != name {
            if known.contains(name) {
                throw StorageError(
                    .migrationMismatch,
                    "Migration \"\(name)\" was applied as number \(position + 1), which is not its place.",
                    advice: "Use the version of the program that made the database, or restore its backup."
                )
            }
            throw StorageError(
                .newerSchema,
                "The database has migration \"\(name)\", which this version of the program does not know.",
                advice: "Use the newer version of the program; an older one would damage the data."
            )
        }
        return names.count
    }
}
