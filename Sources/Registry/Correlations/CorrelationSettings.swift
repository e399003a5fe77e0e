/// How marks are correlated. The program's configuration documents each.
public struct CorrelationSettings: Sendable, Hashable {
    /// How many of the best of the screening are compared in full, and how many striated marks are kept.
    public var shortlist = 150
    /// A worker that has not been heard of for so long is taken for dead, seconds; another goes on with its job.
    public var leaseSeconds = 60
    /// How often a worker tells that it lives and how far it has come, milliseconds.
    public var heartbeatMilliseconds = 2_000
    /// A job whose workers have died so often is given up: it would take down every worker in turn.
    public var mostAttempts = 5
    /// The `nice` value of the threads that compare, 0 to 19: the higher, the quicker the server beside them, and the later
    /// the lists where something else wants the processors.
    public var niceness = 5
    /// Files of reference sets, as `cartouche evaluate toolmarks` writes them; each weighs the scores of its own method.
    public var referenceSetFiles: [String] = []

    /// The defaults.
    public init() {}
}
