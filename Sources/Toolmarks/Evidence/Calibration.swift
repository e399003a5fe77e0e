/// Turns scores into likelihood ratios, within the bounds that its reference set supports.
public struct Calibration: Hashable, Sendable, Codable {
    /// How the relation between score and likelihood ratio is found.
    public enum Method: String, Hashable, Sendable, Codable, CaseIterable {
        /// A straight line by logistic regression: smooth, steady with few pairs.
        case logistic
        /// A rising step function by pool-adjacent-violators: assumes least, needs many pairs.
        case isotonic
    }

    /// How it was found.
    public let method: Method
    /// The bounds of what it answers.
    public let bounds: EvidenceBounds
    private let line: LogisticFit?
    private let steps: IsotonicFit?

    /// Calibrates on scores of both kinds.
    init(_ scores: [WeightedScore], method: Method) {
        self.method = method
        let line = method == .logistic ? LogisticFit(scores) : nil
        let steps = method == .isotonic ? IsotonicFit(scores, misleading: 1) : nil
        self.line = line
        self.steps = steps
        bounds = EvidenceBounds(
            scores.map {
                WeightedScore(
                    score: Calibration.value($0.score, line: line, steps: steps),
                    isMatch: $0.isMatch,
                    weight: $0.weight
                )
            }
        )
    }

    /// The decimal logarithm of the likelihood ratio, held within the bounds.
    public func log10LikelihoodRatio(_ score: Double) -> Double { bounds.bounded(unbounded(score)) }

    /// The same without the bounds: an extrapolation, not to be reported.
    public func unbounded(_ score: Double) -> Double { Calibration.value(score, line: line, steps: steps) }

    private static func value(_ score: Double, line: LogisticFit?, steps: IsotonicFit?) -> Double {
        (line?.value(score) ?? steps?.value(score) ?? 0) / ExactMath.lnTen
    }
}
