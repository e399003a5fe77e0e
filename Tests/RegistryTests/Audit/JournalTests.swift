import Storage
import Testing

@testable import Registry

@Suite("Reading the journal")
struct JournalTests {
    private func busy() async throws -> World {
        let world = try await World()
        for bureau in ["BR", "AR"] {
            try await world.enter(gun("ABC12345"), bureau)
            _ = try await world.registry.checks.check(reading("ABC12345"), try await world.officer(bureau))
            world.clock.advance(seconds: 60)
        }
        return world
    }

    @Test("an administrator reads what its own bureau did and nothing else, the coordination centre's too")
    func ownBureau() async throws {
        let world = try await busy()
        for bureau in ["BR", "AR"] {
            let page = try await world.registry.audit.journal(
                JournalFilter(), try await world.actor(.administrator, bureau)
            )
            #expect(page.entries.map(\.action) == ["check.run", "record.create"])
            #expect(page.entries.allSatisfy { $0.bureau == bureau })
        }
        let centre = try await world.actor(.administrator, "HUB")
        #expect(try await world.registry.audit.journal(JournalFilter(), centre).entries.isEmpty)
        #expect(try await world.registry.audit.journal(JournalFilter(user: "officer.br"), centre).entries.isEmpty)
    }

    @Test("the journal is narrowed by user, action, object and time, and paged without gaps")
    func filters() async throws {
        let world = try await busy()
        let administrator = try await world.actor(.administrator, "BR")
        let audit = world.registry.audit
        func entries(_ filter: JournalFilter) async throws -> Int {
            let page = try await audit.journal(filter, before: nil, limit: 100, administrator)
            return page.entries.count
        }
        #expect(try await entries(JournalFilter(user: "officer.br")) == 1)
        #expect(try await entries(JournalFilter(action: "record.create")) == 1)
        #expect(try await entries(JournalFilter(object: "record:BR-2026-000001")) == 1)
        #expect(try await entries(JournalFilter(from: world.clock.now)) == 0)
        #expect(try await entries(JournalFilter(until: world.clock.now)) == 2)
        let first = try await audit.journal(JournalFilter(), limit: 1, administrator)
        #expect(first.entries.map(\.action) == ["check.run"])
        let second = try await audit.journal(JournalFilter(), before: first.nextCursor, limit: 1, administrator)
        #expect(second.entries.map(\.action) == ["record.create"])
        #expect(second.nextCursor == nil)
    }

    @Test("details are a JSON object with every character escaped that must be")
    func details() {
        let text = JournalDetails.text(["b": "\"\\\n\r\t\u{1}é", "a": "1"], channel: .page)
        #expect(text == #"{"channel":"page","a":"1","b":"\"\\\n\r\t\u0001é"}"#)
    }

    @Test("an entry that was changed behind the registry's back is named")
    func tampered() async throws {
        let world = try await busy()
        #expect(try await JournalVerification.run(on: world.database).isIntact)
        try await world.database.write { try $0.execute("UPDATE journal SET actor = 'somebody' WHERE sequence = 2") }
        let changed = try await JournalVerification.run(on: world.database)
        #expect(changed.problems.map(\.kind) == [.changed])
        #expect(changed.problems.map(\.sequence) == [2])
        try await world.database.write { try $0.execute("UPDATE journal SET actor = 'officer.br' WHERE sequence = 2") }
        #expect(try await JournalVerification.run(on: world.database).isIntact)
        try await world.database.write { try $0.execute("DELETE FROM journal WHERE sequence = 3") }
        let removed = try await JournalVerification.run(on: world.database)
        #expect(removed.problems.map(\.kind) == [.removed])
        #expect(removed.problems.map(\.sequence) == [3])
    }
}
