import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Operations")
struct OperationTests {
    @Test("the coordination centre's administrator opens an operation once, with every wrong field named")
    func create() async throws {
        let world = try await World()
        let centre = try await world.actor(.administrator, "HUB")
        let start = try #require(CalendarDate("2026-11-10"))
        let end = try #require(CalendarDate("2026-11-01"))
        let wrong = Operation(code: "", name: "", startsOn: start, endsOn: end, bureaus: ["BR", "XX"])
        let refusal = await world.refusal { try await world.registry.operations.create(wrong, centre) }
        #expect(refusal?.failures.map(\.field) == ["code", "name", "endsOn", "bureaus"])
        let right = Operation(code: "TEST", name: "Test", startsOn: end, endsOn: start, bureaus: ["BR", "AR", "BR"])
        try await world.registry.operations.create(right, centre)
        #expect(await world.refusal { try await world.registry.operations.create(right, centre) }?.code == .duplicate)
        let seen = try await world.registry.operations.operations(try await world.officer("BR"))
        #expect(seen.map(\.bureaus) == [["AR", "BR"]])
        let desk = try await world.desk("BR")
        #expect(await world.refusal { try await world.registry.operations.create(right, desk) }?.code == .forbidden)
    }
}
