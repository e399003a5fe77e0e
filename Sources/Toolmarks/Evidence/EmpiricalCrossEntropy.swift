/// What likelihood ratios leave unknown, for every prior (Ramos, Gonzalez-Rodriguez 2013,
/// doi:10.1016/j.forsciint.2013.04.014).
///
/// Bits of uncertainty that remain for a reader with some prior odds: by the ratios, by the ratios at best calibration,
/// and without any ratio. Where the first lies above the last, the ratios mislead.
public struct EmpiricalCrossEntropy: Hashable, Sendable, Codable {
    /// The entropies at one prior.
    public struct Point: Hashable, Sendable, Codable {
        /// The decimal logarithm of the prior odds.
        public let priorLog10Odds: Double
        /// With the ratios.
        public let withRatios: Double
        /// With the ratios at best calibration.
        public let atBestCalibration: Double
        /// Without ratios.
        public let withoutRatios: Double
    }

    /// By rising prior odds.
    public let points: [Point]

    /// - Parameters:
    ///   - matching: decimal logarithms of pairs of one source.
    ///   - other: those of pairs of different sources.
    ///   - reach: prior odds from 10 to the power of minus this to plus this.
    public init(matching: [Double], other: [Double], reach: Double = 2.5) {
        let scores =
            matching.map { WeightedScore(score: $0, isMatch: true, weight: 1) }
            + other.map { WeightedScore(score: $0, isMatch: false, weight: 1) }
        let steps = IsotonicFit(scores, misleading: 0)
        let best = (
            matching: matching.map { steps.value($0) / ExactMath.lnTen },
            other: other.map { steps.value($0) / ExactMath.lnTen }
        )
        points = (0...100).map { index in
            let odds = reach * (Double(index) / 50 - 1)
            return Point(
                priorLog10Odds: odds,
                withRatios: Self.entropy(matching, other, odds),
                atBestCalibration: Self.entropy(best.matching, best.other, odds),
                withoutRatios: Self.entropy([0], [0], odds)
            )
        }
    }

    private static func entropy(_ matching: [Double], _ other: [Double], _ odds: Double) -> Double {
        let prior = ExactMath.logistic(odds * ExactMath.lnTen)
        let missed = matching.reduce(0) { $0 + ExactMath.softplus(-($1 + odds) * ExactMath.lnTen) }
        let alarms = other.reduce(0) { $0 + ExactMath.softplus(($1 + odds) * ExactMath.lnTen) }
        return (prior * missed / Double(matching.count) + (1 - prior) * alarms / Double(other.count)) / ExactMath.lnTwo
    }
}
