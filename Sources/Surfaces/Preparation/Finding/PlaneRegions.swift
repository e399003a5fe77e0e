/// Grows flat regions on a coarse map and picks the one that looks like the breech-face ring.
struct PlaneRegions {
    let coarse: CoarseMap
    let flatness: Double

    /// Radius of the patch that starts a region, and distance between starting places, micrometres.
    private static let patchRadius = 225.0
    private static let spacing = 200.0
    /// A primer is at most 5.34 mm wide and its firing-pin hole well under 3.4 mm.
    private static let greatestRadius = 2_900.0
    private static let greatestHole = 1_700.0

    /// The best region; nil when nothing flat was found.
    func best() -> SurfaceMask? {
        let map = coarse.map
        var claimed = [Bool](repeating: false, count: map.count)
        var best: (score: Double, mask: SurfaceMask)?
        let stepX = max(1, Int(Self.spacing / map.pitchX))
        let stepY = max(1, Int(Self.spacing / map.pitchY))
        for row in stride(from: min(stepY / 2, map.rows - 1), to: map.rows, by: stepY) {
            for column in stride(from: min(stepX / 2, map.columns - 1), to: map.columns, by: stepX) {
                let seed = row * map.columns + column
                guard !map.values[seed].isNaN, !claimed[seed], let region = grow(from: seed) else { continue }
                for point in region { claimed[point] = true }
                let mask = SurfaceMask(columns: map.columns, rows: map.rows, repeating: false).with(points: region)
                let score = score(mask, count: region.count)
                if score > (best?.score ?? 0) { best = (score, mask) }
            }
        }
        return best?.mask
    }

    /// The connected points within the flatness of a plane that is fitted again as they become more.
    private func grow(from seed: Int) -> [Int]? {
        let map = coarse.map
        var points = patch(around: seed)
        guard points.count >= 6, var plane = CoarsePlane(map, points),
            plane.scatter(map, points) < flatness / 2
        else { return nil }
        for round in 0..<8 {
            let limit = flatness * (round == 0 ? 0.5 : round == 1 ? 0.75 : 1)
            let region = connected(to: seed, plane: plane, limit: limit)
            guard region.count >= 6, let next = CoarsePlane(map, region) else { return nil }
            let settled = round > 1 && abs(region.count - points.count) * 200 < region.count
            points = region
            plane = next
            if settled { break }
        }
        return points
    }

    private func patch(around seed: Int) -> [Int] {
        let map = coarse.map
        let reachX = max(1, Int(Self.patchRadius / map.pitchX))
        let reachY = max(1, Int(Self.patchRadius / map.pitchY))
        let column = seed % map.columns
        let row = seed / map.columns
        var points: [Int] = []
        for y in max(0, row - reachY)...min(map.rows - 1, row + reachY) {
            for x in max(0, column - reachX)...min(map.columns - 1, column + reachX)
            where !map.values[y * map.columns + x].isNaN { points.append(y * map.columns + x) }
        }
        return points
    }

    private func connected(to seed: Int, plane: CoarsePlane, limit: Double) -> [Int] {
        let map = coarse.map
        guard abs(plane.residual(map, seed)) <= limit else { return [] }
        var seen = [Bool](repeating: false, count: map.count)
        seen[seed] = true
        var region = [seed]
        var next = 0
        while next < region.count {
            let place = region[next]
            next += 1
            let column = place % map.columns
            func visit(_ other: Int) {
                guard !seen[other] else { return }
                seen[other] = true
                // A missing value is not within any limit.
                if abs(plane.residual(map, other)) <= limit { region.append(other) }
            }
            if column > 0 { visit(place - 1) }
            if column < map.columns - 1 { visit(place + 1) }
            if place >= map.columns { visit(place - map.columns) }
            if place < map.count - map.columns { visit(place + map.columns) }
        }
        return region
    }

    private func reachesAllBorders(_ mask: SurfaceMask) -> Bool {
        let (columns, rows) = (mask.columns, mask.rows)
        let across = 0..<columns
        let down = 0..<rows
        return across.contains { mask.inside[$0] } && across.contains { mask.inside[(rows - 1) * columns + $0] }
            && down.contains { mask.inside[$0 * columns] } && down.contains { mask.inside[$0 * columns + columns - 1] }
    }

    /// Area, weighted by how much the region looks like a ring of a primer's size near the middle of the scan.
    private func score(_ mask: SurfaceMask, count: Int) -> Double {
        let map = coarse.map
        let filled = mask.fillingGaps()
        let pointArea = map.pitchX * map.pitchY
        let filledArea = Double(filled.count) * pointArea
        guard let centre = filled.centroid else { return 0 }
        let middle = coarse.place(column: centre.column, row: centre.row)
        let radius = (filledArea / Double.pi).squareRoot()
        var nearest = Double.infinity
        for (place, inside) in mask.inside.enumerated() where inside {
            let point = coarse.place(column: Double(place % map.columns), row: Double(place / map.columns))
            nearest = min(nearest, point.distance(to: middle))
        }
        var score = (Double(count) * pointArea * filledArea).squareRoot()
        if radius > Self.greatestRadius || nearest > Self.greatestHole { score *= 0.05 }
        // What reaches all four borders of the scan is more likely the case head around the primer than the ring.
        if reachesAllBorders(mask) { score *= 0.25 }
        // Half the shorter side away from the middle of the scan, a region counts a fifth.
        let offset = middle.distance(to: PlanePoint(x: map.extentX / 2, y: map.extentY / 2))
        let ratio = offset / max(1, min(map.extentX, map.extentY) / 2)
        return score / (1 + 4 * ratio * ratio)
    }
}

/// A plane over the points of a coarse map.
struct CoarsePlane {
    private let coefficients: [Double]

    /// Fits by least squares, then twice more with far points counting less; nil when the points have no extent.
    init?(_ map: SurfaceMap, _ points: [Int]) {
        var coefficients: [Double] = [0, 0, 0]
        // A few thousand points are enough for a plane.
        let step = max(1, points.count / 2_000)
        for round in 0..<3 {
            var equations = NormalEquations(terms: 3)
            for index in stride(from: 0, to: points.count, by: step) {
                let place = points[index]
                let x = Double(place % map.columns)
                let y = Double(place / map.columns)
                let value = Double(map.values[place])
                var weight = 1.0
                if round > 0 {
                    weight = 1 / (1 + abs(value - (coefficients[0] + coefficients[1] * x + coefficients[2] * y)))
                }
                equations.matrix[0] += weight
                equations.matrix[3] += weight * x
                equations.matrix[4] += weight * x * x
                equations.matrix[6] += weight * y
                equations.matrix[7] += weight * x * y
                equations.matrix[8] += weight * y * y
                equations.right[0] += weight * value
                equations.right[1] += weight * x * value
                equations.right[2] += weight * y * value
            }
            coefficients = equations.solve(smallestPivot: 1e-9)
        }
        guard coefficients.allSatisfy(\.isFinite) else { return nil }
        self.coefficients = coefficients
    }

    /// How far a point lies above the plane, micrometres.
    @inline(__always)
    func residual(_ map: SurfaceMap, _ place: Int) -> Double {
        let x = Double(place % map.columns)
        let y = Double(place / map.columns)
        return Double(map.values[place]) - (coefficients[0] + coefficients[1] * x + coefficients[2] * y)
    }

    /// The robust standard deviation of points about the plane.
    func scatter(_ map: SurfaceMap, _ points: [Int]) -> Double {
        Double(Median.deviation(ofResiduals: points.map { Float(residual(map, $0)) }) ?? .infinity)
    }
}
