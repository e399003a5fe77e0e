import Synchronization
import Testing

@testable import Registry

@Suite("Values that take long to make") struct KeptValuesTests {
    /// Counts how often each value was made.
    private final class Maker: Sendable {
        private let counts = Mutex([Int: Int]())

        func make(_ key: Int) -> Int {
            counts.withLock { $0[key, default: 0] += 1 }
            return key * 10
        }

        func count(_ key: Int) -> Int { counts.withLock { $0[key] ?? 0 } }
    }

    private struct Refused: Error {}

    @Test("A value is made once for all who ask at the same time, and for those who ask later")
    func once() async throws {
        let maker = Maker()
        let kept = KeptValues<Int, Int>(label: "test", largestCost: 10) { _ in 1 }
        let values = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await kept.value(4) { maker.make(4) } } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(values == [Int](repeating: 40, count: 20))
        #expect(try await kept.value(4) { maker.make(4) } == 40)
        #expect(maker.count(4) == 1)
    }

    @Test("The least recently used go first when there is no room, the newest never")
    func room() async throws {
        let maker = Maker()
        let kept = KeptValues<Int, Int>(label: "test", largestCost: 3) { $0 >= 100 ? 5 : 1 }
        for key in [1, 2, 3] { _ = try await kept.value(key) { maker.make(key) } }
        _ = try await kept.value(1) { maker.make(1) }
        _ = try await kept.value(4) { maker.make(4) }
        for key in [1, 3, 4] { _ = try await kept.value(key) { maker.make(key) } }
        #expect([1, 3, 4].map(maker.count) == [1, 1, 1])
        _ = try await kept.value(2) { maker.make(2) }
        #expect(maker.count(2) == 2)
        // One that alone costs more than there is room for is still given.
        #expect(try await kept.value(10) { maker.make(10) } == 100)
        #expect(try await kept.value(10) { maker.make(10) } == 100)
        #expect(maker.count(10) == 1)
    }

    @Test("What could not be made is tried again")
    func failures() async throws {
        let kept = KeptValues<Int, Int>(label: "test", largestCost: 3) { _ in 1 }
        await #expect(throws: Refused.self) { try await kept.value(1) { throw Refused() } }
        #expect(try await kept.value(1) { 7 } == 7)
    }
}
