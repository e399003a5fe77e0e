internal import Surfaces

/// Where the measured part of a surface lies and how its heights are spread.
struct MarkOutline {
    /// The middle of the measured part, in points of the map.
    let centreX: Double
    let centreY: Double
    /// The sides of the box around the measured points, micrometres.
    let width: Double
    let height: Double
    /// The distance of the furthest measured point from the middle, micrometres.
    let radius: Double
    /// Mean and standard deviation of the heights.
    let mean: Double
    let deviation: Double

    /// Looks at every point; throws when none is valid or all are the same.
    init(of map: SurfaceMap) throws(ToolmarksError) {
        var left = map.columns
        var right = -1
        var top = map.rows
        var bottom = -1
        var count = 0
        var sum = 0.0
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                let value = map.values[row * map.columns + column]
                guard value.isFinite else { continue }
                left = min(left, column)
                right = max(right, column)
                top = min(top, row)
                bottom = max(bottom, row)
                count += 1
                sum += Double(value)
            }
        }
        guard count > 0 else {
            throw ToolmarksError(.nothingToCompare, subject: "surface", advice: "choose a surface with valid points")
        }
        mean = sum / Double(count)
        centreX = Double(left + right) / 2
        centreY = Double(top + bottom) / 2
        width = Double(right - left + 1) * map.pitchX
        height = Double(bottom - top + 1) * map.pitchY
        var squares = 0.0
        var furthest = 0.0
        for row in top...bottom {
            let y = (Double(row) - centreY) * map.pitchY
            for column in left...right {
                let value = map.values[row * map.columns + column]
                guard value.isFinite else { continue }
                let x = (Double(column) - centreX) * map.pitchX
                furthest = max(furthest, x * x + y * y)
                squares += (Double(value) - mean) * (Double(value) - mean)
            }
        }
        radius = furthest.squareRoot()
        deviation = (squares / Double(count)).squareRoot()
        guard deviation > 0, deviation.isFinite else {
            throw ToolmarksError(.flatSurface, subject: "surface", advice: "choose a surface with differing heights")
        }
    }
}
