/// Likelihood ratios of the pairs of a reference set, each by a calibration that has seen neither of its groups.
///
/// A calibration that is judged on the pairs it was made from flatters itself. Groups are dealt into ten folds; a pair is
/// weighed by the calibration on all pairs that touch neither of its two folds.
public struct CrossValidation: Sendable {
    /// Decimal logarithms of the likelihood ratios of matching pairs.
    public let matching: [Double]
    /// Those of non-matching pairs.
    public let other: [Double]
    /// Pairs left out because nothing to calibrate on remained.
    public let leftOut: Int

    /// Cllr and Cllr_min.
    public var cost: LikelihoodRatioCost { LikelihoodRatioCost(matching: matching, other: other) }
    /// The share of matching pairs whose likelihood ratio speaks against the truth.
    public var misleadingMatching: Double { share(matching) { $0 < 0 } }
    /// The share of non-matching pairs whose likelihood ratio speaks against the truth.
    public var misleadingOther: Double { share(other) { $0 > 0 } }

    private static let foldCount = 10

    /// Calibrates once for each couple of folds.
    public init(_ set: ReferenceSet, method: Calibration.Method = .logistic) {
        let groups = set.groupNumbers
        let folds = min(Self.foldCount, set.groupCount)
        func fold(_ scan: Int) -> Int { groups[scan] % folds }
        var matching: [Double] = []
        var other: [Double] = []
        var leftOut = 0
        for one in 0..<folds {
            for second in one..<folds {
                let held = set.pairs.filter {
                    let (a, b) = (fold($0.first), fold($0.second))
                    return (a == one && b == second) || (a == second && b == one)
                }
                guard !held.isEmpty else { continue }
                let training = set.pairs.filter {
                    let (a, b) = (fold($0.first), fold($0.second))
                    return a != one && a != second && b != one && b != second
                }.map { WeightedScore(score: $0.score, isMatch: $0.isMatch, weight: 1) }
                guard training.weight(matching: true) > 0, training.weight(matching: false) > 0 else {
                    leftOut += held.count
                    continue
                }
                let calibration = Calibration(training, method: method)
                for pair in held {
                    let value = calibration.log10LikelihoodRatio(pair.score)
                    if pair.isMatch { matching.append(value) } else { other.append(value) }
                }
            }
        }
        self.matching = matching
        self.other = other
        self.leftOut = leftOut
    }

    private func share(_ values: [Double], _ isMisleading: (Double) -> Bool) -> Double {
        values.isEmpty ? .nan : Double(values.count(where: isMisleading)) / Double(values.count)
    }
}
