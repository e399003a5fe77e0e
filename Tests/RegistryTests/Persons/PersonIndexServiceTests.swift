import Foundation
import Identity
import Matching
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("The index of persons in notices")
struct PersonIndexServiceTests {
    private func find(_ name: String, _ context: RegistryContext, _ world: World) async throws -> [String] {
        let officer = try await world.officer("CL")
        return try await context.database.read { connection in
            try context.noticedPersonStore.candidates(PersonQuery(name: name), officer, connection)
        }.map(\.notice.number)
    }

    @Test("a restart takes the snapshot, also in a check that comes first, and adds what was published since")
    func restart() async throws {
        let world = try await World()
        let cache = world.folder.path(of: "cache")
        let first = try await world.publish(NoticeTests.red())
        let entity = try await world.publish(sanctioned("Naviera Quimera"))
        try await PersonIndexService(context: world.context(cacheFolder: cache)).advance()
        #expect(FileManager.default.fileExists(atPath: cache + "/persons.index"))
        var other = NoticeTests.red("FANTASIA")
        other.person?.forename = "GUMERSINDO"
        let second = try await world.publish(other)
        let context = world.context(cacheFolder: cache)
        #expect(try await find("John Doe", context, world) == [first.number])
        let state = try #require(context.noticedPersons.current)
        // One notice is new to the snapshot: only that one was gone through.
        #expect(state.snapshotPosition != nil && state.changes == 1)
        #expect(try await find("Gumersindo Fantasia", context, world) == [second.number])
        #expect(try await find("Naviera Quimera", context, world) == [entity.number])
        let service = PersonIndexService(context: context)
        try await service.advance()
        #expect(service.status?.names == 3)
        try await service.saveSnapshot()
        let third = world.context(cacheFolder: cache)
        try await PersonIndexService(context: third).advance()
        #expect(third.noticedPersons.current?.changes == 0, "the newer one was saved")
    }

    @Test("a notice that ended after the snapshot is found no more")
    func ended() async throws {
        let world = try await World()
        let cache = world.folder.path(of: "cache")
        let notice = try await world.publish(NoticeTests.red())
        try await PersonIndexService(context: world.context(cacheFolder: cache)).advance()
        let number = try #require(NoticeNumber(notice.number))
        _ = try await world.registry.notices.setState(
            .cancelled, of: number, version: notice.version, reason: "", try await world.desk("BR"))
        let context = world.context(cacheFolder: cache)
        #expect(try await find("John Doe", context, world).isEmpty)
        #expect(context.noticedPersons.current?.index.count == 0)
    }

    @Test(
        "a snapshot that is damaged, cut off, empty, something else or of another database is made anew",
        arguments: ["damaged", "cut off", "empty", "something else", "of another database"]
    )
    func unusable(_ fault: String) async throws {
        let world = try await World()
        let cache = world.folder.path(of: "cache")
        let notice = try await world.publish(NoticeTests.red())
        try await PersonIndexService(context: world.context(cacheFolder: cache)).advance()
        let file = URL(fileURLWithPath: cache + "/persons.index")
        var bytes = try Data(contentsOf: file)
        switch fault {
        case "damaged": bytes[bytes.count / 2] ^= 0x40
        case "cut off": bytes.removeLast(9)
        case "empty": bytes = Data()
        case "something else": bytes = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        default: bytes[3] ^= 1
        }
        try bytes.write(to: file)
        let context = world.context(cacheFolder: cache)
        let service = PersonIndexService(context: context)
        try await service.advance()
        #expect(context.noticedPersons.current?.snapshotPosition == nil)
        #expect(try await find("John Doe", context, world) == [notice.number])
        // The next start finds a good one.
        let next = world.context(cacheFolder: cache)
        try await PersonIndexService(context: next).advance()
        #expect(next.noticedPersons.current?.snapshotPosition != nil)
    }

    @Test("many checks that come before the index is there make it once")
    func once() async throws {
        let persons = PersonIndexes()
        let made = try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    try persons.current(orMade: {
                        PersonIndexes.State(position: 1, changes: Int.random(in: 1...1_000_000))
                    }).changes
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(made.count == 1)
    }
}
