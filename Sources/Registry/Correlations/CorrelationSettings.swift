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
    /// The `nice` value of the threads that compare, 0 to 19.
    ///
    /// Requests are answered about as quickly at 0 as at 10, since what wakes up runs before what computes. Where the
    /// processors do not suffice for all, the lists pay: beside four other busy processes a worker at 0 did five times
    /// the marks of one at 3, and one at 10 none. So the threads stand back by the least step that there is.
    public var niceness = 1
    /// Files of reference sets, as `cartouche evaluate toolmarks` writes them; each weighs the scores of its own method.
    public var referenceSetFiles: [String] = []

    /// The defaults.
    public init() {}
}
