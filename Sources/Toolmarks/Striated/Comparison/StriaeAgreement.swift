/// Which striae of two aligned signatures correspond.
///
/// Consecutively matching striae are those of Biasotti (1959, J Forensic Sci 4(1), 34-50) in the automatic form of Hare,
/// Hofmann, Carriquiry (2017, doi:10.1214/17-AOAS1080): peaks and valleys in their order, a run ends at the first stria of
/// either signature that has no counterpart.
public struct StriaeAgreement: Sendable, Hashable, Codable {
    /// A stria of the first signature and its counterpart, as places in the lists of striae.
    public struct Pair: Sendable, Hashable, Codable {
        /// The place in the first list.
        public var first: Int
        /// The place in the second list.
        public var second: Int
    }

    /// The striae that match, in their order.
    public var pairs: [Pair] = []
    /// Striae in the common part that have no counterpart, of both signatures.
    public var mismatches = 0
    /// The longest run of matching striae.
    public var consecutiveMatches = 0
    /// The longest run of striae without counterpart.
    public var consecutiveMismatches = 0

    /// The number of striae that match.
    public var matches: Int { pairs.count }

    /// How far apart the turning points of matching striae may lie, micrometres.
    static let tolerance = 15.0
    /// Positions that differ by less are the same, micrometres.
    private static let rounding = 1e-6

    /// Pairs the striae of two signatures.
    ///
    /// - Parameters:
    ///   - first: the striae of the first signature.
    ///   - second: those of the second.
    ///   - shift: what is added to a position in the first signature to find it in the second, micrometres.
    ///   - part: the common part in positions of the first signature, micrometres.
    init(_ first: [Stria], _ second: [Stria], shift: Double, part: ClosedRange<Double>) {
        let part = part.lowerBound - Self.rounding...part.upperBound + Self.rounding
        let one = first.indices.filter { part.contains(first[$0].position) }
        let other = second.indices.filter { part.contains(second[$0].position - shift) }
        var left = 0
        var right = 0
        var run = 0
        var gap = 0
        while left < one.count || right < other.count {
            let mine = left < one.count ? first[one[left]] : nil
            let theirs = right < other.count ? second[other[right]] : nil
            let distance = mine.flatMap { mine in theirs.map { $0.position - shift - mine.position } }
            if let distance, let mine, let theirs, mine.isPeak == theirs.isPeak, abs(distance) <= Self.tolerance,
                mine.position >= theirs.start - shift - Self.rounding,
                mine.position <= theirs.end - shift + Self.rounding,
                theirs.position - shift >= mine.start - Self.rounding,
                theirs.position - shift <= mine.end + Self.rounding
            {
                pairs.append(Pair(first: one[left], second: other[right]))
                left += 1
                right += 1
                run += 1
                gap = 0
                consecutiveMatches = max(consecutiveMatches, run)
                continue
            }
            // The one that comes first has no counterpart left; at one place both have none, so that the order of the
            // signatures does not matter.
            let dropsFirst = mine != nil && (distance ?? 0) > -Self.rounding
            let dropsSecond = theirs != nil && (distance ?? 0) < Self.rounding
            let dropped = (dropsFirst ? 1 : 0) + (dropsSecond ? 1 : 0)
            left += dropsFirst ? 1 : 0
            right += dropsSecond ? 1 : 0
            mismatches += dropped
            run = 0
            gap += dropped
            consecutiveMismatches = max(consecutiveMismatches, gap)
        }
    }
}
