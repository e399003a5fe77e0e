import Storage
import Testing

@Suite("Migrations")
struct MigrationTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    static let first = Migration(name: "first") { _ in ["CREATE TABLE a (x BIGINT)"] }
    static let second = Migration(name: "second") { _ in ["CREATE TABLE b (x BIGINT)", "INSERT INTO b VALUES (1)"] }

    init() throws {
        folder = try TemporaryFolder()
        database = try folder.open()
    }

    @Test("each migration is applied once, also when several start at the same moment")
    func once() async throws {
        let database = database
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { try await database.migrate([Self.first, Self.second]) } }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM b") } == 1)
    }

    @Test("a later migration is applied to an older database")
    func later() async throws {
        try await database.migrate([Self.first])
        try await database.migrate([Self.first, Self.second])
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM b") } == 1)
    }

    @Test("a migration that fails half-way leaves the old schema and can be tried again")
    func failure() async throws {
        let broken = Migration(name: "second") { _ in ["CREATE TABLE b (x BIGINT)", "CREATE TABLE a (x BIGINT)"] }
        await #expect(throws: StorageError.self) { try await database.migrate([Self.first, broken]) }
        #expect(
            try await database.read { try $0.rows("SELECT name FROM schema_migrations") { $0.text(0) } } == ["first"])
        #expect(try await database.read { try $0.exists("SELECT 1 FROM sqlite_schema WHERE name = 'b'") } == false)
        try await database.migrate([Self.first, Self.second])
    }

    @Test("a database newer than the program is refused and not touched")
    func newer() async throws {
        try await database.migrate([Self.first, Self.second])
        let error = await storageError { try await database.migrate([Self.first]) }
        #expect(error?.code == .newerSchema)
        #expect(error?.description.contains("second") == true)
    }

    @Test("migrations in another order, or of the same name, are refused")
    func order() async throws {
        try await database.migrate([Self.first, Self.second])
        #expect(
            await storageError { try await database.migrate([Self.second, Self.first]) }?.code == .migrationMismatch)
        #expect(
            await storageError { try await database.migrate([Self.first, Self.first]) }?.code == .migrationMismatch)
    }
}
