/// Circles fitted to borders.
enum CircleFit {
    /// The circle along the outer border of a filled mask, and how well the border follows it (0...1).
    ///
    /// Border points where the scan itself ends tell nothing about the mark and are left out; nil when fewer than a
    /// dozen others remain.
    static func border(of mask: SurfaceMask, coarse: CoarseMap) -> (circle: PlaneCircle, roundness: Double)? {
        var points: [PlanePoint] = []
        for row in 1..<max(1, mask.rows - 1) {
            for column in 1..<max(1, mask.columns - 1) where mask.inside[row * mask.columns + column] {
                let outside =
                    !mask.contains(column: column - 1, row: row) || !mask.contains(column: column + 1, row: row)
                    || !mask.contains(column: column, row: row - 1) || !mask.contains(column: column, row: row + 1)
                if outside { points.append(coarse.place(column: Double(column), row: Double(row))) }
            }
        }
        guard points.count >= 12, let circle = robust(points) else { return nil }
        let distances = points.map { Float(abs($0.distance(to: circle.centre) - circle.radius)) }
        let scatter = Double(Median.deviation(ofResiduals: distances) ?? 0)
        return (circle, max(0, 1 - 10 * scatter / circle.radius))
    }

    /// A circle through points of which some lie elsewhere: Kasa's linear fit (1976) with far points counting less in
    /// each round.
    static func robust(_ points: [PlanePoint]) -> PlaneCircle? {
        guard points.count >= 3 else { return nil }
        let count = Double(points.count)
        let middle = PlanePoint(
            x: points.reduce(0) { $0 + $1.x } / count,
            y: points.reduce(0) { $0 + $1.y } / count
        )
        let scale = max(1e-9, points.reduce(0) { $0 + $1.distance(to: middle) } / count)
        var circle: PlaneCircle?
        for _ in 0..<12 {
            var equations = NormalEquations(terms: 3)
            for point in points {
                let x = (point.x - middle.x) / scale
                let y = (point.y - middle.y) / scale
                var weight = 1.0
                if let circle {
                    weight = 1 / (0.01 + abs(point.distance(to: circle.centre) - circle.radius) / scale)
                }
                let square = x * x + y * y
                equations.matrix[0] += weight
                equations.matrix[3] += weight * x
                equations.matrix[4] += weight * x * x
                equations.matrix[6] += weight * y
                equations.matrix[7] += weight * x * y
                equations.matrix[8] += weight * y * y
                equations.right[0] += weight * square
                equations.right[1] += weight * x * square
                equations.right[2] += weight * y * square
            }
            let solution = equations.solve(smallestPivot: 1e-9)
            let x = solution[1] / 2
            let y = solution[2] / 2
            let square = solution[0] + (x * x + y * y)
            guard square > 0, square.isFinite else { return circle }
            circle = PlaneCircle(
                centre: PlanePoint(x: middle.x + x * scale, y: middle.y + y * scale),
                radius: square.squareRoot() * scale
            )
        }
        return circle
    }
}
