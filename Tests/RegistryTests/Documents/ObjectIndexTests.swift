import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("The index of documents and vehicles in memory")
struct ObjectIndexTests {
    @Test("with the index the same is found as without it, also what came or changed after it was made")
    func same() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let officer = try await world.officer("AR")
        let documents = world.registry.documents
        let first = try await documents.create(passport("FK123456"), desk)
        try await world.registry.objectIndex.advance()
        #expect(world.registry.objectIndex.status?.numbers == 1)
        func numbers(_ number: String) async throws -> [String] {
            try await world.registry.checks.check(showing(number), officer).documents.map(\.record.number)
        }
        #expect(try await numbers("FKI23456") == [first.number])
        let box = try await documents.create(passport("GK230000", last: "GK239999"), desk)
        #expect(try await numbers("GK231234") == [box.number])
        var content = first.content
        content.object.number = "HK999999"
        _ = try await documents.change(first.number, to: content, version: 1, reason: "", desk)
        #expect(try await numbers("HK999999") == [first.number])
        #expect(try await numbers("FK123456") == [])
        _ = try await documents.setStatus(.cancelled, of: first.number, version: 2, reason: "", desk)
        #expect(try await numbers("HK999999") == [])
        try await world.registry.objectIndex.advance()
        #expect(try await numbers("GK231234") == [box.number])
        #expect(try await numbers("ZZ000000") == [])
    }

    @Test("more changes than a check brings in by itself are found in the database until the index has followed")
    func behind() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        try await world.registry.objectIndex.advance()
        for number in 0..<205 { _ = try await world.registry.documents.create(passport("FK\(300_000 + number)"), desk) }
        let check = try await world.registry.checks.check(showing("FK300204"), try await world.officer("AR"))
        #expect(check.documents.count == 1)
    }

    @Test("a snapshot is read at the next start, and one of another database is not")
    func snapshot() async throws {
        let world = try await World()
        _ = try await world.registry.documents.create(passport("FK123456"), try await world.desk("BR"))
        let cache = world.folder.path(of: "cache")
        try await ObjectIndexService(context: world.context(cacheFolder: cache)).advance()
        let service = ObjectIndexService(context: world.context(cacheFolder: cache))
        try await service.advance()
        #expect(service.status?.numbers == 1)
        let empty = ObjectIndexService(context: try await World().context(cacheFolder: cache))
        try await empty.advance()
        #expect(empty.status?.numbers == 0)
    }
}
