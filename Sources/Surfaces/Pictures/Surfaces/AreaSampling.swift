/// Brings a grid of values to the pixels of a picture: each pixel takes the mean over the area that it shows.
struct AreaSampling {
    /// Pixels across and down.
    let width: Int
    let height: Int
    private let across: [Share]
    private let down: [Share]
    private let columns: Int

    /// The old points of one pixel along an axis, and the part of the pixel that each of them makes.
    private struct Share {
        var first: Int
        var parts: [Float]
    }

    /// Pixels of `scale` micrometres for a map.
    init(_ map: SurfaceMap, scale: Double) {
        columns = map.columns
        width = Self.pixels(Double(map.columns) * map.pitchX, scale)
        height = Self.pixels(Double(map.rows) * map.pitchY, scale)
        across = Self.shares(count: map.columns, pixels: width, step: scale / map.pitchX)
        down = Self.shares(count: map.rows, pixels: height, step: scale / map.pitchY)
    }

    /// The pixels that an extent takes.
    static func pixels(_ extent: Double, _ scale: Double) -> Int {
        max(1, Int(min(30_000, (extent / scale).rounded())))
    }

    /// The mean over each pixel; NaN where less than half of its area has a value.
    func sample(_ values: [Float]) -> [Float] {
        var result = [Float](repeating: .nan, count: width * height)
        var sums = [Float](repeating: 0, count: columns)
        var totals = [Float](repeating: 0, count: columns)
        for row in 0..<height {
            for column in 0..<columns {
                sums[column] = 0
                totals[column] = 0
            }
            for (offset, part) in down[row].parts.enumerated() {
                let base = (down[row].first + offset) * columns
                for column in 0..<columns where !values[base + column].isNaN {
                    sums[column] += part * values[base + column]
                    totals[column] += part
                }
            }
            for column in 0..<width {
                var sum: Float = 0
                var total: Float = 0
                for (offset, part) in across[column].parts.enumerated() {
                    sum += part * sums[across[column].first + offset]
                    total += part * totals[across[column].first + offset]
                }
                if total >= 0.5 { result[row * width + column] = sum / total }
            }
        }
        return result
    }

    private static func shares(count: Int, pixels: Int, step: Double) -> [Share] {
        (0..<pixels).map { pixel in
            let start = Double(pixel) * step
            let end = min(start + step, Double(count))
            let first = min(count - 1, Int(start))
            let last = max(first, min(count - 1, Int(end.rounded(.up)) - 1))
            let parts = (first...last).map { max(0, min(end, Double($0 + 1)) - max(start, Double($0))) }
            let total = parts.reduce(0, +)
            guard total > 0 else { return Share(first: first, parts: [1]) }
            return Share(first: first, parts: parts.map { Float($0 / total) })
        }
    }
}
