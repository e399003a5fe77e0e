import Storage
import Testing

@Suite("Journal")
struct JournalTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase

    init() async throws {
        folder = try TemporaryFolder()
        database = try folder.open()
        try await database.migrate([Journal.migration])
        try await database.write { connection in
            for number in 1...60 { try connection.appendToJournal(.example(number)) }
        }
    }

    @Test("entries count from 1, are linked, and come back as they were written")
    func entries() async throws {
        let entries = try await database.read { try $0.journalEntries(after: 0, limit: 100) }
        #expect(entries.map(\.sequence) == Array(1...60))
        #expect(entries.first?.previousHash == JournalHead.empty.hash)
        for (before, entry) in zip(entries, entries.dropFirst()) { #expect(entry.previousHash == before.hash) }
        #expect(entries[6].object == "record:BR-2026-7")
        #expect(entries[6].time == JournalDraft.example(7).time)
        let head = try await database.read { try $0.journalHead() }
        #expect(head == JournalHead(sequence: 60, hash: entries[59].hash))
        #expect(try await database.read { try $0.journalEntries(after: 58, limit: 1).map(\.sequence) } == [59])
    }

    @Test("moving text from one field to the next gives another hash")
    func canonicalEncoding() async throws {
        let (first, second) = try await database.write { connection in
            var draft = JournalDraft(actor: "ab", bureau: "c", action: "", object: "", time: .earliest)
            let first = try connection.appendToJournal(draft)
            (draft.actor, draft.bureau) = ("a", "bc")
            return (first, try connection.appendToJournal(draft))
        }
        #expect(first.hash != second.hash)
    }

    @Test("an empty journal is intact")
    func empty() async throws {
        let other = try folder.open("empty.sqlite")
        try await other.migrate([Journal.migration])
        let verification = try await JournalVerification.run(on: other)
        #expect(verification.isIntact)
        #expect(verification.head == .empty)
    }

    struct Tampering: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let statements: [String]
        let expected: [String]

        init(_ description: String, _ statements: [String], _ expected: [String]) {
            testDescription = description
            self.statements = statements
            self.expected = expected
        }

        static let columns = "time, actor, bureau, action, object, details, previous_hash, hash"
        static let fake = "1, 'x', 'x', 'x', 'x', '{}', zeroblob(32), zeroblob(32)"

        static func copy(of source: Int, to target: Int) -> String {
            """
            INSERT INTO journal (sequence, \(columns))
            SELECT \(target), \(columns) FROM journal WHERE sequence = \(source)
            """
        }

        static func move(_ source: String, by distance: Int) -> [String] {
            [
                "UPDATE journal SET sequence = sequence + 100000 WHERE sequence \(source)",
                "UPDATE journal SET sequence = sequence - 100000 + (\(distance)) WHERE sequence > 100000",
            ]
        }

        static func swap(_ first: Int, _ second: Int) -> [String] {
            [
                "UPDATE journal SET sequence = 100000 WHERE sequence = \(first)",
                "UPDATE journal SET sequence = \(first) WHERE sequence = \(second)",
                "UPDATE journal SET sequence = \(second) WHERE sequence = 100000",
            ]
        }

        static let all: [Tampering] = [
            .init("nothing", ["SELECT 1"], []),
            .init("a changed field", ["UPDATE journal SET actor = 'user:2' WHERE sequence = 10"], ["changed 10"]),
            .init("a changed time", ["UPDATE journal SET time = time + 1 WHERE sequence = 1"], ["changed 1"]),
            .init("a changed last entry", ["UPDATE journal SET details = '' WHERE sequence = 60"], ["changed 60"]),
            .init("a changed hash", ["UPDATE journal SET hash = zeroblob(32) WHERE sequence = 10"], ["changed 10"]),
            .init(
                "a changed link", ["UPDATE journal SET previous_hash = zeroblob(32) WHERE sequence = 10"],
                ["changed 10"]),
            .init(
                "several changes, all found", ["UPDATE journal SET bureau = 'ZZ' WHERE sequence IN (3, 4, 30)"],
                ["changed 3", "changed 4", "changed 30"]),
            .init("a removed entry", ["DELETE FROM journal WHERE sequence = 10"], ["removed 10"]),
            .init("removed entries", ["DELETE FROM journal WHERE sequence BETWEEN 10 AND 30"], ["removed 10-30"]),
            .init("removed first entries", ["DELETE FROM journal WHERE sequence < 4"], ["removed 1-3"]),
            .init("a cut-off end", ["DELETE FROM journal WHERE sequence > 57"], ["cutOff 58-60"]),
            .init("a cut-off last entry", ["DELETE FROM journal WHERE sequence = 60"], ["cutOff 60"]),
            .init("everything removed", ["DELETE FROM journal"], ["cutOff 1-60"]),
            .init("two neighbours swapped", swap(10, 11), ["reordered 10 (11)", "reordered 11 (10)"]),
            .init("two distant ones swapped", swap(5, 50), ["reordered 5 (50)", "reordered 50 (5)"]),
            .init("the last two swapped", swap(59, 60), ["reordered 59 (60)", "reordered 60 (59)"]),
            .init("the first and the last swapped", swap(1, 60), ["reordered 1 (60)", "reordered 60 (1)"]),
            .init(
                "a fake in the place of an entry",
                ["DELETE FROM journal WHERE sequence = 20", "INSERT INTO journal VALUES (20, \(fake))"],
                ["changed 20"]),
            .init("a fake after the end", ["INSERT INTO journal VALUES (61, \(fake))"], ["inserted 61"]),
            .init(
                "a fake far after the end", ["INSERT INTO journal VALUES (9223372036854775807, \(fake))"],
                ["inserted 9223372036854775807"]),
            .init(
                "a fake before the beginning", ["INSERT INTO journal VALUES (0, \(fake)), (-5, \(fake))"],
                ["inserted -5", "inserted 0"]),
            .init(
                "a fake with the rest renumbered", move(">= 20", by: 1) + ["INSERT INTO journal VALUES (20, \(fake))"],
                ["inserted 20"]),
            .init(
                "a copy of an entry with the rest renumbered", move(">= 20", by: 1) + [copy(of: 19, to: 20)],
                ["inserted 20"]),
            .init(
                "a fake near the end with the rest renumbered",
                move(">= 58", by: 1) + ["INSERT INTO journal VALUES (58, \(fake))"], ["inserted 58"]),
            .init(
                "a removed entry with the rest renumbered",
                ["DELETE FROM journal WHERE sequence = 20"] + move("> 20", by: -1), ["removed 20"]),
            .init(
                "a removed entry near the end with the rest renumbered",
                ["DELETE FROM journal WHERE sequence = 58"] + move("> 58", by: -1), ["removed 58"]),
            .init(
                "a removed entry with the rest renumbered, and a change after it",
                ["DELETE FROM journal WHERE sequence = 20"] + move("> 20", by: -1)
                    + ["UPDATE journal SET actor = 'x' WHERE sequence = 40"],
                ["removed 20", "changed 40"]),
            .init("a missing head", ["DELETE FROM journal_head"], ["headChanged 60"]),
            .init("a changed head", ["UPDATE journal_head SET hash = zeroblob(32)"], ["headChanged 60"]),
            .init(
                "one of each",
                ["UPDATE journal SET object = '' WHERE sequence = 5", "DELETE FROM journal WHERE sequence IN (15, 60)"]
                    + swap(30, 31),
                ["changed 5", "removed 15", "reordered 30 (31)", "reordered 31 (30)", "cutOff 60"]),
        ]
    }

    @Test("tampering is found and named, and nothing else", arguments: Tampering.all)
    func tampering(_ tampering: Tampering) async throws {
        try await database.write { connection in
            for statement in tampering.statements { try connection.execute(statement) }
        }
        let verification = try await JournalVerification.run(on: database)
        #expect(verification.problems.map(\.short) == tampering.expected)
        #expect(verification.isIntact == tampering.expected.isEmpty)
        for problem in verification.problems {
            #expect(problem.description.contains("\(problem.sequence)"))
        }
    }

    @Test("an entry replaced with a hash that fits is found by the next entry's link")
    func replaced() async throws {
        // Somebody who knows the encoding makes a sound entry in a journal of their own, up to the same place.
        let other = try folder.open("forged.sqlite")
        try await other.migrate([Journal.migration])
        let forged = try await other.write { connection in
            for number in 1...9 { try connection.appendToJournal(.example(number)) }
            return try connection.appendToJournal(.example(777))
        }
        try await database.write { connection in
            try connection.execute(
                "UPDATE journal SET time = ?, object = ?, details = ?, hash = ? WHERE sequence = 10",
                [forged.time.databaseValue, .text(forged.object), .text(forged.details), .blob(forged.hash)])
        }
        let verification = try await JournalVerification.run(on: database)
        #expect(verification.problems.map(\.short) == ["changed 10"])
    }

    @Test("a journal rewritten as a whole is found by a head noted elsewhere")
    func rewritten() async throws {
        let noted = try await database.read { try $0.journalHead() }
        #expect(try await JournalVerification.run(on: database, knownHead: noted).isIntact)
        try await database.write { connection in
            try connection.execute("DELETE FROM journal")
            try connection.execute("UPDATE journal_head SET sequence = 0, hash = zeroblob(32)")
        }
        try await database.write { connection in
            for number in 1...70 { try connection.appendToJournal(.example(number == 3 ? 0 : number)) }
        }
        #expect(try await JournalVerification.run(on: database).isIntact)
        let verification = try await JournalVerification.run(on: database, knownHead: noted)
        #expect(verification.problems.map(\.short) == ["rewritten 60"])
    }

    @Test("a journal of many pages in which everything was changed is read to its end, with a bounded report")
    func bounded() async throws {
        try await database.write { connection in
            for number in 1...4940 { try connection.appendToJournal(.example(number)) }
            try connection.execute("UPDATE journal SET actor = 'x'")
        }
        let verification = try await JournalVerification.run(on: database)
        #expect(verification.entries == 5000)
        #expect(verification.problems.count + verification.omittedProblems == 5000)
        #expect(verification.problems.first?.short == "changed 1")
    }

    @Test("verifying goes on while entries are appended")
    func concurrent() async throws {
        let database = database
        async let writing: Void = {
            for number in 1...100 { try await database.write { try $0.appendToJournal(.example(number)) } }
        }()
        for _ in 0..<20 { #expect(try await JournalVerification.run(on: database).isIntact) }
        try await writing
        #expect(try await JournalVerification.run(on: database).entries == 160)
    }
}

extension JournalProblem {
    var short: String {
        let range = sequence == lastSequence ? "\(sequence)" : "\(sequence)-\(lastSequence)"
        return "\(kind) \(range)" + (originalSequence.map { " (\($0))" } ?? "")
    }
}
