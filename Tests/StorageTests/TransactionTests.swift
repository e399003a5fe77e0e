import Foundation
import Storage
import Testing

@Suite("Transactions, group commit and closing")
struct TransactionTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase

    init() async throws {
        folder = try TemporaryFolder()
        database = try folder.open()
        try await database.migrate([Journal.migration, .notes])
    }

    struct Refused: Error {}

    @Test("a body that throws leaves nothing behind and disturbs no other of its group")
    func isolation() async throws {
        let database = database
        let kept = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let result: Void? = try? await database.write { connection in
                        try connection.execute("INSERT INTO notes (name) VALUES (?)", [.text("n\(number)")])
                        try connection.appendToJournal(.example(number))
                        if number.isMultiple(of: 3) { throw Refused() }
                    }
                    return result != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(kept == 133)
        let (notes, entries, head) = try await database.read {
            (
                try $0.count("SELECT COUNT(*) FROM notes"), try $0.count("SELECT COUNT(*) FROM journal"),
                try $0.count("SELECT sequence FROM journal_head")
            )
        }
        #expect((notes, entries, head) == (133, 133, 133))
        #expect(try await JournalVerification.run(on: database).isIntact)
    }

    @Test("a broken deferred reference fails its own body only")
    func deferredReference() async throws {
        let database = database
        let codes = await withTaskGroup(
            of: StorageError.Code?.self, returning: [StorageError.Code?].self
        ) { group in
            for number in 0..<20 {
                group.addTask {
                    await storageError {
                        try await database.write { connection in
                            let target = number == 7 ? 999 : 1
                            try connection.execute("INSERT INTO remarks (note) VALUES (?)", [.integer(target)])
                            try connection.execute(
                                "INSERT INTO notes (id, name) VALUES (1, 'a') ON CONFLICT DO NOTHING")
                        }
                    }?.code
                }
            }
            var codes: [StorageError.Code?] = []
            for await code in group { codes.append(code) }
            return codes
        }
        #expect(codes.compactMap(\.self) == [.foreignKeyViolation])
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM remarks") } == 19)
    }

    @Test("a body that makes SQLite roll back everything takes only its group with it")
    func rollbackOfTheGroup() async throws {
        try await database.write {
            try $0.execute(
                "CREATE TRIGGER t BEFORE INSERT ON notes WHEN NEW.name = 'bad' BEGIN SELECT RAISE(ROLLBACK, 'no'); END")
        }
        let database = database
        let errors = await withTaskGroup(
            of: (Int, StorageError.Code?).self, returning: [Int: StorageError.Code].self
        ) { group in
            for number in 0..<20 {
                group.addTask { () -> (Int, StorageError.Code?) in
                    let name = number == 5 ? "bad" : "n\(number)"
                    let error = await storageError {
                        try await database.write {
                            try $0.execute("INSERT INTO notes (name) VALUES (?)", [.text(name)])
                        }
                    }
                    return (number, error?.code)
                }
            }
            var codes: [Int: StorageError.Code] = [:]
            for await (number, code) in group { codes[number] = code }
            return codes
        }
        #expect(errors[5] == .checkViolation)
        let lost = errors.filter { $0.key != 5 }
        #expect(lost.values.allSatisfy { $0 == .transactionLost })
        let kept = try await database.read { try $0.count("SELECT COUNT(*) FROM notes") }
        #expect(kept == 19 - lost.count)
    }

    @Test("a read sees one snapshot while others write, and never half a body")
    func snapshots() async throws {
        let database = database
        try await database.write { connection in
            for number in 0..<2 {
                try connection.execute("INSERT INTO notes (name, number) VALUES (?, 500)", [.text("\(number)")])
            }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for step in 0..<200 {
                    let amount = step % 7 - 3
                    try await database.write { connection in
                        try connection.execute(
                            "UPDATE notes SET number = number - ? WHERE name = '0'", [.integer(amount)])
                        try connection.execute(
                            "UPDATE notes SET number = number + ? WHERE name = '1'", [.integer(amount)])
                    }
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<500 {
                        let (first, second, total) = try await database.read { connection in
                            (
                                try connection.count("SELECT number FROM notes WHERE name = '0'"),
                                try connection.count("SELECT number FROM notes WHERE name = '1'"),
                                try connection.count("SELECT SUM(number) FROM notes")
                            )
                        }
                        #expect(first + second == 1000)
                        #expect(total == 1000)
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("what was acknowledged is in the file without the log being copied first")
    func durability() async throws {
        try await database.write { try $0.execute("INSERT INTO notes (name) VALUES ('kept')") }
        // The files as a power loss at this moment would leave them.
        let copy = folder.path + "/copy"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        for name in ["test.sqlite", "test.sqlite-wal"] {
            try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: copy + "/" + name)
        }
        let other = try SQLiteDatabase.open(at: copy + "/test.sqlite", settings: .small)
        #expect(try await other.read { try $0.count("SELECT COUNT(*) FROM notes") } == 1)
        try await other.close()
    }

    @Test("close finishes the writes handed over and refuses later ones")
    func closing() async throws {
        let database = database
        let outcomes = await withTaskGroup(
            of: StorageError.Code?.self, returning: [StorageError.Code?].self
        ) { group in
            for number in 0..<100 {
                group.addTask {
                    await storageError {
                        try await database.write {
                            try $0.execute("INSERT INTO notes (name) VALUES (?)", [.text("\(number)")])
                        }
                    }?.code
                }
                if number == 50 { group.addTask { await storageError { try await database.close() }?.code } }
            }
            var codes: [StorageError.Code?] = []
            for await code in group { codes.append(code) }
            return codes
        }
        #expect(outcomes.allSatisfy { $0 == nil || $0 == .closed })
        try await database.close()
        let after = await storageError { try await database.write { try $0.execute("DELETE FROM notes") } }
        #expect(after?.code == .closed)
        #expect(await storageError { try await database.read { _ in } }?.code == .closed)
        let again = try folder.open()
        let done = outcomes.filter { $0 == nil }.count - 1
        #expect(try await again.read { try $0.count("SELECT COUNT(*) FROM notes") } == done)
        try await again.close()
    }

    @Test("a cancelled task hands nothing over")
    func cancellation() async throws {
        let database = database
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await database.write { try $0.execute("INSERT INTO notes (name) VALUES ('x')") }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await database.read { try $0.count("SELECT COUNT(*) FROM notes") } == 0)
    }

    @Test("two processes, here two openings, write in turn and share one journal")
    func twoOpenings() async throws {
        let other = try folder.open()
        let both = [database, other]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    _ = try await both[number % 2].write { try $0.appendToJournal(.example(number)) }
                }
            }
            try await group.waitForAll()
        }
        let verification = try await JournalVerification.run(on: other)
        #expect(verification.isIntact)
        #expect(verification.entries == 60)
        try await other.close()
    }

    @Test("a commit is announced to listeners, also one of another opening, and closing ends the stream")
    func changes() async throws {
        var settings = SQLiteSettings.small
        settings.changePollMilliseconds = 5
        let listening = try folder.open("test.sqlite", settings)
        var iterator = listening.changes().makeAsyncIterator()
        try await listening.write { try $0.execute("INSERT INTO notes (name) VALUES ('own')") }
        #expect(await iterator.next() != nil)
        try await database.write { try $0.execute("INSERT INTO notes (name) VALUES ('foreign')") }
        #expect(await iterator.next() != nil)
        try await listening.close()
        #expect(await iterator.next() == nil)
        #expect(await listening.changes().first { true } == nil)
    }
}

extension JournalDraft {
    static func example(_ number: Int) -> JournalDraft {
        JournalDraft(
            actor: "user:1",
            bureau: "BR",
            action: "record.create",
            object: "record:BR-2026-\(number)",
            details: #"{"serial":"AB\#(number)"}"#,
            time: Moment(milliseconds: 1_790_000_000_000 + Int64(number))
        )
    }
}
