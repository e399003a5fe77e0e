/// For every likelihood ratio, the share of pairs of each kind that reach it (Evett, Buckleton 1996; Meuwly 2001).
public struct TippettCurves: Hashable, Sendable, Codable {
    /// One place on the curves.
    public struct Point: Hashable, Sendable, Codable {
        /// The decimal logarithm of the likelihood ratio.
        public let log10: Double
        /// The share of matching pairs with at least this ratio.
        public let matching: Double
        /// The share of non-matching pairs with at least this ratio.
        public let other: Double
    }

    /// From the smallest ratio to the largest.
    public let points: [Point]

    /// - Parameters:
    ///   - matching: decimal logarithms of pairs of one source.
    ///   - other: those of pairs of different sources.
    public init(matching: [Double], other: [Double]) {
        let (matching, other) = (matching.sorted(), other.sorted())
        var (m, o) = (0, 0)
        points = Set(matching + other).sorted().map { value in
            while m < matching.count, matching[m] < value { m += 1 }
            while o < other.count, other[o] < value { o += 1 }
            return Point(
                log10: value,
                matching: matching.isEmpty ? 0 : Double(matching.count - m) / Double(matching.count),
                other: other.isEmpty ? 0 : Double(other.count - o) / Double(other.count)
            )
        }
    }
}
