import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Hits")
struct HitTests {
    /// A hit that Argentina's officer declared on a record of Brazil.
    private func declared(_ world: World, _ serial: String = "ABC12345", _ urgency: Urgency = .urgent) async throws
        -> Hit
    {
        let record = try await world.enter(gun(serial), "BR")
        let officer = try await world.officer("AR")
        let check = try await world.registry.checks.check(reading(serial), officer)
        return try await world.registry.hits.declare(
            check: check.id, record: record.number, urgency: urgency, note: "at the bridge", officer
        )
    }

    private func act(
        _ world: World, _ action: HitAction, _ number: String, _ actor: Actor, until seconds: Int64 = 1_800
    ) async throws -> Hit {
        try await world.registry.hits.act(
            action, on: number, note: "because",
            until: action == .askMoreTime ? world.clock.now.adding(seconds: seconds) : nil, actor
        )
    }

    @Test("declaring tells the searcher, the owner and the coordination centre, and nobody else")
    func parties() async throws {
        let world = try await World()
        let hit = try await declared(world)
        #expect(hit.number == "BR-H-2026-000001")
        #expect(hit.state == .sent)
        #expect(hit.dueAt == world.clock.now.adding(seconds: 600))
        for actor in [
            try await world.officer("AR"), try await world.desk("AR"), try await world.officer("BR"),
            try await world.desk("BR"), try await world.coordinator(),
        ] {
            #expect(try await world.registry.hits.worklist(actor).map(\.number) == [hit.number], "\(actor.name)")
            #expect(try await world.registry.hits.openCount(actor) == 1)
        }
        for actor in [try await world.desk("CL"), try await world.officer("HUB"), try await world.desk("HUB")] {
            #expect(try await world.registry.hits.worklist(actor).isEmpty, "\(actor.name)")
            #expect(await world.refusal { try await world.registry.hits.hit(hit.number, actor) }?.code == .notFound)
        }
        #expect(try await world.registry.hits.openCount(try await world.actor(.administrator, "BR")) == 0)
        #expect(
            try await world.registry.hits.events(of: hit.number, try await world.desk("BR")).map(\.note) == [
                "at the bridge"
            ])
    }

    @Test("declaring the same candidate twice gives the same hit")
    func twice() async throws {
        let world = try await World()
        let first = try await declared(world)
        let officer = try await world.officer("AR")
        let again = try await world.registry.hits.declare(
            check: try #require(first.check), record: first.record.number, urgency: .routine, note: "", officer
        )
        #expect(again == first)
        #expect(try await world.count("SELECT COUNT(*) FROM hits") == 1)
    }

    @Test("a candidate of another check, one's own record and another bureau's check cannot be declared")
    func refusedDeclarations() async throws {
        let world = try await World()
        let record = try await world.enter(gun("ABC12345"), "BR")
        let own = try await world.registry.checks.check(reading("ABC12345"), try await world.officer("BR"))
        let mine = await world.refusal {
            try await world.registry.hits.declare(
                check: own.id, record: record.number, urgency: .urgent, note: "", try await world.officer("BR")
            )
        }
        #expect(mine?.code == .illegalState)
        let foreign = await world.refusal {
            try await world.registry.hits.declare(
                check: own.id, record: record.number, urgency: .urgent, note: "", try await world.officer("AR")
            )
        }
        #expect(foreign?.code == .notFound)
        let check = try await world.registry.checks.check(reading("QRS55555"), try await world.officer("AR"))
        let unrelated = await world.refusal {
            try await world.registry.hits.declare(
                check: check.id, record: record.number, urgency: .urgent, note: "", try await world.officer("AR")
            )
        }
        #expect(unrelated == RegistryError(.notFound, subject: record.number))
    }

    @Test("each action is taken by its party and from its states only", arguments: HitAction.allCases)
    func legalMoves(action: HitAction) async throws {
        let world = try await World()
        let paths: [(state: HitState, actions: [HitAction])] = [
            (.sent, []), (.acknowledged, [.acknowledge]), (.moreTimeAsked, [.askMoreTime]), (.confirmed, [.confirm]),
            (.refuted, [.refute]), (.actedOn, [.confirm, .actOn]), (.outcomeRecorded, [.confirm, .recordOutcome]),
        ]
        let owner = try await world.desk("BR")
        let searcher = try await world.officer("AR")
        for (index, path) in paths.enumerated() {
            let hit = try await declared(world, "ABC1234\(index)")
            for step in path.actions {
                _ = try await act(world, step, hit.number, step.party == .owner ? owner : searcher)
            }
            let strangers =
                action.party == .owner
                ? [searcher, try await world.officer("BR"), try await world.coordinator()]
                : [owner, try await world.coordinator()]
            for stranger in strangers {
                let refusal = await world.refusal { try await act(world, action, hit.number, stranger) }
                #expect(refusal?.code == .forbidden, "\(stranger.name)")
            }
            let actor = action.party == .owner ? owner : searcher
            let present = try await world.registry.hits.hit(hit.number, actor)
            #expect(present.state == path.state)
            let refusal = await world.refusal { try await act(world, action, hit.number, actor) }
            #expect((refusal == nil) == action.from.contains(path.state), "\(action) from \(path.state)")
            if let refusal { #expect(refusal.code == .illegalState) }
            #expect(HitService.actions(of: actor, on: present).contains(action) == (refusal == nil))
        }
    }

    @Test("a reason is required to refute and an outcome to close, and more time ends within 30 days")
    func requiredFields() async throws {
        let world = try await World()
        let hit = try await declared(world)
        let owner = try await world.desk("BR")
        func fields(_ action: HitAction, until: Moment?) async -> [String]? {
            await world.refusal {
                try await world.registry.hits.act(action, on: hit.number, note: " ", until: until, owner)
            }?.failures.map { "\($0.field) \($0.code)" }
        }
        #expect(await fields(.refute, until: nil) == ["note required"])
        #expect(await fields(.askMoreTime, until: nil) == ["until required"])
        #expect(await fields(.askMoreTime, until: world.clock.now) == ["until in-past"])
        #expect(await fields(.askMoreTime, until: world.clock.now.adding(days: 31)) == ["until too-late"])
        let stale = await world.refusal {
            try await world.registry.hits.act(.acknowledge, on: hit.number, version: 7, owner)
        }
        #expect(stale?.code == .versionMismatch)
    }

    @Test("the clock reminds at half of its time and escalates at its end, once each")
    func clock() async throws {
        let world = try await World()
        let hit = try await declared(world)
        let hits = world.registry.hits
        let owner = try await world.desk("BR")
        world.clock.advance(seconds: 299)
        #expect(try await hits.advanceClocks() == 0)
        world.clock.advance(seconds: 1)
        #expect(try await hits.advanceClocks() == 1)
        #expect(try await hits.advanceClocks() == 0)
        #expect(try await hits.hit(hit.number, owner).remindedAt == world.clock.now)
        world.clock.advance(seconds: 300)
        #expect(try await hits.advanceClocks() == 1)
        #expect(try await hits.advanceClocks() == 0)
        #expect(try await hits.hit(hit.number, owner).escalatedAt == world.clock.now)
        #expect(try await hits.events(of: hit.number, owner).map(\.action) == ["create", "remind", "escalate"])
        // Acknowledging late neither stops the clock nor lets it ring again.
        _ = try await act(world, .acknowledge, hit.number, owner)
        #expect(try await hits.hit(hit.number, owner).dueAt == hit.dueAt)
        #expect(try await hits.advanceClocks() == 0)
        _ = try await act(world, .confirm, hit.number, owner)
        #expect(try await hits.hit(hit.number, owner).dueAt == nil)
        world.clock.advance(days: 1)
        #expect(try await hits.advanceClocks() == 0)
    }

    @Test("a clock that nobody looked at for long escalates without a late reminder")
    func missedReminder() async throws {
        let world = try await World()
        let hit = try await declared(world, "ABC12345", .routine)
        world.clock.advance(seconds: 10_000)
        #expect(try await world.registry.hits.advanceClocks() == 1)
        #expect(try await world.registry.hits.advanceClocks() == 0)
        let events = try await world.registry.hits.events(of: hit.number, try await world.desk("BR"))
        #expect(events.map(\.action) == ["create", "escalate"])
    }

    @Test("asking for more time sets the clock anew")
    func moreTime() async throws {
        let world = try await World()
        let hit = try await declared(world)
        let owner = try await world.desk("BR")
        world.clock.advance(seconds: 400)
        _ = try await world.registry.hits.advanceClocks()
        let changed = try await act(world, .askMoreTime, hit.number, owner, until: 7_200)
        #expect(changed.dueAt == world.clock.now.adding(seconds: 7_200))
        #expect(changed.remindedAt == nil)
        world.clock.advance(seconds: 3_600)
        #expect(try await world.registry.hits.advanceClocks() == 1)
        world.clock.advance(seconds: 3_600)
        #expect(try await world.registry.hits.advanceClocks() == 1)
        #expect(try await world.registry.hits.hit(hit.number, owner).escalatedAt == world.clock.now)
    }

    @Test("the worklist has the next due on top, those without a clock last, and closed ones on request")
    func worklist() async throws {
        let world = try await World()
        let routine = try await declared(world, "ABC12341", .routine)
        let urgent = try await declared(world, "ABC12342", .urgent)
        let confirmed = try await declared(world, "ABC12343", .urgent)
        let refuted = try await declared(world, "ABC12344", .urgent)
        let owner = try await world.desk("BR")
        _ = try await act(world, .confirm, confirmed.number, owner)
        _ = try await act(world, .refute, refuted.number, owner)
        let hits = world.registry.hits
        #expect(try await hits.worklist(owner).map(\.number) == [urgent.number, routine.number, confirmed.number])
        #expect(try await hits.worklist(includingClosed: true, owner).count == 4)
        #expect(try await hits.openCount(owner) == 2)
    }
}
