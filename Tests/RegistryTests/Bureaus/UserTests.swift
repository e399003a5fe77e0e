import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Bureaus and their users")
struct UserTests {
    private func newUser(_ name: String, _ bureau: String, _ role: Role = .officer) -> NewUser {
        NewUser(
            name: name, displayName: "Invented Person", bureau: bureau, role: role, password: "a long enough phrase")
    }

    @Test("a bureau's administrator manages the users of its own bureau, and others do not exist for it")
    func ownBureau() async throws {
        let world = try await World()
        let users = world.registry.users
        let administrator = try await world.actor(.administrator, "BR")
        _ = try await users.create(newUser("new.br", "BR"), administrator)
        #expect(try await users.users(administrator).allSatisfy { $0.bureau == "BR" })
        #expect(
            await world.refusal { try await users.create(newUser("new.ar", "AR"), administrator) }?.code == .forbidden)
        let other = await world.refusal { try await users.setDisabled(true, userNamed: "officer.ar", administrator) }
        let unknown = await world.refusal { try await users.setDisabled(true, userNamed: "no.body", administrator) }
        #expect(other == RegistryError(.notFound, subject: "officer.ar"))
        #expect(unknown == RegistryError(.notFound, subject: "no.body"))
        let reset = await world.refusal {
            try await users.resetPassword(userNamed: "officer.ar", to: "a long enough phrase", administrator)
        }
        #expect(reset?.code == .notFound)
        let itself = await world.refusal {
            try await users.setDisabled(true, userNamed: "administrator.br", administrator)
        }
        #expect(itself?.failures.map(\.code) == ["own-account"])
    }

    @Test("the coordination centre gives a new bureau its first administrator and no other user")
    func firstAdministrator() async throws {
        let world = try await World()
        let centre = try await world.actor(.administrator, "HUB")
        try await world.registry.bureaus.create(
            Bureau(code: "UY", name: "NCB Montevideo", country: Country("UY")), centre
        )
        _ = try await world.registry.users.create(newUser("admin.uy", "UY", .administrator), centre)
        let officer = await world.refusal { try await world.registry.users.create(newUser("officer.uy", "UY"), centre) }
        #expect(officer?.code == .forbidden)
    }

    @Test("wrong users and bureaus are refused with every wrong field")
    func failures() async throws {
        let world = try await World()
        let centre = try await world.actor(.administrator, "HUB")
        let user = NewUser(
            name: "Bad Name", displayName: "", bureau: "HUB", role: .officer, password: "short", language: "<b>"
        )
        let refusal = await world.refusal { try await world.registry.users.create(user, centre) }
        #expect(refusal?.failures.map(\.field) == ["name", "displayName", "language", "password"])
        let twice = await world.refusal { try await world.registry.users.create(newUser("officer.hub", "HUB"), centre) }
        #expect(twice?.code == .duplicate)
        let coordinator = await world.refusal {
            try await world.registry.users.create(
                newUser("c.br", "BR", .coordinator), try await world.actor(.administrator, "BR")
            )
        }
        #expect(coordinator?.failures.map(\.field) == ["role"])
        let bureau = await world.refusal {
            try await world.registry.bureaus.create(Bureau(code: "br", name: "", country: nil), centre)
        }
        #expect(bureau?.failures.map(\.field) == ["code", "name", "country"])
        let known = await world.refusal {
            try await world.registry.bureaus.create(Bureau(code: "BR", name: "x", country: Country("BR")), centre)
        }
        #expect(known?.code == .duplicate)
    }

    @Test("an installation is set up once")
    func setUp() async throws {
        let world = try await World()
        #expect(try await !world.registry.installation.isEmpty())
        let refusal = await world.refusal {
            try await world.registry.installation.setUp(
                centre: Bureau(code: "HUB2", name: "x", country: nil),
                administrator: newUser("admin.two", "HUB2", .administrator)
            )
        }
        #expect(refusal?.code == .illegalState)
    }
}
