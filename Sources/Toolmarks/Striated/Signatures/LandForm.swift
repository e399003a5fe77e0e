internal import Surfaces

/// The round form of a land with its tilt: a second-degree curve across the striae and a plane along them.
///
/// Fitted robustly, first to the middle of the scan and then to all points that lie near, so that groove shoulders and
/// the groove impressions beyond them do not count.
struct LandForm {
    /// Height as a function of u (across) and v (along), both -1...1: 1, u, u^2, v, u v.
    private let terms: [Double]
    private let columns: Int
    private let rows: Int

    /// Fits the form; nil when too few points hold a value.
    init?(_ grid: StriatedGrid) {
        columns = grid.columns
        rows = grid.rows
        let points = Self.sample(grid)
        guard points.count >= 50, points.count(where: { abs($0.u) < Self.core }) >= 25 else { return nil }
        var weights = points.map { abs($0.u) < Self.core ? 1.0 : 0 }
        var solution = [Double](repeating: 0, count: 5)
        for round in 0..<16 {
            solution = Self.fit(points, weights)
            let residuals = points.map { Float($0.height - Self.height(solution, $0.u, $0.v)) }
            let middle = zip(points, residuals).lazy.filter { abs($0.0.u) < Self.core }.map { $0.1 }
            let deviation = Double(Spread.deviation(middle)) + 1e-9
            for place in points.indices {
                let size = abs(Double(residuals[place])) / deviation
                if round < 6 {
                    // Nearly least absolute values: finds the bulk also when a third of the middle is damaged.
                    weights[place] = abs(points[place].u) < Self.core ? 1 / max(1, size * size) : 0
                } else {
                    let rest = 1 - size * size / 25
                    weights[place] = rest > 0 ? rest * rest : 0
                }
            }
        }
        terms = solution
    }

    /// The height in micrometres of the form along one row: at the first column, its first step, its second step.
    func line(row: Int) -> (start: Double, step: Double, curve: Double) {
        let v = 2 * (Double(row) + 0.5) / Double(rows) - 1
        let width = 2 / Double(columns)
        let u = 0.5 * width - 1
        let linear = terms[1] + terms[4] * v
        return (
            terms[0] + terms[3] * v + linear * u + terms[2] * u * u,
            width * (linear + 2 * terms[2] * u),
            terms[2] * width * width
        )
    }

    private static let core = 0.55

    private struct Point {
        var u: Double
        var v: Double
        var height: Double
    }

    /// A few thousand points spread evenly.
    private static func sample(_ grid: StriatedGrid) -> [Point] {
        let across = max(1, grid.columns / 100)
        let along = max(1, grid.rows / 40)
        var points: [Point] = []
        for row in stride(from: along / 2, to: grid.rows, by: along) {
            for column in stride(from: across / 2, to: grid.columns, by: across) {
                let height = grid.values[row * grid.columns + column]
                guard height.isFinite else { continue }
                points.append(
                    Point(
                        u: 2 * (Double(column) + 0.5) / Double(grid.columns) - 1,
                        v: 2 * (Double(row) + 0.5) / Double(grid.rows) - 1,
                        height: Double(height)
                    )
                )
            }
        }
        return points
    }

    private static func height(_ terms: [Double], _ u: Double, _ v: Double) -> Double {
        terms[0] + u * (terms[1] + u * terms[2] + v * terms[4]) + v * terms[3]
    }

    private static func fit(_ points: [Point], _ weights: [Double]) -> [Double] {
        var system = NormalEquations(terms: 5)
        for (point, weight) in zip(points, weights) where weight > 0 {
            let base = (1.0, point.u, point.u * point.u, point.v, point.u * point.v)
            let row = [base.0, base.1, base.2, base.3, base.4]
            for i in 0..<5 {
                let weighted = weight * row[i]
                for j in 0...i { system.matrix[i * 5 + j] += weighted * row[j] }
                system.right[i] += weighted * point.height
            }
        }
        return system.solve(smallestPivot: 1e-9)
    }
}
