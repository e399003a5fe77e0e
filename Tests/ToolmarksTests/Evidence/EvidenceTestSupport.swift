import Foundation

@testable import Toolmarks

/// Values spread like a normal distribution: its quantiles at the middles of equal shares.
func normalQuantiles(mean: Double, deviation: Double, count: Int) -> [Double] {
    (0..<count).map { mean + deviation * normalQuantile((Double($0) + 0.5) / Double(count)) }
}

/// The quantile of the standard normal distribution, by bisection of its cumulative distribution.
private func normalQuantile(_ share: Double) -> Double {
    var (low, high) = (-10.0, 10.0)
    for _ in 0..<80 {
        let middle = (low + high) / 2
        if 0.5 * erfc(-middle / 2.0.squareRoot()) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
}

extension [WeightedScore] {
    /// Scores that each count once.
    init(matching: [Double], other: [Double]) {
        self =
            matching.map { WeightedScore(score: $0, isMatch: true, weight: 1) }
            + other.map { WeightedScore(score: $0, isMatch: false, weight: 1) }
    }
}

/// A set of `groups` tools with `scansEach` marks each; scores are normal with the same deviation for both kinds,
/// and every tool may score higher or lower than others.
func referenceSet(
    groups: Int = 8,
    scansEach: Int = 4,
    matchingMean: Double = 0.6,
    otherMean: Double = 0.1,
    deviation: Double = 0.1,
    toolDeviation: Double = 0,
    groupsAreTools: Bool = true,
    seed: UInt64 = 1
) throws -> ReferenceSet {
    var random = SeededNormal(state: seed)
    let effects = (0..<groups).map { _ in toolDeviation * random.next() }
    let scans = (0..<groups * scansEach).map {
        ReferenceSet.Scan(name: "scan \($0)", group: groupsAreTools ? "tool \($0 / scansEach)" : "scan \($0)")
    }
    var pairs: [ReferenceSet.Pair] = []
    for first in scans.indices {
        for second in scans.indices where second > first {
            let tools = (first / scansEach, second / scansEach)
            let isMatch = tools.0 == tools.1
            let effect = effects[tools.0] + effects[tools.1]
            let score = (isMatch ? matchingMean : otherMean) + effect + deviation * random.next()
            pairs.append(ReferenceSet.Pair(first: first, second: second, isMatch: isMatch, score: score))
        }
    }
    return try ReferenceSet(name: "invented tools", method: "test/1", scans: scans, pairs: pairs)
}

/// Normal values from a seed: the sum of twelve uniform ones.
struct SeededNormal {
    var state: UInt64

    mutating func next() -> Double {
        var sum = -6.0
        for _ in 0..<12 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            sum += Double(state >> 11) / 9_007_199_254_740_992
        }
        return sum
    }
}
