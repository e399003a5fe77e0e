import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Matching after the event")
struct HitMatcherTests {
    /// Numbers of which none is taken for another: no two of their signs are confusable.
    private static func serial(_ index: Int) -> String {
        "ARX" + String(0o10_000 + index, radix: 8).replacing("7", with: "8")
    }

    @Test("a new record answers an earlier check of another bureau")
    func earlierCheck() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let check = try await world.registry.checks.check(reading("A8C12345", make: "Taurus", calibre: "9mm"), officer)
        _ = try await world.registry.checks.check(reading("ABC12345"), try await world.officer("BR"))
        world.clock.advance(seconds: 60)
        let record = try await world.enter(gun("ABC12345"), "BR")
        try await world.match()
        let hits = try await world.registry.hits.worklist(officer)
        #expect(hits.map(\.origin) == [.earlierCheck])
        #expect(hits.first?.check == check.id)
        #expect(hits.first?.record.number == record.number)
        #expect(hits.first?.searcherBureau == "AR")
        #expect(hits.first?.dueAt == nil)
        #expect(hits.first?.reasons.isEmpty == false)
    }

    @Test("a partial record answers a check of the whole number, and a whole record one of a partial number")
    func partialNumbers() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        _ = try await world.registry.checks.check(reading("ABC12?45", make: "Taurus", calibre: "9mm"), officer)
        try await world.enter(gun("ABC12345"), "BR")
        try await world.match()
        #expect(try await world.registry.hits.worklist(officer).count == 1)
    }

    @Test("a record and a check of the same moment always meet, in the check or in a hit, never in both")
    func sameMoment() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let serials = (0..<40).map(Self.serial)
        let found = try await withThrowingTaskGroup(of: String?.self) { group in
            for serial in serials {
                group.addTask {
                    let check = reading(serial, make: "Taurus", calibre: "9mm")
                    let result = try await world.registry.checks.check(check, officer)
                    return result.candidates.isEmpty ? nil : serial
                }
                group.addTask {
                    try await world.enter(gun(serial), "BR")
                    return nil
                }
            }
            return try await group.reduce(into: Set<String>()) { found, serial in
                if let serial { found.insert(serial) }
            }
        }
        try await world.match()
        let hits = try await world.registry.hits.worklist(limit: 100, officer).compactMap(\.record.firearm?.serial)
        #expect(found.isDisjoint(with: hits))
        #expect(found.union(hits) == Set(serials))
    }

    @Test("a weak likeness makes no hit by itself")
    func weak() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        _ = try await world.registry.checks.check(reading("A8C12345", make: "Glock", calibre: ".22"), officer)
        try await world.enter(gun("ABC12345"), "BR")
        try await world.match()
        #expect(try await world.registry.hits.worklist(officer).isEmpty)
    }

    @Test("a check after the record makes no hit: its officer has seen the record")
    func laterCheck() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        try await world.enter(gun("ABC12345"), "BR")
        world.clock.advance(seconds: 1)
        _ = try await world.registry.checks.check(reading("ABC12345"), officer)
        try await world.match()
        #expect(try await world.registry.hits.worklist(officer).isEmpty)
    }

    @Test("a corrected number is matched, a corrected place is not")
    func changes() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let officer = try await world.officer("AR")
        _ = try await world.registry.checks.check(reading("ABC12345"), officer)
        let record = try await world.enter(gun("QRS55555"), "BR")
        try await world.match()
        var content = gun("QRS55555")
        content.place = "Foz"
        _ = try await world.registry.records.change(record.number, to: content, version: 1, reason: "", desk)
        try await world.match()
        #expect(try await world.registry.hits.worklist(officer).isEmpty)
        content.firearm.numbers = [FirearmNumber(text: "ABC12345")]
        _ = try await world.registry.records.change(record.number, to: content, version: 2, reason: "", desk)
        try await world.match()
        #expect(try await world.registry.hits.worklist(officer).count == 1)
    }

    @Test("declaring a hit that the system has made of the same check sends it to the owner")
    func declaredLater() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let check = try await world.registry.checks.check(reading("ABC12345"), officer)
        let record = try await world.enter(gun("ABC12345"), "BR")
        try await world.match()
        let potential = try #require(try await world.registry.hits.worklist(officer).first)
        let sent = try await world.registry.hits.declare(
            check: check.id, record: record.number, urgency: .urgent, note: "the same", officer
        )
        #expect(sent.number == potential.number)
        #expect(sent.state == .sent)
        #expect(sent.urgency == .urgent)
        #expect(sent.dueAt == world.clock.now.adding(seconds: 600))
    }

    @Test("the matcher goes on where it stopped, and going over the same entries again makes nothing twice")
    func resumes() async throws {
        let world = try await World()
        for index in 0..<150 {
            try await world.enter(gun(Self.serial(index)), "AR")
            try await world.enter(gun(Self.serial(index)), "BR")
        }
        #expect(try await world.registry.matcher.advance() == 200)
        let half = try await world.count("SELECT COUNT(*) FROM hits")
        #expect(half >= 100 && half < 150)
        try await world.match()
        #expect(try await world.count("SELECT COUNT(*) FROM hits") == 150)
        #expect(try await world.registry.matcher.advance() == 0)
        try await world.database.write { try $0.execute("UPDATE follower_positions SET sequence = 0") }
        try await world.match()
        #expect(try await world.count("SELECT COUNT(*) FROM hits") == 150)
    }

    @Test("two matchers side by side make nothing twice")
    func sideBySide() async throws {
        let world = try await World()
        for index in 0..<60 {
            try await world.enter(gun(Self.serial(index)), "AR")
            try await world.enter(gun(Self.serial(index)), "BR")
        }
        try await withThrowingTaskGroup { group in
            for _ in 0..<2 { group.addTask { try await world.match() } }
            try await group.waitForAll()
        }
        #expect(try await world.count("SELECT COUNT(*) FROM hits") == 60)
        let numbers = try await world.count(
            "SELECT last FROM record_counters WHERE bureau = 'AR' AND series = 'H-2026'")
        #expect(numbers == 60)
    }
}
