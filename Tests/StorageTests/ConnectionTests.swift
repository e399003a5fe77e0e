import Storage
import Testing

@Suite("Values, statements and errors")
struct ConnectionTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase

    init() async throws {
        folder = try TemporaryFolder()
        database = try folder.open()
        try await database.migrate([.notes])
    }

    @Test("every kind of value comes back as it was stored")
    func values() async throws {
        let values: [DatabaseValue] = [
            nil, .integer(Int64.min), .integer(Int64.max), .real(-0.1), "", "Ünïcødé 锯 \u{0}x", .blob([]),
            .blob([0, 255]),
        ]
        try await database.write { try $0.execute("CREATE TABLE v (id BIGINT, value BLOB)") }
        try await database.write { connection in
            for (position, value) in values.enumerated() {
                try connection.execute("INSERT INTO v VALUES (?, ?)", [.integer(position), value])
            }
        }
        try await database.read { connection in
            try connection.query("SELECT id, value FROM v ORDER BY id", []) { row in
                let back: DatabaseValue =
                    switch values[Int(row.integer(0))] {
                    case .null: row.isNull(1) ? .null : .text("not null")
                    case .integer: .integer(row.integer(1))
                    case .real: .real(row.real(1))
                    case .text: .text(row.text(1))
                    case .blob: row.isNull(1) ? .null : .blob(row.bytes(1))
                    }
                #expect(back == values[Int(row.integer(0))])
            }
        }
    }

    @Test("a value is never read as SQL")
    func injection() async throws {
        let name = "x'); DROP TABLE notes; --"
        try await database.write { try $0.execute("INSERT INTO notes (name) VALUES (?)", [.text(name)]) }
        let found = try await database.read { try $0.first("SELECT name FROM notes") { $0.text(0) } }
        #expect(found == name)
    }

    @Test("execute counts the rows it changed, and 0 for other statements")
    func changedRows() async throws {
        let counts = try await database.write { connection in
            [
                try connection.execute("INSERT INTO notes (name) VALUES ('a'), ('b'), ('c')"),
                try connection.execute("UPDATE notes SET number = 1 WHERE name <> 'a'"),
                try connection.execute("CREATE TABLE other (x BIGINT)"),
                try connection.execute("DELETE FROM notes WHERE name = 'z'"),
                try connection.execute("WITH w AS (SELECT 'a' AS n) DELETE FROM notes WHERE name IN (SELECT n FROM w)"),
            ]
        }
        #expect(counts == [3, 2, 0, 0, 1])
    }

    @Test("a query may run inside another one with the same text")
    func nested() async throws {
        try await database.write { try $0.execute("INSERT INTO notes (name) VALUES ('a'), ('b'), ('c')") }
        let pairs = try await database.read { connection in
            try connection.rows("SELECT name FROM notes ORDER BY name") { outer in
                try connection.rows("SELECT name FROM notes ORDER BY name") { inner in outer.text(0) + inner.text(0) }
            }
        }
        #expect(pairs.flatMap(\.self) == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    }

    @Test("an error thrown for a row ends the query and comes out unchanged")
    func errorInRow() async throws {
        struct Stop: Error {}
        try await database.write { try $0.execute("INSERT INTO notes (name) VALUES ('a'), ('b')") }
        await #expect(throws: Stop.self) {
            try await database.read { try $0.query("SELECT name FROM notes", []) { _ in throw Stop() } }
        }
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM notes") } == 2)
        #expect(try await database.read { try $0.exists("SELECT 1 FROM notes WHERE name = ?", ["b"]) })
    }

    @Test("RETURNING gives rows of a write")
    func returning() async throws {
        let id = try await database.write {
            try $0.first("INSERT INTO notes (name) VALUES ('a') RETURNING id") { $0.integer(0) }
        }
        #expect(id == 1)
    }

    @Test(
        "a violated constraint is named by code and columns",
        arguments: [
            ("INSERT INTO notes (name) VALUES ('taken')", StorageError.Code.uniqueViolation, ["notes.name"]),
            ("INSERT INTO notes (name) VALUES (NULL)", .notNullViolation, ["notes.name"]),
            ("INSERT INTO remarks (note, kind) VALUES (1, 'c')", .checkViolation, ["kind IN ('a'", "'b')"]),
            ("INSERT INTO remarks (note, kind) VALUES (99, 'a')", .foreignKeyViolation, []),
            ("INSERT INTO nowhere VALUES (1)", .statement, []),
            ("SELECT ?", .statement, []),
        ]
    )
    func violations(statement: String, code: StorageError.Code, columns: [String]) async throws {
        try await database.write { try $0.execute("INSERT INTO notes (name) VALUES ('taken')") }
        let error = await storageError { try await database.write { try $0.execute(statement) } }
        #expect(error?.code == code)
        if code != .checkViolation { #expect(error?.columns == columns) }
        #expect(error?.isUniqueViolation(of: "notes.name") == (code == .uniqueViolation))
    }

    @Test(
        "a body can neither end its transaction nor write while reading", arguments: ["COMMIT", " rollback", "BEGIN"])
    func transactionStatements(statement: String) async throws {
        let error = await storageError { try await database.write { try $0.execute(statement) } }
        #expect(error?.code == .statement)
        await #expect(throws: StorageError.self) {
            try await database.read { try $0.query("DELETE FROM notes", []) { _ in } }
        }
    }

    @Test("PostgreSQL's placeholders are numbered outside of quotes and comments only")
    func placeholders() {
        let sql = "SELECT '?', \"?\", ? -- ?\nFROM t WHERE a = ?"
        #expect(Dialect.postgresql.rendered(sql) == "SELECT '?', \"?\", $1 -- ?\nFROM t WHERE a = $2")
        #expect(Dialect.sqlite.rendered(sql) == sql)
        #expect(Dialect.postgresql.blobLiteral([1, 171]) == "'\\x01ab'::bytea")
        #expect(Dialect.sqlite.blobLiteral([1, 171]) == "x'01ab'")
    }
}
