import Firearms
import Matching
import Storage
import Testing

@testable import Registry

@Suite("Checks")
struct CheckTests {
    /// What was recorded, what is read, and whether the record is to be found.
    static let readings: [(recorded: String, state: NumberState, read: String, isFound: Bool)] = [
        ("ABC12345", .legible, "ABC12345", true),
        ("ABC12345", .legible, "abc-123 45", true),
        ("OB1S2G45", .legible, "0815Z645", true),
        ("369J257", .legible, "369257", true),
        ("369J257", .legible, "369M257", true),
        ("ABC12345", .legible, "ABC1????", true),
        ("ABC12345", .legible, "???12345", true),
        ("ABC12345", .legible, "ABC1?345", true),
        ("ABC12345", .legible, "?BC12345", true),
        ("ABC1????", .partial, "ABC12345", true),
        ("????2345", .partial, "ABC12345", true),
        ("ABC123", .partial, "ABC12345", true),
        ("12345", .partial, "ABC12345", true),
        ("ABC12345", .removed, "ABC12345", false),
        ("ABC12345", .legible, "ABC12399", false),
        ("ABC12345", .legible, "XBC1????", false),
    ]

    @Test("a number is found however it was read", arguments: readings)
    func found(recorded: String, state: NumberState, read: String, isFound: Bool) async throws {
        let world = try await World()
        let record = try await world.enter(gun(recorded, state: state), "BR")
        let result = try await world.registry.checks.check(reading(read), try await world.officer("AR"))
        #expect(result.candidates.map(\.record.number) == (isFound ? [record.number] : []))
        #expect(result.total == (isFound ? 1 : 0))
        #expect(!result.totalIsLowerBound)
        if isFound { #expect(result.candidates.first?.reasons.isEmpty == false) }
    }

    @Test("a record with several numbers is found by any that can be read, and says on which part it stands")
    func severalNumbers() async throws {
        let world = try await World()
        var content = gun("FRM70412")
        content.firearm.numbers += [
            FirearmNumber(part: .slide, text: "SLD8?553", state: .partial),
            FirearmNumber(part: .barrel, text: "BAR99318", state: .restored),
            FirearmNumber(part: .cylinder, text: "RASPADO 44556", state: .removed),
            FirearmNumber(part: .importMark, text: "44871"),
        ]
        let record = try await world.enter(content, "BR")
        let officer = try await world.officer("AR")
        for (read, part) in [
            ("FRM70412", "frame"), ("SLD81553", "slide"), ("BAR99318", "barrel"), ("BAR993I8", "barrel"),
            ("44871", "import-mark"),
        ] {
            let result = try await world.registry.checks.check(reading(read), officer)
            #expect(result.candidates.map(\.record.number) == [record.number], "\(read)")
            let parts = result.candidates.first?.reasons.filter { $0.code == "number.part" }.map(\.arguments)
            #expect(parts == (part == "frame" ? [] : [[part]]), "\(read)")
            #expect((result.candidates.first?.number?.part.rawValue ?? "frame") == part, "\(read)")
        }
        let removed = try await world.registry.checks.check(reading("44556"), officer)
        #expect(removed.candidates.isEmpty, "what is left of a removed number is a remark")
        // A number that is taken away is no longer found, the others are.
        content.firearm.numbers.removeAll { $0.part == .barrel }
        _ = try await world.registry.records.change(
            record.number, to: content, version: 1, reason: "", try await world.desk("BR")
        )
        #expect(try await world.registry.checks.check(reading("BAR99318"), officer).candidates.isEmpty)
        #expect(try await world.registry.checks.check(reading("44871"), officer).candidates.count == 1)
    }

    @Test("equal numbers come first, all of them are shown, and make and calibre decide between them")
    func order() async throws {
        let world = try await World()
        try await world.enter(gun("A8C12345", make: "GLOCK", model: "17"), "BR")
        let glock = try await world.enter(gun("ABC12345", make: "GLOCK", model: "17"), "BR")
        let taurus = try await world.enter(gun("ABC12345"), "CL")
        let result = try await world.registry.checks.check(
            reading("ABC12345", make: "Taurus", calibre: "9 mm"), try await world.officer("AR")
        )
        #expect(result.candidates.map(\.record.number).prefix(2) == [taurus.number, glock.number])
        #expect(result.total == 3)
        let scores = result.candidates.map(\.score)
        #expect(scores == scores.sorted(by: >))
    }

    @Test("too many candidates give advice and a lower bound")
    func tooMany() async throws {
        let world = try await World()
        let actor = try await world.desk("BR")
        let lines = (0..<1_100).map { "ABC\(10_000 + $0),TAURUS" }.joined(separator: "\n")
        let blob = try world.registry.blobs.put("serial,make\n\(lines)\n".utf8)
        let job = try await world.registry.imports.open(fileName: "many.csv", blob: blob, actor)
        _ = try await world.registry.imports.run(job.id, actor)
        let result = try await world.registry.checks.check(reading("ABC1?????"), try await world.officer("AR"))
        #expect(result.candidates.count == CheckService.mostCandidates)
        #expect(result.total >= 1_000)
        #expect(result.totalIsLowerBound)
        #expect(result.advice == ["serial", "make", "model", "calibre", "type"])
    }

    @Test("every check is in the journal before its answer, also one that finds nothing")
    func journalled() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let result = try await world.registry.checks.check(reading("NOTHING99"), officer)
        #expect(result.total == 0)
        let entries = try await world.database.read { try $0.journalEntries(after: 0, limit: 10) }
        #expect(entries.map(\.action) == ["check.run"])
        #expect(entries[0].object == "check:\(result.id)")
        #expect(entries[0].actor == officer.name)
        #expect(entries[0].details.contains(#""purpose":"border-control""#))
        #expect(!entries[0].details.contains("NOTHING99"))
        #expect(try await world.registry.checks.latest(officer).map(\.id) == [result.id])
    }

    @Test("a check with nothing to look for is refused with every wrong field, and leaves nothing behind")
    func failures() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let long = String(repeating: "x", count: 201)
        for (serial, code) in [
            ("", "required"), ("--", "required"), ("A????", "too-few-known"),
            (String(repeating: "7", count: 41), "too-long"),
        ] {
            let request = CheckRequest(serial: serial, make: long, purpose: .forensics, place: long)
            let refusal = await world.refusal { try await world.registry.checks.check(request, officer) }
            #expect(
                refusal?.failures.map { "\($0.field) \($0.code)" } == [
                    "serial \(code)", "make too-long", "place too-long",
                ])
        }
        #expect(try await world.journalHead() == 0)
    }

    @Test("an operation that the bureau takes no part in is refused like one that does not exist")
    func operations() async throws {
        let world = try await World()
        let centre = try await world.actor(.administrator, "HUB")
        let start = try #require(CalendarDate("2026-11-01"))
        try await world.registry.operations.create(
            Operation(code: "TEST", name: "Test", startsOn: start, endsOn: start, bureaus: ["BR"]), centre
        )
        var request = reading("ABC12345")
        request.operation = "TEST"
        _ = try await world.registry.checks.check(request, try await world.officer("BR"))
        let other = await world.refusal {
            try await world.registry.checks.check(request, try await world.officer("AR"))
        }
        #expect(other?.failures == [FieldFailure("operation", "unknown-code", value: "TEST")])
        request.operation = "NONE"
        let none = await world.refusal { try await world.registry.checks.check(request, try await world.officer("AR")) }
        #expect(none?.failures == [FieldFailure("operation", "unknown-code", value: "NONE")])
        #expect(try await world.registry.operations.operations(try await world.officer("AR")).isEmpty)
    }

    @Test("the full report is given only of a candidate of the check, and reading it is journalled with the check")
    func report() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let record = try await world.enter(gun("ABC12345"), "BR")
        let other = try await world.enter(gun("QRS55555"), "BR")
        let check = try await world.registry.checks.check(reading("ABC12345"), officer)
        let report = try await world.registry.checks.report(of: record.number, check: check.id, officer)
        #expect(firearm(report)?.content.firearm.make == "TAURUS")
        let last = try await world.database.read { try $0.journalEntries(after: 3, limit: 1).first }
        #expect(last?.action == "record.read")
        #expect(last?.details.contains("\(check.id)") == true)
        let refusal = await world.refusal {
            try await world.registry.checks.report(of: other.number, check: check.id, officer)
        }
        #expect(refusal == RegistryError(.notFound, subject: other.number))
    }

    @Test("an officer lists its own checks, the desk those of the bureau")
    func latest() async throws {
        let world = try await World()
        _ = try await world.registry.checks.check(reading("ABC12345"), try await world.officer("BR"))
        _ = try await world.registry.checks.check(reading("DEF67890"), try await world.desk("BR"))
        #expect(try await world.registry.checks.latest(try await world.officer("BR")).count == 1)
        #expect(try await world.registry.checks.latest(try await world.desk("BR")).count == 2)
        #expect(try await world.registry.checks.latest(try await world.desk("AR")).isEmpty)
    }

    @Test("a check is deleted with its keys when its time is over, and the journal keeps that it was made")
    func retention() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        _ = try await world.registry.checks.check(reading("369J257"), officer)
        _ = try await world.registry.checks.check(reading("ABC1????"), officer)
        world.clock.advance(days: 200)
        _ = try await world.registry.checks.check(reading("DEF67890"), officer)
        world.clock.advance(days: 165)
        #expect(try await world.registry.checks.deleteExpired() == 0)
        world.clock.advance(days: 1)
        #expect(try await world.registry.checks.deleteExpired() == 2)
        #expect(try await world.count("SELECT COUNT(*) FROM checks") == 1)
        #expect(try await world.count("SELECT COUNT(*) FROM check_keys WHERE record <> 3") == 0)
        #expect(try await world.actions() == ["check.run", "check.run", "check.run", "check.erase"])
    }
}
