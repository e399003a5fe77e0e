/// Congruent matching profile segments: short pieces of one signature look for their place on the other and vote.
///
/// Source: Chen et al. 2019, doi:10.1016/j.forsciint.2019.109964. Segments of 78 micrometres are looked for together with
/// surroundings of 156 and 312 micrometres around them; the five, three and one largest correlations are kept. A segment
/// whose single place with the widest surroundings is among the places of the two narrower ones, within 39 micrometres,
/// votes for it. The count is the largest number of votes that lie within 39 micrometres of one place.
struct SegmentVoting {
    /// How many segments vote for the same place.
    private(set) var congruent = 0
    /// How many segments there are.
    let segments: Int
    /// The shift the votes agree on, in points.
    private(set) var shift = 0
    /// For each segment the shift it votes for; nil without a vote.
    private(set) var votes: [Int?]

    private static let segment = 24
    /// Points of half a segment: the pieces that windows of all lengths are made of.
    static let half = segment / 2
    private static let tolerance = segment / 2

    /// Lets the segments of a profile look for their places on another.
    init(of one: ComparisonProfile, on other: ComparisonProfile) {
        segments = one.count / Self.segment
        votes = [Int?](repeating: nil, count: segments)
        let pieces = 2 * segments
        var table = ShiftTable(one, other, pieces: pieces)
        for segment in 0..<segments {
            let near = 2 * segment..<2 * segment + 2
            let levels = [(near, 5), (2 * segment - 1..<2 * segment + 3, 3), (2 * segment - 3..<2 * segment + 5, 1)]
            let places = levels.map { range, count in
                table.peaks(of: range.clamped(to: 0..<pieces), count: count)
            }
            for place in places[2]
            where places[0].contains(where: { abs($0 - place) <= Self.tolerance })
                && places[1].contains(where: { abs($0 - place) <= Self.tolerance })
            {
                votes[segment] = place
            }
        }
        let given = votes.compactMap(\.self)
        for candidate in Set(given).sorted() {
            let count = given.count { abs($0 - candidate) <= Self.tolerance }
            if count > congruent {
                congruent = count
                shift = candidate
            }
        }
    }

    /// By how much the other profile is wider, from the votes for the agreed shift: their straight line over the profile.
    ///
    /// Nil with fewer than eight votes or when they lie too near to each other.
    var stretch: Double? {
        let points = votes.enumerated().compactMap { segment, vote in
            vote.flatMap { abs($0 - shift) <= Self.tolerance ? (Double(segment * Self.segment), Double($0)) : nil }
        }
        guard points.count >= 8 else { return nil }
        let count = Double(points.count)
        let place = points.reduce(0) { $0 + $1.0 } / count
        let vote = points.reduce(0) { $0 + $1.1 } / count
        let spread = points.reduce(0) { $0 + ($1.0 - place) * ($1.0 - place) }
        let common = points.reduce(0) { $0 + ($1.0 - place) * ($1.1 - vote) }
        guard spread / count > 10_000 else { return nil }
        return 1 + common / spread
    }
}
