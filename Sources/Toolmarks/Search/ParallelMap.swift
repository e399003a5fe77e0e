internal import Synchronization

/// Does the same with every number up to a count on several threads; the results stand in the order of the numbers.
public struct ParallelMap: Sendable {
    private let threads: Int
    private let block: Int

    /// Works on `threads` numbers at the same time; a thread takes `block` of them at once.
    public init(threads: Int, block: Int = 1) {
        self.threads = max(1, threads)
        self.block = max(1, block)
    }

    /// Gives the results in order; `progress` is told from any thread how many are done.
    ///
    /// Throws what `body` throws first, or `CancellationError` when the task is cancelled.
    public func run<Value: Sendable>(
        _ count: Int,
        progress: @escaping MarkSearch.Progress = { _, _ in },
        _ body: @escaping @Sendable (Int) throws -> Value
    ) async throws -> [Value] {
        let counter = Counter()
        let block = block
        return try await withThrowingTaskGroup(of: [(Int, [Value])].self) { group in
            for _ in 0..<min(threads, (count + block - 1) / block) {
                group.addTask {
                    var done: [(Int, [Value])] = []
                    while let range = counter.take(block, of: count) {
                        try Task.checkCancellation()
                        done.append((range.lowerBound, try range.map(body)))
                        progress(counter.finish(range.count), count)
                    }
                    return done
                }
            }
            var parts: [(Int, [Value])] = []
            for try await part in group { parts += part }
            return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    /// Hands out numbers and counts those that are done.
    private final class Counter: Sendable {
        private let state = Mutex((next: 0, finished: 0))

        func take(_ most: Int, of count: Int) -> Range<Int>? {
            state.withLock { state in
                guard state.next < count else { return nil }
                let range = state.next..<min(count, state.next + most)
                state.next = range.upperBound
                return range
            }
        }

        func finish(_ count: Int) -> Int {
            state.withLock { state in
                state.finished += count
                return state.finished
            }
        }
    }
}
