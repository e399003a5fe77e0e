public import Firearms

/// Which entries of a ranked list are wanted; what is nil or empty does not narrow it.
public struct CorrelationFilter: Sendable, Hashable {
    /// Countries of the event; where given, exhibits without a known country are left out.
    public var countries: Set<Country> = []
    /// Farthest event, kilometres from the event of the mark in hand; exhibits without a known place are left out.
    public var withinKilometres: Double?
    /// The first day on which the event may have happened; exhibits without a known date are left out.
    public var from: CalendarDate?
    /// The last day on which the event may have happened; exhibits without a known date are left out.
    public var until: CalendarDate?
    /// Whether exhibits of other bureaus are left out.
    public var isOwnOnly = false
    /// Whether exhibits of the same case are left out.
    public var isOtherCasesOnly = false
    /// Whether test fires are left out, or all others: nil takes both.
    public var isTestFire: Bool?
    /// The least score, 0 to 1.
    public var leastScore: Double?

    /// Everything.
    public init() {}

    /// What is wrong with the values, each with its field.
    var failures: [FieldFailure] {
        var failures: [FieldFailure] = []
        if let withinKilometres, !(0...20_040).contains(withinKilometres) {
            failures.append(
                FieldFailure(
                    "withinKilometres", "out-of-range", value: "\(withinKilometres)",
                    arguments: ["minimum": "0", "maximum": "20,040"]
                ))
        }
        if let from, let until, from > until {
            failures.append(
                FieldFailure(
                    "until", "before-start", value: until.description, arguments: ["start": from.description]
                ))
        }
        if let leastScore, !(0...1).contains(leastScore) {
            failures.append(
                FieldFailure(
                    "leastScore", "out-of-range", value: "\(leastScore)", arguments: ["minimum": "0", "maximum": "1"]
                ))
        }
        return failures
    }
}

/// Which jobs of the queue are wanted.
public struct CorrelationQueueFilter: Sendable, Hashable {
    /// The state; nil for all.
    public var state: CorrelationJob.State?
    /// Whether only jobs of the reader's own bureau are wanted.
    public var isOwnOnly = true

    /// The reader's own bureau, all states.
    public init() {}
}
