/// A body on its way to the writer, and how its task is answered.
struct WriteJob: Sendable {
    /// Runs the body; returns what answers the task once the changes are durable.
    let run: @Sendable (any WriteConnection) throws -> Answer
    /// Tells the task that its changes were not kept.
    let refuse: @Sendable (any Error) -> Void

    typealias Answer = @Sendable () -> Void

    init<Value: Sendable>(
        _ continuation: CheckedContinuation<Value, any Error>,
        _ body: @escaping @Sendable (any WriteConnection) throws -> Value
    ) {
        run = { connection in
            let value = try body(connection)
            return { continuation.resume(returning: value) }
        }
        refuse = { continuation.resume(throwing: $0) }
    }
}
