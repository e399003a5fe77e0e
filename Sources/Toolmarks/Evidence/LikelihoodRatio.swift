/// How much more probable a score is when one tool made both marks than when two tools did, by a reference set.
public struct LikelihoodRatio: Hashable, Sendable, Codable {
    /// The score that was weighed.
    public let score: Double
    /// The decimal logarithm of the likelihood ratio, within the bounds of the set.
    public let log10: Double
    /// The lower end of the interval.
    public let lower: Double
    /// The upper end of the interval.
    public let upper: Double
    /// The share of resampled sets within the interval.
    public let confidence: Double
    /// Whether the value stands at a bound: the set cannot carry more.
    public let isAtBound: Bool
    /// The bounds of the set.
    public let bounds: EvidenceBounds
    /// The words of the verbal scale.
    public let words: String
    /// Whether the words speak for one source (true), for two (false), or for neither (nil).
    public let supportsSameSource: Bool?
    /// The verbal scale.
    public let scale: String
    /// What it was measured against.
    public let reference: ReferenceSetSummary
}

/// What a report says of a reference set.
public struct ReferenceSetSummary: Hashable, Sendable, Codable {
    /// Its name.
    public let name: String
    /// The SHA-256 of its content.
    public let identity: String
    /// How its scores were made.
    public let method: String
    /// Its matching pairs.
    public let matchingPairs: Int
    /// Its non-matching pairs.
    public let otherPairs: Int
    /// Its scans.
    public let scans: Int
    /// Its groups: what is independent.
    public let groups: Int
    /// The smallest and the largest score it holds.
    public let lowestScore: Double
    /// The largest score it holds.
    public let highestScore: Double
    /// Cllr when each pair is weighed by a calibration that has seen neither of its groups.
    public let cost: Double
    /// Cllr at best calibration.
    public let leastCost: Double
}
