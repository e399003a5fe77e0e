import DelimitedText
import Firearms
import Foundation
import Storage
import Testing

@testable import Registry

@Suite("A record that somebody may not know of")
struct HiddenRecordTests {
    /// What a bureau can find out, put into one value that must not depend on the record being there.
    struct Trace: Equatable {
        var list: [String]
        var filtered: [Int]
        var candidates: [String]
        var totals: [Int]
        var bounds: [Bool]
        var advice: [[String]]
        var counts: [Int]
        var exported: String
        var errors: [RegistryError?]
        var worklist: [String]
        var open: Int
    }

    /// Everything that Argentina's user may ask about the record, and about what a hit on it would show.
    private func trace(_ world: World, _ actor: Actor, number: String, hit: String) async throws -> Trace {
        let registry = world.registry
        let filters = [
            RecordFilter(bureau: "BR"), RecordFilter(recordClass: .stolen), RecordFilter(status: .active),
            RecordFilter(makeCode: "taurus"), RecordFilter(serial: "XYZ98765"), RecordFilter(serial: "XYZ9B765"),
        ]
        var filtered: [Int] = []
        for filter in filters { filtered.append(try await registry.records.list(filter, actor).records.count) }
        var checks: [CheckResult] = []
        for text in ["XYZ98765", "XYZ9B765", "XYZ987?5", "XYZ9????", "???98765"] {
            checks.append(try await registry.checks.check(reading(text), actor))
        }
        let check = checks[0].id
        let blob = try registry.blobs.put("picture".utf8)
        var errors: [RegistryError?] = []
        errors.append(await world.refusal { try await registry.records.record(number, actor) })
        errors.append(await world.refusal { try await registry.records.versions(of: number, actor) })
        errors.append(await world.refusal { try await registry.attachments.attachments(of: number, actor) })
        errors.append(
            await world.refusal { try await registry.attachments.content(of: .make(), record: number, actor) }
        )
        errors.append(await world.refusal { try await registry.checks.report(of: number, check: check, actor) })
        errors.append(
            await world.refusal {
                try await registry.hits.declare(check: check, record: number, urgency: .urgent, note: "", actor)
            }
        )
        errors.append(await world.refusal { try await registry.hits.hit(hit, actor) })
        errors.append(await world.refusal { try await registry.hits.events(of: hit, actor) })
        for action in HitAction.allCases {
            errors.append(
                await world.refusal {
                    try await registry.hits.act(
                        action, on: hit, note: "note", until: world.clock.now.adding(seconds: 60), actor
                    )
                }
            )
        }
        if Access.allows(.writeRecords, actor) {
            errors.append(
                await world.refusal {
                    try await registry.records.change(number, to: gun("XYZ98765"), version: 1, reason: "", actor)
                }
            )
            errors.append(
                await world.refusal {
                    try await registry.records.setStatus(.located, of: number, version: 1, reason: "", actor)
                }
            )
            errors.append(
                await world.refusal {
                    try await registry.attachments.add(
                        name: "a.png", mediaType: "image/png", blob: blob, to: number, actor
                    )
                }
            )
        }
        let exported = Access.allows(.exportRecords, actor) ? try await world.export(RecordFilter(), actor) : ""
        return Trace(
            list: try await registry.records.list(RecordFilter(), actor).records.map(\.number), filtered: filtered,
            candidates: checks.flatMap { $0.candidates.map(\.record.number) }, totals: checks.map(\.total),
            bounds: checks.map(\.totalIsLowerBound), advice: checks.map(\.advice),
            counts: try await registry.checks.latest(actor).map(\.candidateCount),
            exported: exported,
            errors: errors.map { error in
                // The number asked for is the actor's own word; everything else must be equal.
                error.map { RegistryError($0.code, failures: $0.failures) }
            },
            worklist: try await registry.hits.worklist(includingClosed: true, actor).map(\.number),
            open: try await registry.hits.openCount(actor)
        )
    }

    @Test(
        "leaves no trace for those it is hidden from, whatever they ask",
        arguments: [
            (Role.officer, HandlingLevel.officialUseOnly, ["AR"]), (.bureauDesk, .officialUseOnly, ["AR"]),
            (.coordinator, .officialUseOnly, ["AR"]), (.officer, .restricted, []), (.bureauDesk, .confidential, []),
            (.coordinator, .confidential, []), (.bureauDesk, .restricted, ["AR", "CL"]),
        ]
    )
    func noTrace(role: Role, level: HandlingLevel, hiddenFrom: [String]) async throws {
        let without = try await World()
        let with = try await World()
        for world in [without, with] {
            try await world.enter(gun("OPEN1111"), "BR")
            // Argentina's own record and check of the hidden gun, from which hits would arise.
            try await world.enter(gun("XYZ98765", make: "TAURUS"), "AR")
            _ = try await world.registry.checks.check(reading("XYZ98765", make: "TAURUS"), try await world.desk("AR"))
        }
        let hidden = try await with.enter(gun("XYZ98765", handling: level, hiddenFrom: hiddenFrom), "BR")
        let blob = try with.registry.blobs.put("picture".utf8)
        _ = try await with.registry.attachments.add(
            name: "a.png", mediaType: "image/png", blob: blob, to: hidden.number, try await with.desk("BR")
        )
        for world in [without, with] { try await world.match() }
        let hits = try await with.registry.hits.worklist(try await with.coordinator())
        if role != .officer { #expect(!hits.isEmpty) }
        let hitNumber = hits.first?.number ?? "BR-H-2026-000001"

        let expected = try await trace(
            without, try await without.actor(role, "AR"), number: "BR-2026-999999", hit: "BR-H-2026-999999")
        let found = try await trace(with, try await with.actor(role, "AR"), number: hidden.number, hit: hitNumber)
        #expect(found == expected)
    }

    @Test("leaves no gap in the hit numbers and no entry in the journal of the bureau it is hidden from")
    func hitNumbers() async throws {
        let world = try await World()
        try await world.enter(gun("XYZ98765"), "AR")
        try await world.enter(gun("QRS55555"), "AR")
        try await world.match()
        let head = try await world.journalHead()
        // Hidden from Argentina, which holds the same gun; then one that is not hidden.
        try await world.enter(gun("XYZ98765", hiddenFrom: ["AR"]), "BR")
        try await world.match()
        let entries = try await world.database.read { try $0.journalEntries(after: head, limit: 100) }
        #expect(entries.contains { $0.action == "hit.create" })
        #expect(!entries.contains { $0.bureau == "AR" })
        let own = try await world.registry.hits.worklist(try await world.desk("BR"))
        #expect(own.map(\.ownerBureau) == ["BR"])
        try await world.enter(gun("QRS55555"), "BR")
        try await world.match()
        let seen = try await world.registry.hits.worklist(try await world.desk("AR"))
        #expect(seen.map(\.number) == ["AR-H-2026-000001"])
    }

    @Test("two records that are each hidden from the other's bureau meet at the coordination centre only")
    func hiddenFromEachOther() async throws {
        let world = try await World()
        try await world.enter(gun("XYZ98765", hiddenFrom: ["BR"]), "AR")
        try await world.enter(gun("XYZ98765", hiddenFrom: ["AR"]), "BR")
        try await world.match()
        #expect(try await world.registry.hits.worklist(try await world.desk("BR")).isEmpty)
        #expect(try await world.registry.hits.worklist(try await world.desk("AR")).isEmpty)
        let hits = try await world.registry.hits.worklist(try await world.coordinator())
        #expect(hits.map(\.number) == ["HUB-H-2026-000001"])
        let journalled = try await world.count(
            "SELECT COUNT(*) FROM journal WHERE action = 'hit.create' AND bureau <> 'HUB'"
        )
        #expect(journalled == 0)
    }

    @Test("a list of excluded countries is told to the owner alone")
    func exclusionsAreNotTold() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345", hiddenFrom: ["CL"]), "BR")
        let own = try await world.registry.records.record(record.number, try await world.officer("BR"))
        #expect(own.content.hiddenFrom?.map(\.code) == ["CL"])
        let other = try await world.registry.records.record(record.number, try await world.desk("AR"))
        #expect(other.content.hiddenFrom == nil)
        let check = try await world.registry.checks.check(reading("ABC12345"), try await world.desk("AR"))
        let report = try await world.registry.checks.report(
            of: record.number, check: check.id, try await world.desk("AR")
        )
        #expect(firearm(report)?.content.hiddenFrom == nil)
        #expect(firearm(report)?.number == record.number)
    }

    @Test("an earlier version that was more secret is kept from those who see the present one")
    func earlierVersions() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let record = try await world.enter(gun("ABC12345", handling: .confidential), "BR")
        _ = try await world.registry.records.change(
            record.number, to: gun("ABC12345"), version: 1, reason: "released", desk
        )
        #expect(try await world.registry.records.versions(of: record.number, desk).count == 1)
        let officer = try await world.officer("BR")
        #expect(try await world.registry.records.versions(of: record.number, officer).isEmpty)
        let other = try await world.desk("AR")
        #expect(try await world.registry.records.versions(of: record.number, other).isEmpty)
    }

    @Test("a record becomes unknown to a bureau the moment it is excluded, also where it was found before")
    func excludedLater() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let record = try await world.enter(gun("ABC12345"), "BR")
        let check = try await world.registry.checks.check(reading("ABC12345"), officer)
        #expect(check.candidates.map(\.record.number) == [record.number])
        let hit = try await world.registry.hits.declare(
            check: check.id, record: record.number, urgency: .routine, note: "", officer
        )
        _ = try await world.registry.records.change(
            record.number, to: gun("ABC12345", hiddenFrom: ["AR"]), version: 1, reason: "", try await world.desk("BR")
        )
        let again = try await world.registry.checks.result(of: check.id, officer)
        #expect(again?.total == 0)
        #expect(await world.refusal { try await world.registry.hits.hit(hit.number, officer) }?.code == .notFound)
        #expect(try await world.registry.hits.openCount(officer) == 0)
    }

    @Test("checks and imports of another bureau do not exist")
    func otherBureausWork() async throws {
        let world = try await World()
        let check = try await world.registry.checks.check(reading("ABC12345"), try await world.officer("BR"))
        #expect(try await world.registry.checks.result(of: check.id, try await world.desk("AR")) == nil)
        let blob = try world.registry.blobs.put("serial,make\nABC12345,TAURUS\n".utf8)
        let job = try await world.registry.imports.open(fileName: "a.csv", blob: blob, try await world.desk("BR"))
        let refusal = await world.refusal { try await world.registry.imports.job(job.id, try await world.desk("AR")) }
        #expect(refusal?.code == .notFound)
    }
}
