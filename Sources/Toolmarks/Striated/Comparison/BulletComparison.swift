/// The comparison of two bullets over all pairs of their lands.
///
/// Lands are taken in their order round the bullet. Two bullets of one barrel show the same lands in the same order, from
/// a start that is not known: the phase. Each phase pairs every land of one bullet with one of the other; the phase whose
/// pairs agree best on average counts (sequence average maximum: Chu et al. 2010, doi:10.1111/j.1556-4029.2009.01244.x;
/// Hare, Hofmann, Carriquiry 2017 for the land features).
public struct BulletComparison: Sendable, Hashable, Codable {
    /// One pair of lands.
    public struct LandPair: Sendable, Hashable, Codable {
        /// The place of the land on the first bullet, from 0.
        public var first: Int
        /// The place of the land on the second bullet, from 0.
        public var second: Int
        /// The comparison; nil where the two signatures have not enough in common.
        public var comparison: SignatureComparison?

        /// Puts a pair together; places from 0.
        public init(first: Int, second: Int, comparison: SignatureComparison?) {
            self.first = first
            self.second = second
            self.comparison = comparison
        }
    }

    /// A way to pair the lands.
    public struct Phase: Sendable, Hashable, Codable {
        /// What is added to the place of a land of the first bullet to find its partner on the second, round the bullet.
        public var offset: Int
        /// How many pairs of lands it has.
        public var pairs: Int
        /// The mean score of its pairs.
        public var meanScore: Double
        /// The mean correlation of its pairs.
        public var meanCorrelation: Double
    }

    /// All pairs of lands.
    public var pairs: [LandPair]
    /// All phases with enough pairs, by their offset.
    public var phases: [Phase]
    /// The number of lands round a bullet.
    public var lands: Int
    /// The phase that fits best.
    public var best: Phase
    /// The mean score of the best phase less that of all other pairs: near 0 for bullets of different barrels.
    public var difference: Double

    /// Our score of the two bullets, 0...1: the sequence average maximum of the land scores.
    public var score: Double { best.meanScore }

    /// The pairs of lands that belong together in the best phase.
    public var matched: [LandPair] { pairs.filter { Self.offset($0, lands) == best.offset } }

    private static func offset(_ pair: LandPair, _ lands: Int) -> Int {
        ((pair.second - pair.first) % lands + lands) % lands
    }

    /// Compares two bullets.
    ///
    /// - Parameters:
    ///   - one: the lands of the first bullet in their order; nil for a missing or unusable one.
    ///   - other: the lands of the second bullet.
    ///   - lands: how many lands a bullet has; nil takes the larger of the two numbers.
    ///   - comparer: how signatures are compared.
    /// - Throws: `nothingToCompare` when no pair of lands can be compared.
    public init(
        _ one: [ComparisonProfile?],
        _ other: [ComparisonProfile?],
        lands: Int? = nil,
        comparer: SignatureComparer = SignatureComparer()
    ) throws(ToolmarksError) {
        var pairs: [LandPair] = []
        for (first, a) in one.enumerated() {
            for (second, b) in other.enumerated() {
                guard let a, let b else { continue }
                pairs.append(LandPair(first: first, second: second, comparison: try? comparer.compare(a, b)))
            }
        }
        try self.init(pairs: pairs, lands: max(lands ?? 0, one.count, other.count))
    }

    /// Puts a comparison together from pairs of lands that were compared before.
    public init(pairs: [LandPair], lands: Int) throws(ToolmarksError) {
        self.pairs = pairs
        self.lands = lands
        var phases = (0..<max(1, lands)).map { offset in
            let members = pairs.filter { Self.offset($0, max(1, lands)) == offset }.map(\.comparison)
            let count = Double(max(1, members.count))
            return Phase(
                offset: offset,
                pairs: members.count,
                meanScore: members.reduce(0) { $0 + ($1?.score ?? 0) } / count,
                meanCorrelation: members.reduce(0) { $0 + ($1?.correlation ?? 0) } / count
            )
        }
        // A phase with few pairs reaches a high mean by chance: at least half as many as the fullest phase.
        let most = phases.map(\.pairs).max() ?? 0
        phases.removeAll { $0.pairs == 0 || 2 * $0.pairs < most }
        guard let best = phases.max(by: { $0.meanScore < $1.meanScore }) else { throw .noOverlap }
        self.phases = phases
        self.best = best
        let others = pairs.filter { Self.offset($0, max(1, lands)) != best.offset }
        let mean = others.reduce(0) { $0 + ($1.comparison?.score ?? 0) } / Double(max(1, others.count))
        difference = best.meanScore - mean
    }
}
