import Storage
import Testing

@testable import Registry

@Suite("API tokens")
struct TokenTests {
    private func token(_ world: World, _ scopes: Set<Scope>, days: Int = 30) async throws -> (APIToken, Actor, String) {
        let desk = try await world.desk("BR")
        let made = try await world.registry.tokens.create(name: "till", scopes: scopes, days: days, desk)
        let actor = try #require(try await world.registry.signIn.actor(token: made.secret))
        return (made.token, actor, made.secret)
    }

    @Test("a token has the rights of its scopes, as far as its user has them", arguments: Scope.allCases)
    func scopes(scope: Scope) async throws {
        let world = try await World()
        let (_, actor, _) = try await token(world, [scope])
        #expect(actor.channel == .api)
        let held = Access.rights(of: .bureauDesk, atCoordinationCentre: false)
        for right in Right.allCases {
            #expect(Access.allows(right, actor) == (scope.rights.contains(right) && held.contains(right)), "\(right)")
        }
    }

    @Test("a token cannot make tokens or change the password")
    func noEscalation() async throws {
        let world = try await World()
        let (_, actor, _) = try await token(world, Set(Scope.allCases))
        let made = await world.refusal {
            try await world.registry.tokens.create(name: "more", scopes: [.check], days: 1, actor)
        }
        #expect(made?.code == .forbidden)
        let changed = await world.refusal {
            try await world.registry.users.changeOwnPassword(from: "a", to: "a long enough phrase", actor)
        }
        #expect(changed?.code == .forbidden)
    }

    @Test("a token ends on its day, when it is revoked, and with its user")
    func ends() async throws {
        let world = try await World()
        let signIn = world.registry.signIn
        let (_, _, expiring) = try await token(world, [.check], days: 2)
        let (revoked, _, secret) = try await token(world, [.check])
        let (_, _, lasting) = try await token(world, [.check])
        try await world.registry.tokens.revoke(revoked.id, try await world.desk("BR"))
        #expect(try await signIn.actor(token: secret) == nil)
        let twice = await world.refusal {
            try await world.registry.tokens.revoke(revoked.id, try await world.desk("BR"))
        }
        #expect(twice?.code == .notFound)
        world.clock.advance(days: 2)
        #expect(try await signIn.actor(token: expiring) == nil)
        #expect(try await signIn.actor(token: lasting) != nil)
        try await world.registry.users.setDisabled(
            true, userNamed: World.userName(.bureauDesk, "BR"), try await world.actor(.administrator, "BR")
        )
        #expect(try await signIn.actor(token: lasting) == nil)
        #expect(try await signIn.actor(token: "ct_nonsense") == nil)
    }

    @Test("somebody else's token does not exist")
    func othersToken() async throws {
        let world = try await World()
        let (made, _, secret) = try await token(world, [.check])
        let refusal = await world.refusal {
            try await world.registry.tokens.revoke(made.id, try await world.officer("BR"))
        }
        #expect(refusal?.code == .notFound)
        #expect(try await world.registry.signIn.actor(token: secret) != nil)
        #expect(try await world.registry.tokens.tokens(try await world.officer("BR")).isEmpty)
    }

    @Test("every wrong field of a new token is named at once")
    func failures() async throws {
        let world = try await World()
        let refusal = await world.refusal {
            try await world.registry.tokens.create(name: "", scopes: [], days: 400, try await world.desk("BR"))
        }
        #expect(refusal?.failures.map(\.field) == ["name", "scopes", "days"])
    }
}
