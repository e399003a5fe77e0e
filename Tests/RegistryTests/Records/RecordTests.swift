import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Firearm records")
struct RecordTests {
    @Test("every wrong field is named at once")
    func failures() async throws {
        let world = try await World()
        var content = gun("")
        content.firearm.type = nil
        content.firearm.make = String(repeating: "x", count: 201)
        content.firearm.model = "PT\u{1}92"
        content.firearm.yearMade = 1400
        content.firearm.importYear = 2027
        content.firearm.barrelLengthMillimetres = 5
        content.firearm.marks = [FirearmMark(kind: .proof, text: String(repeating: "y", count: 201), place: "")]
        content.eventDate = CalendarDate("2026-11-24")
        content.eventDateEnd = CalendarDate("2026-11-20")
        content.circumstances = String(repeating: "z", count: 10_001)
        content.retentionUntil = CalendarDate("2020-01-01")
        let refusal = await world.refusal { try await world.enter(content, "BR") }
        #expect(refusal?.code == .invalid)
        #expect(
            refusal?.failures.map { "\($0.field) \($0.code)" } == [
                "firearm.make too-long", "firearm.model control-characters", "firearm.yearMade out-of-range",
                "firearm.importYear out-of-range", "firearm.barrelLengthMillimetres out-of-range",
                "firearm.numbers[0].text required", "firearm.marks[0].text too-long", "circumstances too-long",
                "eventDate in-future", "eventDateEnd before-start", "retentionUntil in-past",
            ]
        )
        #expect(refusal?.failures.allSatisfy { ($0.value?.count ?? 0) <= 200 } == true)
        #expect(try await world.count("SELECT COUNT(*) FROM firearm_records") == 0)
    }

    @Test("a firearm that nothing would find again is refused, and so are too many numbers")
    func nothingToFindItBy() async throws {
        let world = try await World()
        let bare = RecordContent(recordClass: .lost, firearm: Firearm(model: "PT 92"))
        #expect(
            await world.refusal { try await world.enter(bare, "BR") }?.failures.map(\.code) == ["nothing-to-find-it-by"]
        )
        var many = gun("ABC12345")
        many.firearm.numbers = (0..<21).map { FirearmNumber(text: "ABC\($0)00") }
        #expect(await world.refusal { try await world.enter(many, "BR") }?.failures.map(\.code) == ["too-many"])
        var late = gun("ABC12345", retentionUntil: "2032-01-01")
        #expect(await world.refusal { try await world.enter(late, "BR") }?.failures.map(\.code) == ["too-late"])
        late.retentionUntil = nil
        #expect(try await world.enter(late, "BR").content.retentionUntil == CalendarDate("2031-11-23"))
    }

    @Test("make and calibre are recognised, and what was written stays")
    func recognised() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345", make: "Forjas Taurus", calibre: "9x19"), "BR")
        #expect(record.content.firearm.make == "Forjas Taurus")
        #expect(record.content.firearm.makeCode == ReferenceTable.standard.make("Taurus")?.value.code)
        #expect(record.content.firearm.calibreCode == ReferenceTable.standard.calibre("9mm Luger")?.value.code)
        #expect(record.number == "BR-2026-000001")
    }

    @Test("the same gun twice in one bureau names the first; another make with the number is another gun")
    func duplicates() async throws {
        let world = try await World()
        let first = try await world.enter(gun("ABC-12345"), "BR")
        for same in [
            gun("abc 12345"), gun("ABC12345", model: nil, calibre: nil), gun("ABC12345", make: "Forjas Taurus"),
        ] {
            let refusal = await world.refusal { try await world.enter(same, "BR") }
            #expect(refusal?.code == .duplicate)
            #expect(refusal?.subject == first.number)
            #expect(refusal?.failures.first?.arguments == ["number": first.number])
        }
        try await world.enter(gun("ABC12345", make: "GLOCK", model: "17"), "BR")
        try await world.enter(gun("ABC12345", model: "PT 58"), "BR")
        try await world.enter(gun("A8C12345"), "BR")
        // The number of a refused record is not used up.
        #expect(try await world.count("SELECT last FROM record_counters WHERE bureau = 'BR'") == 4)
    }

    @Test("a closed record does not stand in the way of a new one, and a change is held against the others")
    func duplicatesOverTime() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let first = try await world.enter(gun("ABC12345"), "BR")
        let second = try await world.enter(gun("DEF67890"), "BR")
        let refusal = await world.refusal {
            try await world.registry.records.change(second.number, to: gun("ABC12345"), version: 1, reason: "", desk)
        }
        #expect(refusal?.subject == first.number)
        _ = try await world.registry.records.setStatus(.cancelled, of: first.number, version: 1, reason: "", desk)
        _ = try await world.registry.records.change(second.number, to: gun("ABC12345"), version: 1, reason: "", desk)
    }

    @Test("the same gun in two bureaus is a potential hit for both")
    func twoBureaus() async throws {
        let world = try await World()
        let first = try await world.enter(gun("ABC12345"), "AR")
        let second = try await world.enter(gun("ABC12345"), "BR")
        try await world.match()
        for bureau in ["AR", "BR"] {
            let hits = try await world.registry.hits.worklist(try await world.desk(bureau))
            #expect(hits.map(\.state) == [.potential])
            #expect(hits.first?.record.number == first.number)
            #expect(hits.first?.otherRecord?.number == second.number)
            #expect(hits.first?.origin == .otherRecord)
        }
        #expect(try await world.registry.hits.worklist(try await world.desk("CL")).isEmpty)
    }

    @Test("every version is kept, with who changed it and why, and search follows the present one")
    func versions() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let records = world.registry.records
        let record = try await world.enter(gun("ABC12345"), "BR")
        world.clock.advance(seconds: 60)
        let changed = try await records.change(record.number, to: gun("XYZ99999"), version: 1, reason: "misread", desk)
        #expect(changed.version == 2)
        #expect(changed.changedAt > changed.createdAt)
        let located = try await records.setStatus(.located, of: record.number, version: 2, reason: "found", desk)
        let versions = try await records.versions(of: record.number, desk)
        #expect(versions.map(\.version) == [2, 1])
        #expect(versions.map(\.reason) == ["found", "misread"])
        #expect(versions.map(\.changedBy) == [desk.name, desk.name])
        #expect(versions[1].content == record.content)
        #expect(located.status == .located)
        let officer = try await world.officer("AR")
        #expect(try await world.registry.checks.check(reading("ABC12345"), officer).total == 0)
        #expect(try await world.registry.checks.check(reading("XYZ99999"), officer).total == 1)
    }

    @Test("a change on top of a version that is no longer the present one is refused")
    func versionMismatch() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let record = try await world.enter(gun("ABC12345"), "BR")
        let answers = await withTaskGroup(of: RegistryError.Code?.self) { group in
            for index in 0..<8 {
                group.addTask {
                    await world.refusal {
                        try await world.registry.records.change(
                            record.number, to: gun("ABC1234\(index)"), version: 1, reason: "", desk
                        )
                    }?.code
                }
            }
            return await group.reduce(into: [RegistryError.Code?]()) { $0.append($1) }
        }
        #expect(answers.count { $0 == nil } == 1)
        #expect(answers.count { $0 == .versionMismatch } == 7)
    }

    @Test("a record moves only along its life", arguments: RecordStatus.allCases)
    func statusMoves(target: RecordStatus) async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let legal: [RecordStatus: Set<RecordStatus>] = [
            .active: [.located, .cleared, .cancelled], .located: [.active, .cleared, .cancelled],
        ]
        for (index, start) in RecordStatus.allCases.enumerated() where start != .expired {
            let record = try await world.enter(gun("ABC1234\(index)"), "BR")
            if start != .active {
                _ = try await world.registry.records.setStatus(start, of: record.number, version: 1, reason: "", desk)
            }
            let refusal = await world.refusal {
                try await world.registry.records.setStatus(
                    target, of: record.number, version: start == .active ? 1 : 2, reason: "", desk
                )
            }
            #expect((refusal == nil) == (legal[start]?.contains(target) ?? false), "\(start) to \(target)")
            if let refusal { #expect(refusal.code == .illegalState) }
        }
    }

    @Test("a record expires on the day after its retention date and is found no more")
    func expiry() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345", retentionUntil: "2026-11-25"), "BR")
        try await world.enter(gun("DEF67890"), "BR")
        world.clock.advance(days: 2)
        #expect(try await world.registry.records.expire() == 0)
        world.clock.advance(days: 1)
        #expect(try await world.registry.records.expire() == 1)
        #expect(try await world.registry.records.expire() == 0)
        let expired = try await world.registry.records.record(record.number, try await world.desk("BR"))
        #expect(expired.status == .expired)
        #expect(try await world.registry.checks.check(reading("ABC12345"), try await world.officer("AR")).total == 0)
        #expect(try await world.actions().contains("record.expired"))
    }

    @Test("each change has its journal entry, and a change that fails leaves neither row nor entry")
    func journal() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let record = try await world.enter(gun("ABC12345"), "BR")
        _ = try await world.registry.records.change(
            record.number, to: gun("ABC12346"), version: 1, reason: "secret reason", desk
        )
        _ = try await world.registry.records.record(record.number, desk)
        _ = try await world.registry.records.setStatus(.cleared, of: record.number, version: 2, reason: "", desk)
        let entries = try await world.database.read { try $0.journalEntries(after: 0, limit: 100) }
        #expect(entries.map(\.action) == ["record.create", "record.change", "record.read", "record.cleared"])
        #expect(
            entries.allSatisfy { $0.object == "record:\(record.number)" && $0.actor == desk.name && $0.bureau == "BR" })
        #expect(entries[1].details == #"{"channel":"command-line","fields":"firearm.numbers"}"#)
        #expect(!entries.contains { "\($0)".contains("ABC1234") || "\($0)".contains("secret") })

        _ = await world.refusal {
            try await world.registry.records.change(record.number, to: gun("Q1111111"), version: 1, reason: "", desk)
        }
        _ = await world.refusal { try await world.enter(gun("", make: nil), "BR") }
        #expect(try await world.journalHead() == 4)
        // A failure after the rows were written: the version's place in the history is taken already.
        try await world.database.write {
            try $0.execute(
                """
                INSERT INTO record_versions(record, version, status, document, changed_at, changed_by, reason)
                VALUES (?, 3, 'active', '{}', 0, '', '')
                """,
                [.integer(record.sequence)]
            )
        }
        await #expect(throws: (any Error).self) {
            try await world.registry.records.change(record.number, to: gun("Q1111111"), version: 3, reason: "", desk)
        }
        #expect(try await world.journalHead() == 4)
        #expect(try await world.count("SELECT version FROM firearm_records") == 3)
    }

    @Test("lists are paged newest first, without repeating or leaving out")
    func paging() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        var numbers: [String] = []
        for index in 0..<7 {
            let level: HandlingLevel = index == 3 ? .confidential : .officialUseOnly
            let record = try await world.enter(gun("ABC1000\(index)", handling: level), "BR")
            if index != 3 { numbers.append(record.number) }
        }
        var seen: [String] = []
        var cursor: Int64?
        repeat {
            let page = try await world.registry.records.list(RecordFilter(), before: cursor, limit: 2, officer)
            #expect(page.records.count == 2)
            seen += page.records.map(\.number)
            cursor = page.nextCursor
        } while cursor != nil
        #expect(seen == numbers.reversed())
    }
}
