/// A fine grid gathered into blocks of points, with the sums that a filter needs, and the way back by interpolation.
///
/// A filter with a long cut-off does not need every point: blocks of at least 24 to a cut-off are enough. The mean over
/// a block attenuates a little, which the weights of the filter make good; the way back is cubic convolution (Keys 1981,
/// doi:10.1109/TASSP.1981.1163711). Against the sum over every point the result differs by less than 0.2 % of the
/// amplitude at the cut-off.
struct BlockGrid {
    /// Points of a block along x and y.
    let sizeX: Int
    let sizeY: Int
    /// Blocks along x and y, with a border of empty ones for the interpolation.
    let columns: Int
    let rows: Int
    /// Fine points along x and y.
    let fineColumns: Int
    let fineRows: Int
    private let border = 2

    init(fineColumns: Int, fineRows: Int, sizeX: Int, sizeY: Int) {
        self.sizeX = sizeX
        self.sizeY = sizeY
        self.fineColumns = fineColumns
        self.fineRows = fineRows
        columns = (fineColumns + sizeX - 1) / sizeX + 4
        rows = (fineRows + sizeY - 1) / sizeY + 4
    }

    /// The points of a block for a cut-off given in points: at least 24 blocks to a cut-off.
    static func size(forCutoff cutoff: Double) -> Int { max(1, min(64, Int(cutoff / 24))) }

    /// Sums of weight times value, and of weights, over each block; points without a value count nothing.
    func gather(_ values: [Float], weights: [Float]?) -> (values: [Float], weights: [Float]) {
        var sums = [Float](repeating: 0, count: columns * rows)
        var totals = [Float](repeating: 0, count: columns * rows)
        for row in 0..<fineRows {
            let blockRow = (row / sizeY + border) * columns + border
            var column = 0
            var block = 0
            while column < fineColumns {
                let end = min(column + sizeX, fineColumns)
                var sum: Float = 0
                var total: Float = 0
                for place in row * fineColumns + column..<row * fineColumns + end {
                    let value = values[place]
                    guard !value.isNaN else { continue }
                    let weight = weights?[place] ?? 1
                    sum += weight * value
                    total += weight
                }
                sums[blockRow + block] += sum
                totals[blockRow + block] += total
                column = end
                block += 1
            }
        }
        return (sums, totals)
    }

    /// The values at every fine point, interpolated between the centres of the blocks.
    func spread(_ blocks: [Float]) -> [Float] {
        let across = Phases(count: fineColumns, size: sizeX, border: border)
        let along = Phases(count: fineRows, size: sizeY, border: border)
        var result = [Float](repeating: 0, count: fineColumns * fineRows)
        var line = [Float](repeating: 0, count: columns)
        for row in 0..<fineRows {
            let first = along.starts[row] * columns
            let weights = along.weights[row]
            for column in 0..<columns {
                let place = first + column
                line[column] =
                    (weights.x * blocks[place] + weights.y * blocks[place + columns])
                    + (weights.z * blocks[place + 2 * columns] + weights.w * blocks[place + 3 * columns])
            }
            let base = row * fineColumns
            for column in 0..<fineColumns {
                let start = across.starts[column]
                let weights = across.weights[column]
                result[base + column] =
                    (weights.x * line[start] + weights.y * line[start + 1])
                    + (weights.z * line[start + 2] + weights.w * line[start + 3])
            }
        }
        return result
    }

    /// Where each fine point lies between the centres of blocks, and the four weights that follow.
    private struct Phases {
        let starts: [Int]
        let weights: [SIMD4<Float>]

        init(count: Int, size: Int, border: Int) {
            var starts: [Int] = []
            var weights: [SIMD4<Float>] = []
            for place in 0..<count {
                let position = (Double(place) - Double(size - 1) / 2) / Double(size)
                let floor = position.rounded(.down)
                starts.append(Int(floor) - 1 + border)
                weights.append(CubicInterpolation.weights(position - floor))
            }
            self.starts = starts
            self.weights = weights
        }
    }
}

/// Cubic convolution between four neighbours (Keys 1981, a = -1/2): exact for polynomials up to the second degree.
enum CubicInterpolation {
    /// The weights of the points at -1, 0, 1 and 2 for a place between 0 and 1.
    static func weights(_ place: Double) -> SIMD4<Float> {
        let square = place * place
        let cube = square * place
        return SIMD4(
            Float(-0.5 * cube + square - 0.5 * place),
            Float(1.5 * cube - 2.5 * square + 1),
            Float(-1.5 * cube + 2 * square + 0.5 * place),
            Float(0.5 * cube - 0.5 * square)
        )
    }
}
