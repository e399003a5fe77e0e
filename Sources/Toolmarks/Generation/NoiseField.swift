internal import CToolmarkKernels

/// A random height field: cubic B-splines over a grid of random nodes.
///
/// The nodes are high-passed, so that one field holds waves of about three to eight times its spacing: fields of doubled
/// spacings add up to any spectrum, and those too fine for a coarse grid can be left out without changing the others.
struct NoiseField {
    /// A source of node values and its weight.
    struct Layer {
        let seed: UInt64
        let weight: Double
    }

    private let columns: Int
    private let rows: Int
    private let spacingX: Double
    private let spacingY: Double
    private let originX: Double
    private let originY: Double
    private let nodes: [Float]

    /// A field that covers the given box.
    ///
    /// With `periods`, y is an angle in turns of that many nodes, and the field closes on itself.
    init(
        layers: [Layer],
        x: ClosedRange<Double>,
        y: ClosedRange<Double>,
        spacingX: Double,
        spacingY: Double,
        periods: Int? = nil
    ) {
        // Two nodes more on each side for the high-pass, two for the spline.
        let margin = 4
        // Nodes are numbered from the origin of the plane: a larger box shows more of the same field.
        let firstColumn = Int((x.lowerBound / spacingX).rounded(.down)) - margin
        let firstRow = periods == nil ? Int((y.lowerBound / spacingY).rounded(.down)) - margin : -margin
        columns = Int((x.upperBound / spacingX).rounded(.up)) + margin - firstColumn + 1
        rows = periods.map { $0 + 2 * margin } ?? (Int((y.upperBound / spacingY).rounded(.up)) + margin - firstRow + 1)
        self.spacingX = spacingX
        self.spacingY = spacingY
        originX = Double(firstColumn) * spacingX
        originY = Double(firstRow) * spacingY
        var raw = [Float](repeating: 0, count: columns * rows)
        for layer in layers where layer.weight > 0 {
            // Uniform values of unit variance.
            let scale = Float(layer.weight * 2 * 1.732_050_807_568_877_2 * 0x1p-24)
            let seed = RandomStream.mixed(layer.seed)
            for row in 0..<rows {
                let number = periods.map { (row - margin + 2 * $0) % $0 } ?? row + firstRow
                let rowSeed = RandomStream.mixed(seed ^ UInt64(bitPattern: Int64(number)))
                for column in 0..<columns {
                    let bits = RandomStream.mixed(rowSeed &+ UInt64(bitPattern: Int64(column + firstColumn)))
                    raw[row * columns + column] += (Float(bits >> 40) - 0x1p23) * scale
                }
            }
        }
        nodes = NoiseField.highPassed(raw, columns: columns, rows: rows)
    }

    /// Takes a binomial mean of 5 x 5 nodes from each.
    private static func highPassed(_ raw: [Float], columns: Int, rows: Int) -> [Float] {
        func smoothed(_ values: [Float], count: Int, step: Int, lines: Int, lineStep: Int) -> [Float] {
            var result = values
            for line in 0..<lines {
                for place in 2..<(count - 2) {
                    let at = line * lineStep + place * step
                    let near = values[at - step] + values[at + step]
                    let far = values[at - 2 * step] + values[at + 2 * step]
                    result[at] = (6 * values[at] + 4 * near + far) / 16
                }
            }
            return result
        }
        let along = smoothed(raw, count: columns, step: 1, lines: rows, lineStep: columns)
        let both = smoothed(along, count: rows, step: columns, lines: columns, lineStep: 1)
        return zip(raw, both).map { $0 - $1 }
    }

    /// Adds the field at some places, times an amplitude, to values.
    func add(to values: inout [Float], x: [Float], y: [Float], amplitude: Double) {
        unsafe toolmark_add_spline(
            &values,
            Int32(values.count),
            x,
            y,
            Float(originX),
            Float(originY),
            Float(1 / spacingX),
            Float(1 / spacingY),
            nodes,
            Int32(columns),
            Int32(rows),
            // A spline through random nodes keeps half of their deviation.
            Float(amplitude * 2)
        )
    }
}
