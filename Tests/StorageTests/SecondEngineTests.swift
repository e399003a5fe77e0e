import Storage
import Testing

@Suite("A second engine")
struct SecondEngineTests {
    @Test("migrations, queries, journal and verification run on another engine unchanged")
    func unchanged() async throws {
        let folder = try TemporaryFolder()
        let engine = SecondEngine(below: try folder.open())
        try await engine.migrate([Journal.migration, .notes])
        for number in 0..<3 {
            try await engine.write { connection in
                try connection.execute(
                    "INSERT INTO notes (name, number) VALUES (?, ?)", [.text("\(number)?"), .integer(number)])
                try connection.appendToJournal(.example(number))
                try connection.appendToJournal(.example(number))
            }
        }
        let names = try await engine.read { connection in
            try connection.rows("SELECT name FROM notes WHERE number >= ? AND name <> '?'", [1]) { $0.text(0) }
        }
        #expect(names == ["1?", "2?"])
        #expect(
            try await engine.read { try $0.first("SELECT number FROM notes ORDER BY number") { $0.integer(0) } } == 0)
        let verification = try await JournalVerification.run(on: engine)
        #expect(verification.isIntact)
        #expect(verification.entries == 6)
        try await engine.close()
    }
}
