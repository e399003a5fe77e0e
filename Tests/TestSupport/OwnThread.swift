import Foundation

/// Runs blocking work on a thread of its own and answers with its result.
///
/// Tests run in parallel on as many threads as the machine has cores: a test that blocks one of those threads in a
/// system call holds up the others, and two such tests can hold up the whole run.
///
/// - Parameter body: the blocking work.
/// - Returns: what `body` returns.
/// - Throws: what `body` throws.
public func onOwnThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        let thread = Thread { continuation.resume(with: Result { try body() }) }
        thread.name = "test support"
        thread.start()
    }
}
