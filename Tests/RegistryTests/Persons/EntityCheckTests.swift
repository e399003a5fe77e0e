import Firearms
import Identity
import Storage
import Testing

@testable import Registry

@Suite("Checks of entities by name")
struct EntityCheckTests {
    private static let notice = sanctioned(
        "Compañía Naviera Quimera S.A.", aliases: ["Quimera Shipping Company"], formerNames: ["Exportadora Fantasma"])

    @Test(
        "a name alone finds a sanctioned entity under each of its names, however its legal form is written",
        arguments: [
            ("Compania Naviera Quimera SA", true), ("naviera quimera", true), ("Quimera Shipping Co. Ltd", true),
            ("EXPORTADORA FANTASMA", true), ("Naviera Quimra", true), ("Panificadora Ficticia", false),
        ]
    )
    func found(name: String, isFound: Bool) async throws {
        let world = try await World()
        let notice = try await world.publish(Self.notice)
        let check = try await world.registry.checks.check(asking(name), try await world.officer("CL"))
        #expect(check.persons.map(\.notice.number) == (isFound ? [notice.number] : []), "\(check.persons)")
        if let found = check.persons.first {
            #expect(found.notice.isEntity && found.notice.name == "Compañía Naviera Quimera S.A.")
            #expect(found.reasons.isEmpty == false)
        }
    }

    @Test("a check that states what only persons have finds no entity, and entities do not hide persons")
    func persons() async throws {
        let world = try await World()
        try await world.publish(sanctioned("Lozano Quimera"))
        let person = try await world.publish(NoticeTests.red("LOZANO QUIMERA"))
        let officer = try await world.officer("CL")
        let both = try await world.registry.checks.check(asking("Quimera Lozano"), officer)
        #expect(both.persons.map(\.notice.isEntity).sorted { !$0 && $1 } == [false, true])
        let dated = try await world.registry.checks.check(asking("Quimera Lozano", born: "1980-05"), officer)
        #expect(dated.persons.map(\.notice.number) == [person.number])
        let given = try await world.registry.checks.check(asking("Quimera", given: "Lozano"), officer)
        #expect(given.persons.allSatisfy { !$0.notice.isEntity })
    }

    @Test("an entity that is hidden, or no longer sanctioned, is found by nobody who may not know of it")
    func hidden() async throws {
        let world = try await World()
        let notice = try await world.publish(sanctioned("Naviera Quimera", hiddenFrom: ["AR"]))
        func count(_ bureau: String) async throws -> Int {
            try await world.registry.checks.check(asking("Naviera Quimera"), try await world.officer(bureau))
                .candidateCount
        }
        #expect(try await count("CL") == 1)
        #expect(try await count("AR") == 0)
        let number = try #require(NoticeNumber(notice.number))
        _ = try await world.registry.notices.setState(
            .cancelled, of: number, version: notice.version, reason: "delisted", try await world.desk("BR"))
        #expect(try await count("CL") == 0)
    }

    @Test("an entity that is listed later answers the earlier checks of its name")
    func afterTheEvent() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        let check = try await world.registry.checks.check(asking("Naviera Quimera S.A."), officer)
        _ = try await world.registry.checks.check(asking("Naviera Quimera", born: "1980"), officer)
        let notice = try await world.publish(Self.notice)
        try await world.match()
        let hits = try await world.registry.hits.worklist(officer)
        #expect(hits.map(\.check) == [check.id])
        #expect(hits.map(\.record.number) == [notice.number])
    }
}
