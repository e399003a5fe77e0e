/// Asks again and again until there is an answer, and gives up at a deadline.
///
/// - Parameters:
///   - what: what is waited for, as it should stand in the message of a failed test: "the number of the record".
///   - limit: how long to go on.
///   - pause: how long to wait between two questions.
///   - question: answers nil as long as the thing waited for has not happened.
/// - Returns: the first answer that is not nil.
/// - Throws: ``DeadlineMissed`` when the time is over, and what `question` throws.
public func eventualValue<Value>(
    _ what: String,
    within limit: Duration = .seconds(20),
    every pause: Duration = .milliseconds(20),
    _ question: () async throws -> Value?
) async throws -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    while true {
        if let answer = try await question() { return answer }
        guard clock.now - start < limit else { throw DeadlineMissed(what: what, limit: limit) }
        try await Task.sleep(for: pause)
    }
}

/// Waits until a condition holds, and gives up at a deadline.
///
/// - Parameters:
///   - what: what is waited for, as it should stand in the message of a failed test: "the server is ready".
///   - limit: how long to go on.
///   - pause: how long to wait between two looks.
///   - condition: whether it has happened.
/// - Throws: ``DeadlineMissed`` when the time is over, and what `condition` throws.
public func eventually(
    _ what: String,
    within limit: Duration = .seconds(20),
    every pause: Duration = .milliseconds(20),
    _ condition: () async throws -> Bool
) async throws {
    _ = try await eventualValue(what, within: limit, every: pause) { try await condition() ? true : nil }
}

/// Something did not happen in time.
public struct DeadlineMissed: Error, Sendable, CustomStringConvertible {
    /// What was waited for.
    public let what: String

    /// How long it was waited for.
    public let limit: Duration

    /// What did not happen, and in which time.
    public var description: String { "not within \(limit): \(what)" }
}
