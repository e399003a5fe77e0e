import Synchronization

/// Does independent pieces of computation on several threads.
enum ParallelMap {
    /// Hands out the numbers of the pieces.
    private final class Turnstile: Sendable {
        private let next = Atomic(0)

        func pass() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
    }

    /// The results in the order of the pieces, whatever thread did which.
    ///
    /// - Parameter threads: how many pieces are done at once.
    /// - Throws: `CancellationError` when the task is cancelled between two pieces.
    static func results<Value: Sendable>(
        _ count: Int,
        threads: Int,
        _ piece: @escaping @Sendable (Int) -> Value
    ) async throws -> [Value] {
        let turnstile = Turnstile()
        return try await withThrowingTaskGroup(of: [(Int, Value)].self) { group in
            for _ in 0..<max(1, min(threads, count)) {
                group.addTask { @concurrent in
                    var done: [(Int, Value)] = []
                    while true {
                        let index = turnstile.pass()
                        guard index < count else { return done }
                        try Task.checkCancellation()
                        done.append((index, piece(index)))
                    }
                }
            }
            var parts: [(Int, Value)] = []
            for try await part in group { parts += part }
            return parts.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
