import Firearms
import Identity
import Storage
import Testing

@testable import Registry

@Suite("A document, vehicle or notice that somebody may not know of")
struct HiddenObjectTests {
    /// What a bureau can find out, put into one value that must not depend on the thing being there.
    struct Trace: Equatable {
        var lists: [[String]]
        var findings: [[String]]
        var counts: [Int]
        var errors: [RegistryError?]
        var worklist: [String]
        var open: Int
    }

    /// Everything that Argentina's user may ask about the thing, and about what a hit on it would show.
    private func trace(
        _ thing: RestrictedThing, _ world: World, _ actor: Actor, number: String, hit: String
    ) async throws -> Trace {
        let registry = world.registry
        var lists = [try await thing.listed(world, actor)]
        switch thing.kind {
        case .notice:
            for filter in [NoticeFilter(text: "quimera"), NoticeFilter(colour: .red), NoticeFilter(bureau: "BR")] {
                lists.append(try await registry.notices.list(filter, actor).notices.map(\.number))
            }
        default:
            for filter in [ObjectFilter(text: "FK100099"), ObjectFilter(text: "BRA0E09"), ObjectFilter(bureau: "BR")] {
                lists.append(try await registry.documents.list(filter, actor).records.map(\.number))
                lists.append(try await registry.vehicles.list(filter, actor).records.map(\.number))
            }
        }
        let check = try await registry.checks.check(thing.check(0), actor)
        var errors: [RegistryError?] = []
        func refusal(_ body: () async throws -> some Any) async {
            // The number asked for is the actor's own word; everything else must be equal.
            errors.append(await world.refusal(body).map { RegistryError($0.code, failures: $0.failures) })
        }
        await refusal { try await thing.open(number, world, actor) }
        await refusal { try await registry.checks.report(of: number, check: check.id, actor) }
        await refusal {
            try await registry.hits.declare(check: check.id, record: number, urgency: .urgent, note: "", actor)
        }
        await refusal { try await registry.hits.detail(of: hit, actor) }
        for action in HitAction.allCases {
            await refusal {
                try await registry.hits.act(
                    action, on: hit, note: "note", until: world.clock.now.adding(seconds: 60), actor)
            }
        }
        switch thing.kind {
        case .notice:
            let notice = try #require(NoticeNumber(number))
            await refusal { try await registry.notices.pictures(of: notice, actor) }
            await refusal { try await registry.notices.readings(of: notice, actor) }
            await refusal { try await registry.notices.versions(of: notice, actor) }
            await refusal {
                try await registry.notices.change(
                    notice, to: NoticeTests.red(), version: 4, reason: "x", actor)
            }
            await refusal { try await registry.methods.similar(to: notice, actor) }
        default:
            await refusal { try await registry.documents.versions(of: number, actor) }
            await refusal { try await registry.vehicles.versions(of: number, actor) }
            await refusal {
                try await registry.documents.setStatus(.located, of: number, version: 1, reason: "x", actor)
            }
            await refusal {
                try await registry.vehicles.setStatus(.located, of: number, version: 1, reason: "x", actor)
            }
        }
        return Trace(
            lists: lists, findings: [check.findings.map(\.record.number)],
            counts: try await registry.checks.latest(actor).map(\.candidateCount), errors: errors,
            worklist: try await registry.hits.worklist(includingClosed: true, actor).map(\.number),
            open: try await registry.hits.openCount(actor))
    }

    @Test(
        "leaves no trace for those it is hidden from, whatever they ask", arguments: RestrictedThing.all,
        [
            (Role.officer, HandlingLevel.officialUseOnly, ["AR"]), (.bureauDesk, .officialUseOnly, ["AR"]),
            (.coordinator, .officialUseOnly, ["AR"]), (.officer, .restricted, []), (.bureauDesk, .confidential, []),
            (.bureauDesk, .restricted, ["AR", "CL"]),
        ]
    )
    func noTrace(thing: RestrictedThing, reader: (role: Role, level: HandlingLevel, hiddenFrom: [String])) async throws
    {
        let without = try await World()
        let with = try await World()
        for world in [without, with] {
            // One that everybody may know of, and Argentina's own checks, from which hits would arise.
            _ = try await thing.enter(1, .officialUseOnly, hiddenFrom: [], world)
            _ = try await thing.found(thing.check(0), world, try await world.actor(reader.role, "AR"))
        }
        let hidden = try await thing.enter(0, reader.level, hiddenFrom: reader.hiddenFrom, with)
        for world in [without, with] { try await world.match() }
        let hits = try await with.registry.hits.worklist(try await with.desk("BR"))
        #expect(hits.map(\.record.number) == [hidden], "the owner learns of the earlier check")
        let unknown = thing.kind == .notice ? "2026/09999" : "BR-D-2026-009999"
        let expected = try await trace(
            thing, without, try await without.actor(reader.role, "AR"), number: unknown, hit: "BR-H-2026-999999")
        let found = try await trace(
            thing, with, try await with.actor(reader.role, "AR"), number: hidden, hit: hits.first?.number ?? "")
        #expect(found == expected)
    }

    @Test("many that are hidden take no place in the answer from one that is not")
    func crowded() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        var content = NoticeTests.red()
        content.addressees = ["CL"].compactMap { Country($0) }
        for _ in 0..<90 {
            let number = try #require(NoticeNumber(try await world.registry.notices.create(content, desk).number))
            _ = try await world.registry.notices.send(number, version: 1, desk)
        }
        // Less like than all of them.
        var open = NoticeTests.red()
        open.person?.birthDate = PartialDate("1980")
        let notice = try await world.publish(open)
        let argentina = try await world.officer("AR")
        let check = try await world.registry.checks.check(asking("John Doe", born: "1980-05"), argentina)
        #expect(check.persons.map(\.notice.number) == [notice.number])
        let chile = try await world.officer("CL")
        #expect(try await world.registry.checks.check(asking("John Doe", born: "1980-05"), chile).persons.count == 25)
    }

    @Test("more hidden documents than a check reads take no place from one of the same number that is not hidden")
    func crowdedDocuments() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let issuers = ["BRA", "ARG", "CHL", "URY", "PRY"]
        // The same number folded: O and 0, I and 1, S and 5, B and 8 are read for each other.
        let forms = [
            "FK0158", "FKO158", "FK0I58", "FK01S8", "FK015B", "FKOI58", "FKO1S8", "FKO15B", "FK0IS8", "FK0I5B",
        ]
        var entered = 0
        for number in forms + forms.map({ $0.replacing("8", with: "B") }) + forms.map({ $0.replacing("1", with: "I") })
        {
            for issuer in issuers {
                let type = [DocumentType.passport, .identityCard, .visa]
                for type in type {
                    let content = passport(number, issuer: issuer, type: type, hiddenFrom: ["AR"])
                    let refusal = await world.refusal { try await world.registry.documents.create(content, desk) }
                    if refusal == nil { entered += 1 }
                }
            }
        }
        #expect(entered > 200)
        let open = try await world.registry.documents.create(
            passport("FK0158", issuer: "BOL"), try await world.desk("CL"))
        let officer = try await world.officer("AR")
        for _ in 0..<2 {
            let check = try await world.registry.checks.check(showing("FK0158", issuer: "BOL"), officer)
            #expect(check.documents.map(\.record.number) == [open.number])
            try await world.registry.objectIndex.advance()
        }
    }
}
