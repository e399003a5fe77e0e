/// How well a score separates the two kinds of pairs at every threshold (receiver operating characteristic).
public struct OperatingCurve: Hashable, Sendable, Codable {
    /// The rates when every pair with at least `threshold` is called a match.
    public struct Point: Hashable, Sendable, Codable {
        /// The threshold.
        public let threshold: Double
        /// The share of matching pairs called a match.
        public let truePositiveRate: Double
        /// The share of non-matching pairs called a match.
        public let falsePositiveRate: Double
    }

    /// From the highest threshold to the lowest.
    public let points: [Point]
    /// The probability that a matching pair scores higher than a non-matching one, ties counted half.
    public let area: Double
    /// The smallest score of a matching pair.
    public let lowestMatching: Double
    /// The largest score of a non-matching pair.
    public let highestOther: Double

    /// - Parameters:
    ///   - matching: scores of pairs of one source.
    ///   - other: scores of pairs of different sources.
    public init(matching: [Double], other: [Double]) {
        lowestMatching = matching.min() ?? .nan
        highestOther = other.max() ?? .nan
        let (matching, other) = (matching.sorted(by: >), other.sorted(by: >))
        var (m, o) = (0, 0)
        var points: [Point] = []
        var twiceArea = 0.0
        for threshold in Set(matching + other).sorted(by: >) {
            let before = (m, o)
            while m < matching.count, matching[m] >= threshold { m += 1 }
            while o < other.count, other[o] >= threshold { o += 1 }
            twiceArea += Double((o - before.1) * (m + before.0))
            points.append(
                Point(
                    threshold: threshold,
                    truePositiveRate: Double(m) / Double(max(1, matching.count)),
                    falsePositiveRate: Double(o) / Double(max(1, other.count))
                )
            )
        }
        self.points = points
        area =
            matching.isEmpty || other.isEmpty
            ? .nan : twiceArea / (2 * Double(matching.count) * Double(other.count))
    }

    /// The share of matching pairs that score higher than every non-matching one.
    public var recallWithoutFalsePositive: Double {
        points.last { $0.falsePositiveRate == 0 }?.truePositiveRate ?? 0
    }

    /// The rate at the threshold where both kinds of errors are nearest to equal.
    public var equalErrorRate: Double {
        points.map { (abs(1 - $0.truePositiveRate - $0.falsePositiveRate), $0) }.min { $0.0 < $1.0 }
            .map { (1 - $0.1.truePositiveRate + $0.1.falsePositiveRate) / 2 } ?? .nan
    }
}
