import Foundation
import Storage
import Testing

@Suite("Files and backup")
struct BackupTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase

    init() async throws {
        folder = try TemporaryFolder()
        database = try folder.open()
        try await database.migrate([Journal.migration, .notes])
    }

    @Test("a copy made while writing goes on is whole and opens")
    func online() async throws {
        let database = database
        let folder = folder
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<50 {
                        try await database.write { connection in
                            try connection.execute(
                                "INSERT INTO notes (name) VALUES (?)", [.text("\(writer)-\(number)")])
                            try connection.appendToJournal(.example(number))
                        }
                    }
                }
            }
            group.addTask {
                for number in 0..<3 { try await database.backup(to: folder.path + "/copies/\(number).sqlite") }
            }
            try await group.waitForAll()
        }
        try await database.backup(to: folder.path + "/copies/last.sqlite")
        for name in ["0", "1", "2", "last"] {
            let copy = try folder.open("copies/\(name).sqlite")
            let verification = try await JournalVerification.run(on: copy)
            #expect(verification.isIntact)
            let notes = try await copy.read { try $0.count("SELECT COUNT(*) FROM notes") }
            #expect(notes == verification.entries)
            if name == "last" { #expect(notes == 200) }
            try await copy.close()
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/copies")
        #expect(left.sorted() == ["0.sqlite", "1.sqlite", "2.sqlite", "last.sqlite"])
    }

    @Test("a copy never replaces a file")
    func existing() async throws {
        let path = folder.path + "/taken"
        try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
        let error = await storageError { try await database.backup(to: path) }
        #expect(error?.code == .alreadyExists)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    }

    @Test("the file is for its user alone")
    func mode() throws {
        for name in ["test.sqlite", "test.sqlite-wal"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("a file that is no database, a foreign database and a folder are refused and left as they are")
    func foreign() async throws {
        let text = folder.path + "/text.sqlite"
        try Data(repeating: 65, count: 10_000).write(to: URL(fileURLWithPath: text))
        #expect(await storageError { try SQLiteDatabase.open(at: text, settings: .small) }?.code == .notADatabase)
        #expect(try Data(contentsOf: URL(fileURLWithPath: text)) == Data(repeating: 65, count: 10_000))
        #expect(await storageError { try SQLiteDatabase.open(at: folder.path, settings: .small) }?.code == .cannotOpen)
        try await database.write { try $0.execute("PRAGMA application_id = 7") }
        try await database.close()
        #expect(await storageError { try folder.open() }?.code == .notADatabase)
    }
}
