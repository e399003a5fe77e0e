import Foundation
import Testing

@testable import Registry

@Suite("Threads that compare")
struct WorkerThreadsTests {
    @Test("they stand back as far as is asked for, and those of the pool do not", arguments: [0, 2])
    func niceness(steps: Int) async {
        // Linux gives each thread a priority of its own.
        func current() -> Int { Int(getpriority(Int32(PRIO_PROCESS.rawValue), 0)) }
        let before = current()
        let value = min(19, before + steps)
        let threads = WorkerThreads(count: 2, niceness: value)
        let found = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask(executorPreference: threads) { current() } }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(found == [value])
        #expect(current() == before)
    }
}
