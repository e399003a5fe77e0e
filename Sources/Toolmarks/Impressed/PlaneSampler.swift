internal import CToolmarkKernels
internal import Surfaces

/// Samples a surface on turned grids.
struct PlaneSampler {
    private let map: SurfaceMap
    private let outline: MarkOutline
    private let search: CellSearch
    private let heights: [Float]
    private let weights: [Float]
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
        let points = 2 * outline.radius / search.finePitch + 2
        guard points < 20_000 else { throw PlaneSampler.tooLarge }
        side = (Int(points) + block - 1) / block * block
        guard side * side * (search.rotations.count + 1) <= PlaneSampler.mostPoints else { throw PlaneSampler.tooLarge }
        let mean = Float(outline.mean)
        heights = map.values.map { $0.isFinite ? $0 - mean : 0 }
        weights = map.values.map { $0.isFinite ? 1 : 0 }
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
        unsafe heights.withUnsafeBufferPointer { heights in
            unsafe weights.withUnsafeBufferPointer { weights in
                unsafe values.withUnsafeMutableBufferPointer { values in
                    guard let target = values.baseAddress else { return }
                    for (index, angle) in angles.enumerated() {
                        let turn = Turn(degrees: angle)
                        unsafe toolmark_turn(
                            heights.baseAddress,
                            weights.baseAddress,
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
