/// How well likelihood ratios serve those who rely on them: 0 is perfect, 1 says nothing.
///
/// Cllr and its smallest value over all rising recalibrations, Cllr_min (Bruemmer, du Preez 2006,
/// doi:10.1016/j.csl.2005.08.001). The difference is what calibration loses; Cllr_min is what the score itself loses.
public struct LikelihoodRatioCost: Hashable, Sendable, Codable {
    /// Cllr, bits.
    public let cost: Double
    /// Cllr at best calibration, bits.
    public let leastCost: Double
    /// What calibration loses, bits.
    public var calibrationLoss: Double { cost - leastCost }

    /// - Parameters:
    ///   - matching: decimal logarithms of the likelihood ratios of pairs of one source.
    ///   - other: those of pairs of different sources.
    public init(matching: [Double], other: [Double]) {
        cost = LikelihoodRatioCost.cost(matching: matching, other: other)
        let scores =
            matching.map { WeightedScore(score: $0, isMatch: true, weight: 1) }
            + other.map { WeightedScore(score: $0, isMatch: false, weight: 1) }
        let steps = IsotonicFit(scores, misleading: 0)
        leastCost = LikelihoodRatioCost.cost(
            matching: matching.map { steps.value($0) / ExactMath.lnTen },
            other: other.map { steps.value($0) / ExactMath.lnTen }
        )
    }

    /// Cllr of decimal logarithms; NaN when one kind is missing.
    static func cost(matching: [Double], other: [Double]) -> Double {
        guard !matching.isEmpty, !other.isEmpty else { return .nan }
        let missed = matching.reduce(0) { $0 + ExactMath.softplus(-$1 * ExactMath.lnTen) }
        let alarms = other.reduce(0) { $0 + ExactMath.softplus($1 * ExactMath.lnTen) }
        return (missed / Double(matching.count) + alarms / Double(other.count)) / (2 * ExactMath.lnTwo)
    }
}
