/// The likelihood ratios that a reference set of some size can carry, as decimal logarithms.
///
/// Empirical lower and upper bound (Vergeer, van Es, de Jongh, Alberink, Stoel 2016, doi:10.1016/j.scijus.2016.06.003):
/// to decide by the system must never cost more than to decide by the prior odds alone, even if one more pair of either
/// kind had misled. With n matching and m non-matching pairs and no overlap this allows m (1 - 1/n) at most and
/// 1 / (n (1 - 1/m)) at least.
public struct EvidenceBounds: Hashable, Sendable, Codable {
    /// The smallest decimal logarithm that may be reported, 0 or less.
    public let lower: Double
    /// The largest decimal logarithm that may be reported, 0 or more.
    public let upper: Double

    /// Bounds that are stated from outside, in place of those that the set would give.
    public init(lower: Double, upper: Double) {
        self.lower = min(0, lower)
        self.upper = max(0, upper)
    }

    /// Steps of the search, decimal logarithm.
    private static let step = 0.01
    /// No set reaches beyond.
    private static let furthest = 1_000

    /// - Parameters:
    ///   - scores: decimal logarithms of likelihood ratios as `score`.
    ///   - misleading: additional pairs of each kind assumed to have misled.
    init(_ scores: [WeightedScore], misleading: Double = 1) {
        let cost = DecisionCost(scores, misleading: misleading)
        func last(_ direction: Double) -> Double {
            var reached = 0.0
            guard cost.isWorthwhile(atLog10: 0, from: direction) else { return 0 }
            for index in 1...Self.furthest {
                let threshold = direction * Double(index) * Self.step
                guard cost.isWorthwhile(atLog10: threshold, from: direction) else { break }
                reached = threshold
            }
            return reached
        }
        lower = last(-1)
        upper = last(1)
    }

    /// The nearest value within the bounds.
    public func bounded(_ log10: Double) -> Double { min(upper, max(lower, log10)) }
}

/// What decisions at a threshold cost, with and without the system.
private struct DecisionCost {
    private let matching: Cumulative
    private let other: Cumulative
    private let misleading: Double

    init(_ scores: [WeightedScore], misleading: Double) {
        matching = Cumulative(scores.filter(\.isMatch))
        other = Cumulative(scores.filter { !$0.isMatch })
        self.misleading = misleading
    }

    /// - Parameter direction: on which side a ratio that equals the threshold is taken to lie: the side it helps.
    func isWorthwhile(atLog10 threshold: Double, from direction: Double) -> Bool {
        guard matching.total > 0, other.total > 0 else { return false }
        let odds = ExactMath.powerOfTen(threshold)
        let missed = matching.below(threshold, orEqual: direction < 0) + misleading
        let accepted = other.total - other.below(threshold, orEqual: direction < 0) + misleading
        return missed / matching.total + odds * accepted / other.total <= min(1, odds)
    }
}

/// The weight of values below a threshold.
private struct Cumulative {
    private let values: [Double]
    private let weights: [Double]
    var total: Double { weights.last ?? 0 }

    init(_ scores: [WeightedScore]) {
        let sorted = scores.sorted { $0.score < $1.score }
        values = sorted.map(\.score)
        var sum = 0.0
        weights = sorted.map {
            sum += $0.weight
            return sum
        }
    }

    func below(_ value: Double, orEqual: Bool) -> Double {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value || (orEqual && values[middle] == value) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low > 0 ? weights[low - 1] : 0
    }
}
