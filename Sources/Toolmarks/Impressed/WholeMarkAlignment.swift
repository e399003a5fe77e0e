internal import CToolmarkKernels

/// Where the whole of one mark fits best on another: tells cells where to look when the marks were measured in part.
///
/// The published region lies about the same place on both marks, seen from their middles. That holds when both were
/// measured whole; when a part of one is missing, its middle moves by up to half of what is missing, and further than
/// cells look. The mark with fewer points is then laid as one piece on the other, by the same correlation as the cells.
struct WholeMarkAlignment {
    /// The middle of the first mark, as a place on the second.
    let onSecond: Place
    /// The middle of the second mark, as a place on the first.
    let onFirst: Place

    /// Shifts below this part of the reach of a cell are left to the cells.
    private static let negligible = 0.75
    /// The least share of the smaller mark's points that must meet points of the other.
    private static let minimumOverlap = 0.6

    /// The alignment of two marks; nil when both were measured whole and the published region serves.
    init?(_ one: PreparedMark, _ other: PreparedMark, portable: Bool) {
        let cell = max(one.size.x / Double(one.search.columns), one.size.y / Double(one.search.rows))
        let reach = cell * one.search.reach
        let missing = Self.missing(one.size, other.size)
        guard missing > Self.negligible * reach else { return nil }
        // The same of both orders: the smaller is laid on the larger.
        let (a, b) = (one.unturned, other.unturned)
        let isSwapped = (b.validPoints, b.fingerprint) < (a.validPoints, a.fingerprint)
        let (small, large) = isSwapped ? (other, one) : (one, other)
        let search = small.search
        let pitch = search.finePitch * Double(search.coarseFactor)
        let points = Int(((1.25 * missing + 0.5 * reach) / pitch).rounded(.up))
        guard let best = Self.best(small, on: large, points: points, portable: portable) else { return nil }
        let shift = Place(x: Double(best.x) * pitch, y: Double(best.y) * pitch)
        let onLarge = Turn(degrees: best.rotation).unturned(shift)
        let onSmall = Place(x: -shift.x, y: -shift.y)
        // On the turned plane the middle of the large mark lies at minus the shift from the middle of the small one.
        onSecond = isSwapped ? onSmall : onLarge
        onFirst = isSwapped ? onLarge : onSmall
    }

    /// How far the middles of two marks may lie apart because parts of them are missing, micrometres.
    ///
    /// A whole mark is taken to be as large as the longest side of the two boxes; what a box lacks moves its middle by up
    /// to half of that.
    private static func missing(_ one: Place, _ other: Place) -> Double {
        let whole = max(one.x, one.y, other.x, other.y)
        return whole - min(one.x + other.x, one.y + other.y) / 2
    }

    /// The rotation and shift with the largest correlation.
    private static func best(
        _ small: PreparedMark,
        on large: PreparedMark,
        points reach: Int,
        portable: Bool
    ) -> (rotation: Double, x: Int, y: Int)? {
        let plane = small.unturned.coarse
        // The sums run over a whole mark, so that heights have to be smaller than those of cells.
        let halvings = Self.halvings(points: plane.side * plane.side)
        let footprint = Footprint(
            plane: plane.halved(halvings),
            left: 0,
            right: plane.side,
            top: 0,
            bottom: plane.side,
            reach: 0,
            leastReach: reach
        )
        let planes = large.coarse.halved(halvings)
        var searcher = CellSearcher(portable: portable)
        var best: (rotation: Double, x: Int, y: Int)?
        var largest: Float = -2
        for (index, angle) in small.search.rotations.angles.enumerated() {
            guard let peak = searcher.peak(of: footprint, on: planes, rotation: index, minimumOverlap: minimumOverlap),
                peak.correlation > largest
            else { continue }
            largest = peak.correlation
            best = (angle, peak.x, peak.y)
        }
        return best
    }

    /// How often heights up to 1,023 are halved so that sums of that many squares stay within 32 bits.
    private static func halvings(points: Int) -> Int {
        var halvings = 0
        while points * (1023 >> halvings) * (1023 >> halvings) > 2_147_483_647 { halvings += 1 }
        return halvings
    }
}
