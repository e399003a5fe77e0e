/// Comparisons whose truth is known: what a likelihood ratio is measured against.
///
/// The set is chosen by the user: marks of the same kind, made ready and scored in the same way as the case in hand.
/// Pairs that share a scan or come from the same tool are not independent; every scan therefore names the group it
/// belongs to, and intervals are found by drawing groups, not pairs.
public struct ReferenceSet: Hashable, Sendable {
    /// A scan of the set.
    public struct Scan: Hashable, Sendable, Codable {
        /// Its name, for the record.
        public let name: String
        /// What it shares with others that are not independent of it: the slide, the barrel.
        public let group: String

        /// Names a scan and its group.
        public init(name: String, group: String) {
            self.name = name
            self.group = group
        }
    }

    /// Two scans of the set and the score of their comparison.
    public struct Pair: Hashable, Sendable {
        /// The index of the one scan.
        public let first: Int
        /// The index of the other scan.
        public let second: Int
        /// Whether the same tool made both.
        public let isMatch: Bool
        /// The score.
        public let score: Double

        /// Puts a pair together.
        public init(first: Int, second: Int, isMatch: Bool, score: Double) {
            self.first = first
            self.second = second
            self.isMatch = isMatch
            self.score = score
        }
    }

    /// What people call the set.
    public let name: String
    /// How its scores were made: kind of mark, score, parameters, preparation. Scores made in another way are refused.
    public let method: String
    /// The scans.
    public let scans: [Scan]
    /// The pairs.
    public let pairs: [Pair]

    /// The least number of matching and of non-matching pairs.
    public static let leastPairs = 10
    /// The least number of groups.
    public static let leastGroups = 4

    /// Puts a set together.
    ///
    /// Throws `referenceSetTooSmall` with fewer than 10 pairs of either kind or fewer than 4 groups, `scoreNotFinite`, or
    /// `referenceSetDamaged` when a pair names a scan that is not there.
    public init(name: String, method: String, scans: [Scan], pairs: [Pair]) throws(ToolmarksError) {
        self.name = name
        self.method = method
        self.scans = scans
        self.pairs = pairs
        for (index, pair) in pairs.enumerated() {
            guard scans.indices.contains(pair.first), scans.indices.contains(pair.second), pair.first != pair.second
            else {
                throw ToolmarksError(
                    .referenceSetDamaged,
                    subject: "pair \(index + 1) of \(name)",
                    advice: "it names scans that are not in the set; make the set again"
                )
            }
            guard pair.score.isFinite else {
                throw ToolmarksError(
                    .scoreNotFinite,
                    subject: "pair \(index + 1) of \(name)",
                    advice: "leave pairs without a score out of the set"
                )
            }
        }
        let groups = Set(scans.map(\.group)).count
        guard matchingCount >= Self.leastPairs, otherCount >= Self.leastPairs, groups >= Self.leastGroups else {
            throw ToolmarksError(
                .referenceSetTooSmall,
                subject: name,
                advice: "\(matchingCount) matching and \(otherCount) non-matching pairs of \(groups) groups; at least "
                    + "\(Self.leastPairs) pairs of each kind and \(Self.leastGroups) groups are needed"
            )
        }
    }
}

extension ReferenceSet {
    /// How many pairs match.
    public var matchingCount: Int { pairs.count(where: \.isMatch) }
    /// How many pairs do not match.
    public var otherCount: Int { pairs.count - matchingCount }
    /// How many groups the scans come from.
    public var groupCount: Int { Set(scans.map(\.group)).count }

    /// The scores that the set holds: what lies outside has never been seen.
    public var range: ClosedRange<Double> {
        let scores = pairs.map(\.score)
        return (scores.min() ?? 0)...(scores.max() ?? 0)
    }

    /// The number of each scan's group, groups in the order of their names.
    var groupNumbers: [Int] {
        let numbers = Dictionary(uniqueKeysWithValues: Set(scans.map(\.group)).sorted().enumerated().map { ($1, $0) })
        return scans.map { numbers[$0.group] ?? 0 }
    }
}
