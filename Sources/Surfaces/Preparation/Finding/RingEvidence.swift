/// Why a ring is to be believed: parts between 0 and 1 and what they make together.
struct RingEvidence {
    /// The part of all directions from the middle in which the mark is met.
    let coverage: Double
    /// How well the outer border follows a circle: 1 less ten times the scatter by the radius; 0.5 where no border is
    /// seen because the scan ends first.
    let roundness: Double
    /// The part of the area between hole and border that belongs to the mark.
    let solidity: Double
    /// The area of the mark, square millimetres.
    let area: Double
    /// Whether a second-degree form fitted clearly better than a plane.
    let isDomed: Bool
    /// Whether the scan was masked before: a good part is missing and all the rest is the mark.
    let alreadyMasked: Bool
    /// How sure the search is, 0...1.
    let confidence: Double

    /// Half a square millimetre of mark is enough to compare.
    private static let enoughArea = 0.5
    private static let directions = 72

    init(
        coarse: CoarseMap,
        mask: SurfaceMask,
        filled: SurfaceMask,
        holeMask: SurfaceMask,
        edge: (circle: PlaneCircle, roundness: Double)?,
        isDomed: Bool
    ) {
        let map = coarse.map
        let valid = map.validCount
        area = Double(mask.count) * map.pitchX * map.pitchY / 1e6
        let ring = filled.count - holeMask.count
        solidity = ring > 0 ? min(1, Double(mask.count) / Double(ring)) : 0
        roundness = edge?.roundness ?? 0.5
        self.isDomed = isDomed
        alreadyMasked = map.validFraction < 0.8 && Double(mask.count) > 0.93 * Double(valid)
        let middle =
            holeMask.centroid.map { coarse.place(column: $0.column, row: $0.row) }
            ?? edge?.circle.centre
            ?? filled.centroid.map { coarse.place(column: $0.column, row: $0.row) }
            ?? PlanePoint(x: 0, y: 0)
        var met = [Bool](repeating: false, count: Self.directions)
        for place in mask.inside.indices where mask.inside[place] {
            let point = coarse.place(column: Double(place % mask.columns), row: Double(place / mask.columns))
            met[Self.direction(point.x - middle.x, point.y - middle.y)] = true
        }
        coverage = Double(met.count { $0 }) / Double(Self.directions)
        let size = min(1, area / Self.enoughArea)
        let shape = 0.5 + 0.5 * roundness
        confidence = coverage * solidity * size * (alreadyMasked ? 1 : shape)
    }

    /// The sector of a direction, by a measure that grows evenly enough with the angle (no arc tangent is needed).
    private static func direction(_ x: Double, _ y: Double) -> Int {
        let total = abs(x) + abs(y)
        guard total > 0 else { return 0 }
        let quarter = y >= 0 ? (x >= 0 ? y / total : 1 - x / total) : (x < 0 ? 2 - y / total : 3 + x / total)
        return min(directions - 1, Int(quarter / 4 * Double(directions)))
    }
}
