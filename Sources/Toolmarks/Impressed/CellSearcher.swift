internal import CToolmarkKernels

/// Looks for the cells of one mark on another; keeps its working memory between cells.
struct CellSearcher {
    private var heights: [Int16] = []
    private var gaps: [Int16] = []
    private var scores: [Float] = []
    private let instructions: ToolmarkInstructions
    /// The kernel reads up to a register's width beyond the last point.
    private static let slack = 32

    /// - Parameter portable: whether to leave the processor's special instructions alone; the results are the same.
    init(portable: Bool = false) {
        instructions = portable ? TOOLMARK_PORTABLE : toolmark_best_instructions()
    }

    /// The best place of one cell at every rotation, in the order of the sweep; nil where too few points meet.
    ///
    /// - Parameter middle: where on the mark the middle of the cell's own mark is taken to lie; the region lies about it.
    mutating func findings(of cell: PreparedCell, on mark: PreparedMark, about middle: Place) -> [CellFinding?] {
        let search = mark.search
        guard let footprints = cell.footprints else { return [] }
        let exhaustive = search.depth == .exhaustive
        let planes = exhaustive ? mark.fine : mark.coarse
        let factor = exhaustive ? 1 : search.coarseFactor
        let angles = search.rotations.angles
        return angles.indices.map { index in
            let start = middle.isOrigin ? middle : Turn(degrees: angles[index]).turned(middle)
            let pitch = search.finePitch * Double(factor)
            let offset = (x: Int((start.x / pitch).rounded()), y: Int((start.y / pitch).rounded()))
            correlate(
                footprints.coarse,
                with: planes,
                rotation: index,
                offsetX: offset.x,
                offsetY: offset.y,
                minimumOverlap: search.minimumOverlap
            )
            guard let first = best(of: footprints.coarse) else { return nil }
            var place = (x: (offset.x + first.x) * factor, y: (offset.y + first.y) * factor)
            var peak = first
            if !exhaustive {
                correlate(
                    footprints.fine,
                    with: mark.fine,
                    rotation: index,
                    offsetX: place.x,
                    offsetY: place.y,
                    minimumOverlap: search.minimumOverlap
                )
                guard let second = best(of: footprints.fine) else { return nil }
                place = (place.x + second.x, place.y + second.y)
                peak = second
            }
            return CellFinding(
                rotation: angles[index],
                shift: Place(
                    x: (Double(place.x) + peak.betweenX) * search.finePitch,
                    y: (Double(place.y) + peak.betweenY) * search.finePitch
                ),
                correlation: Double(peak.correlation)
            )
        }
    }

    /// The best place of a footprint at one rotation; nil where too few points meet.
    mutating func peak(
        of footprint: Footprint,
        on planes: TurnedPlanes,
        rotation: Int,
        minimumOverlap: Double
    ) -> (x: Int, y: Int, correlation: Float)? {
        correlate(
            footprint,
            with: planes,
            rotation: rotation,
            offsetX: 0,
            offsetY: 0,
            minimumOverlap: minimumOverlap
        )
        return best(of: footprint).map { ($0.x, $0.y, $0.correlation) }
    }

    /// Fills `scores` for every shift of a footprint about an offset.
    private mutating func correlate(
        _ footprint: Footprint,
        with planes: TurnedPlanes,
        rotation: Int,
        offsetX: Int,
        offsetY: Int,
        minimumOverlap: Double
    ) {
        let windowSize = footprint.windowColumns * footprint.windowRows + CellSearcher.slack
        if heights.count < windowSize {
            heights = [Int16](repeating: 0, count: windowSize)
            gaps = heights
        }
        let scoreCount = footprint.shiftColumns * footprint.shiftRows
        if scores.count < scoreCount { scores = [Float](repeating: -2, count: scoreCount) }
        let middle = (planes.side - footprint.side) / 2
        let minimum = max(4, Int((Double(footprint.points) * minimumOverlap).rounded(.up)))
        unsafe planes.values.withUnsafeBufferPointer { values in
            guard let base = values.baseAddress else { return }
            unsafe toolmark_window(
                base + rotation * planes.side * planes.side,
                Int32(planes.side),
                Int32(footprint.left + middle + offsetX - footprint.reachX),
                Int32(footprint.top + middle + offsetY - footprint.reachY),
                Int32(footprint.windowColumns),
                Int32(footprint.windowRows),
                &heights,
                &gaps
            )
        }
        unsafe toolmark_correlate(
            footprint.pairs,
            Int32(footprint.pairs.count),
            Int32(footprint.points),
            Int32(minimum),
            heights,
            gaps,
            Int32(footprint.windowColumns),
            Int32(footprint.shiftColumns),
            Int32(footprint.shiftRows),
            &scores,
            instructions
        )
    }

    /// The largest score, its shift and where between the points the maximum lies.
    private func best(of footprint: Footprint) -> Peak? {
        let columns = 2 * footprint.reachX + 1
        let index = unsafe Int(
            toolmark_largest(scores, Int32(footprint.shiftColumns), Int32(columns), Int32(footprint.shiftRows))
        )
        let top = scores[index]
        guard top > -2 else { return nil }
        let at = (x: index % footprint.shiftColumns, y: index / footprint.shiftColumns)
        func value(_ x: Int, _ y: Int) -> Float? {
            guard x >= 0, x < columns, y >= 0, y < footprint.shiftRows else { return nil }
            let score = scores[y * footprint.shiftColumns + x]
            return score > -2 ? Peak.correlation(of: score) : nil
        }
        let middle = Peak.correlation(of: top)
        return Peak(
            x: at.x - footprint.reachX,
            y: at.y - footprint.reachY,
            correlation: middle,
            betweenX: Peak.vertex(value(at.x - 1, at.y), middle, value(at.x + 1, at.y)),
            betweenY: Peak.vertex(value(at.x, at.y - 1), middle, value(at.x, at.y + 1))
        )
    }
}

/// A maximum among the shifts of a cell.
private struct Peak {
    let x: Int
    let y: Int
    let correlation: Float
    let betweenX: Double
    let betweenY: Double

    /// Undoes the signed square that the kernel gives.
    static func correlation(of score: Float) -> Float { score < 0 ? -(-score).squareRoot() : score.squareRoot() }

    /// Where the parabola through three neighbouring values has its vertex, in points from the middle one.
    static func vertex(_ before: Float?, _ middle: Float, _ after: Float?) -> Double {
        guard let before, let after else { return 0 }
        let bend = Double(before) - 2 * Double(middle) + Double(after)
        guard bend < 0 else { return 0 }
        return max(-0.5, min(0.5, 0.5 * (Double(before) - Double(after)) / bend))
    }
}
