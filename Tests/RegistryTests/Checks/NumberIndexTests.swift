import Firearms
import Foundation
import Matching
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite("The index of recorded numbers")
struct NumberIndexTests {
    /// Another process over the same data, with a folder for its snapshot.
    private func reopen(_ world: World, cache: String) async throws -> Registry {
        try await Registry.open(
            database: world.database, blobs: world.registry.blobs, cacheFolder: cache, now: { world.clock.now }
        )
    }

    private func find(_ read: String, _ registry: Registry, _ world: World) async throws -> [String] {
        try await registry.checks.check(reading(read), try await world.officer("AR")).candidates.map(\.record.serial)
    }

    @Test("a restart takes the snapshot and adds what was entered since")
    func restart() async throws {
        let world = try await World()
        let cache = world.folder.path(of: "cache")
        try await world.enter(gun("ABC12345"), "BR")
        let first = try await reopen(world, cache: cache)
        try await first.numberIndex.advance()
        #expect(FileManager.default.fileExists(atPath: cache + "/numbers.index"))
        try await world.enter(gun("XYZ98765"), "BR")
        let second = try await reopen(world, cache: cache)
        // One record is new to the snapshot: only that one was gone through.
        #expect(try await second.numberIndex.advance() == 1)
        #expect(try await find("ABC1245", second, world) == ["ABC12345"])
        #expect(try await find("XYZ9865", second, world) == ["XYZ98765"])
        #expect(try await second.numberIndex.advance() == 0)
        #expect(second.numberIndex.status?.numbers == 2)
    }

    @Test("a process that dies between snapshots loses and repeats nothing")
    func crash() async throws {
        let world = try await World()
        let cache = world.folder.path(of: "cache")
        let first = try await reopen(world, cache: cache)
        try await first.numberIndex.advance()
        let record = try await world.enter(gun("ABC12345"), "BR")
        for serial in ["ABC12345", "KLM55555", "XYZ98765"] {
            _ = try await world.registry.records.change(
                record.number, to: gun(serial), version: try await version(record.number, world), reason: "Read again",
                try await world.desk("BR")
            )
        }
        // The first process followed all of it and wrote no snapshot after the first one.
        try await first.numberIndex.advance()
        let second = try await reopen(world, cache: cache)
        try await second.numberIndex.advance()
        // Not the memory: how much room an array gets beyond its elements is the allocator's choice.
        #expect(second.numberIndex.status?.numbers == first.numberIndex.status?.numbers)
        #expect(second.numberIndex.status?.position == first.numberIndex.status?.position)
        #expect(second.numberIndex.status?.numbers == 1)
        #expect(try await find("XYZ9865", second, world) == ["XYZ98765"])
        #expect(try await find("KLM5555", second, world) == [])
    }

    @Test(
        "a snapshot that is damaged, cut off or of another database is not used",
        arguments: ["damaged", "cut off", "other"]
    )
    func unusable(_ fault: String) async throws {
        let world = try await World()
        let cache = world.folder.path(of: "cache")
        try await world.enter(gun("ABC12345"), "BR")
        try await (try await reopen(world, cache: cache)).numberIndex.advance()
        let file = URL(fileURLWithPath: cache + "/numbers.index")
        var bytes = try Data(contentsOf: file)
        switch fault {
        case "damaged": bytes[bytes.count / 2] ^= 0x40
        case "cut off": bytes.removeLast(9)
        default: bytes[3] ^= 1
        }
        try bytes.write(to: file)
        let registry = try await reopen(world, cache: cache)
        try await registry.numberIndex.advance()
        #expect(registry.numberIndex.status?.numbers == 1)
        #expect(try await find("ABC1245", registry, world) == ["ABC12345"])
    }

    @Test("following one by one and building anew give the same index")
    func rebuilt() async throws {
        let world = try await World()
        let context = world.context()
        let following = NumberIndexService(context: context, mostChangesToFollow: 20)
        try await following.advance()
        let actor = try await world.desk("BR")
        let lines = (0..<50).map { "ABC\(10_000 + $0 * 7),TAURUS" }.joined(separator: "\n")
        let blob = try world.registry.blobs.put("serial,make\n\(lines)\n".utf8)
        let job = try await world.registry.imports.open(fileName: "fifty.csv", blob: blob, actor)
        _ = try await world.registry.imports.run(job.id, actor)
        try await following.advance()
        let other = world.context()
        let building = NumberIndexService(context: other)
        try await building.advance()
        #expect(following.status?.numbers == 50)
        #expect(following.status?.position == building.status?.position)
        for number in 0..<50 {
            let pattern = SerialPattern("ABC\(10_000 + number * 7)")
            let followed = context.numbers.current?.index.find(pattern)
            #expect(followed == other.numbers.current?.index.find(pattern))
        }
    }

    @Test("a record with several numbers is found by each of them")
    func severalNumbers() async throws {
        let world = try await World()
        var content = gun("NSR445812")
        content.firearm.numbers.append(FirearmNumber(part: .bolt, text: "KQT346907", state: .legible))
        let record = try await world.enter(content, "BR")
        try await world.registry.numberIndex.advance()
        #expect(world.registry.numberIndex.status?.numbers == 2)
        for read in ["NSR44581", "KQT364907"] {
            let result = try await world.registry.checks.check(reading(read), try await world.officer("AR"))
            #expect(result.candidates.map(\.record.number) == [record.number])
        }
    }

    private func version(_ number: String, _ world: World) async throws -> Int {
        try await world.registry.records.record(number, try await world.desk("BR")).version
    }
}
