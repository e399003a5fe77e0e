internal import CToolmarkKernels
internal import Surfaces

/// Samples a surface on turned grids.
struct PlaneSampler {
    private let map: SurfaceMap
    private let outline: MarkOutline
    private let search: CellSearch
    /// Height and weight of every point of the map.
    private let points: [Float]
    /// For each square of 8 x 8 points whether anything was measured in it or close by.
    private let occupied: [UInt8]
    /// Points along each side of a plane.
    let side: Int

    /// The largest number of points in all planes together: 2 bytes each.
    private static let mostPoints = 250_000_000

    init(map: SurfaceMap, outline: MarkOutline, search: CellSearch) throws(ToolmarksError) {
        self.map = map
        self.outline = outline
        self.search = search
        // Even at both pitches, so that the middle lies between points at both.
        let block = 2 * search.coarseFactor
        let extent = 2 * outline.radius / search.finePitch + 2
        guard extent < 20_000 else { throw PlaneSampler.tooLarge }
        side = (Int(extent) + block - 1) / block * block
        guard side * side * (search.rotations.count + 1) <= PlaneSampler.mostPoints else { throw PlaneSampler.tooLarge }
        let mean = Float(outline.mean)
        points = unsafe [Float](unsafeUninitializedCapacity: 2 * map.values.count) { buffer, count in
            for (index, value) in map.values.enumerated() {
                unsafe buffer[2 * index] = value.isFinite ? value - mean : 0
                unsafe buffer[2 * index + 1] = value.isFinite ? 1 : 0
            }
            count = 2 * map.values.count
        }
        // A sample lies at most three quarters of a plane's point from its middle; one more source point is blended in.
        let margin = Int(search.finePitch / min(map.pitchX, map.pitchY)) + 2
        occupied = PlaneSampler.occupation(of: map, margin: margin)
    }

    private static let tooLarge = ToolmarksError(
        .surfaceTooLarge,
        subject: "surface",
        advice: "crop the surface to the mark, choose a coarser pitch or fewer rotations"
    )

    /// The planes at some rotations, degrees.
    func planes(at angles: [Double]) -> TurnedPlanes {
        // Full range for the published cell size, half for cells with so many points that sums could overflow.
        let units = UnitRange(search: search, outline: outline)
        let scale = units.limit / Float(search.heightLimit * outline.deviation)
        let samples = max(1, min(8, Int((search.finePitch / min(map.pitchX, map.pitchY)).rounded())))
        var values = [Int16](repeating: TurnedPlanes.missing, count: angles.count * side * side)
        unsafe points.withUnsafeBufferPointer { points in
            unsafe occupied.withUnsafeBufferPointer { occupied in
                unsafe values.withUnsafeMutableBufferPointer { values in
                    guard let target = values.baseAddress else { return }
                    for (index, angle) in angles.enumerated() {
                        let turn = Turn(degrees: angle)
                        unsafe toolmark_turn(
                            points.baseAddress,
                            occupied.baseAddress,
                            Int32(map.columns),
                            Int32(map.rows),
                            outline.centreX,
                            outline.centreY,
                            turn.cosine,
                            turn.sine,
                            search.finePitch / map.pitchX,
                            search.finePitch / map.pitchY,
                            Int32(samples),
                            scale,
                            units.limit,
                            Int32(side),
                            target + index * side * side
                        )
                    }
                }
            }
        }
        return TurnedPlanes(side: side, values: values)
    }
}

extension PlaneSampler {
    /// Which squares of 8 x 8 points have a measured point in them or within `margin` points of them.
    private static func occupation(of map: SurfaceMap, margin: Int) -> [UInt8] {
        let columns = (map.columns + 7) / 8
        let rows = (map.rows + 7) / 8
        let reach = (margin + 7) / 8
        var measured = [Bool](repeating: false, count: columns * rows)
        for row in 0..<map.rows {
            for column in 0..<map.columns where map.values[row * map.columns + column].isFinite {
                measured[row / 8 * columns + column / 8] = true
            }
        }
        var occupied = [UInt8](repeating: 0, count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns where measured[row * columns + column] {
                for nearRow in max(0, row - reach)...min(rows - 1, row + reach) {
                    for nearColumn in max(0, column - reach)...min(columns - 1, column + reach) {
                        occupied[nearRow * columns + nearColumn] = 1
                    }
                }
            }
        }
        return occupied
    }
}

/// The largest 16-bit height that cannot make the 32-bit sums over one cell overflow.
struct UnitRange {
    let limit: Float

    init(search: CellSearch, outline: MarkOutline) {
        let columns = outline.width / Double(search.columns) / search.finePitch + 2
        let rows = outline.height / Double(search.rows) / search.finePitch + 2
        let largest = (2_147_483_647 / (columns * rows)).squareRoot()
        limit = Float(min(1023, largest.rounded(.down)))
    }
}
