/// What happens to a land after its barrel marked it, and to its heights in the instrument.
enum LandHarm {
    /// Adds dents, scratches, pits, the instrument's blur and its noise.
    static func add(
        to values: inout [Float],
        columns: Int,
        rows: Int,
        conditions: LandScanConditions,
        numbers: inout SeededNumbers
    ) {
        for _ in 0..<conditions.damage {
            switch numbers.below(3) {
            case 0: dent(&values, columns, rows, conditions.pitch, &numbers)
            case 1: scratch(&values, columns, rows, conditions.pitch, &numbers)
            default: scale(&values, columns, rows, conditions.pitch, &numbers)
            }
        }
        for _ in 0..<conditions.pits { pit(&values, columns, rows, conditions.pitch, &numbers) }
        blur(&values, columns, rows, conditions)
        guard conditions.noise > 0 else { return }
        for place in values.indices { values[place] += Float(conditions.noise * numbers.normal()) }
    }

    /// Changes the points inside an ellipse; `change` gets the distance from its centre, 0...1.
    private static func ellipse(
        _ values: inout [Float],
        _ columns: Int,
        _ rows: Int,
        centre: (Double, Double),
        radii: (Double, Double),
        change: (Float, Double) -> Float
    ) {
        let top = max(0, Int(centre.1 - radii.1))
        let bottom = min(rows - 1, Int(centre.1 + radii.1))
        let left = max(0, Int(centre.0 - radii.0))
        let right = min(columns - 1, Int(centre.0 + radii.0))
        for row in stride(from: top, through: bottom, by: 1) {
            for column in stride(from: left, through: right, by: 1) {
                let x = (Double(column) - centre.0) / radii.0
                let y = (Double(row) - centre.1) / radii.1
                let distance = x * x + y * y
                guard distance < 1 else { continue }
                values[row * columns + column] = change(values[row * columns + column], distance)
            }
        }
    }

    private static func place(_ columns: Int, _ rows: Int, _ numbers: inout SeededNumbers) -> (Double, Double) {
        (numbers.uniform(0...Double(columns)), numbers.uniform(0...Double(rows)))
    }

    /// A place pressed in, with its marks kept.
    private static func dent(
        _ values: inout [Float], _ columns: Int, _ rows: Int, _ pitch: Double, _ numbers: inout SeededNumbers
    ) {
        let centre = place(columns, rows, &numbers)
        let radii = (numbers.uniform(40...180) / pitch, numbers.uniform(30...200) / pitch)
        let depth = Float(numbers.uniform(2...10))
        ellipse(&values, columns, rows, centre: centre, radii: radii) { height, distance in
            height - depth * Float(1 - distance)
        }
    }

    /// A scratch across the striae, deeper than they are.
    private static func scratch(
        _ values: inout [Float], _ columns: Int, _ rows: Int, _ pitch: Double, _ numbers: inout SeededNumbers
    ) {
        var (x, y) = place(columns, rows, &numbers)
        let (dx, dy) = (numbers.normal(), numbers.normal())
        let depth = Float(numbers.uniform(1...5))
        let width = numbers.uniform(4...12) / pitch
        for _ in 0..<Int(numbers.uniform(60...250) / pitch) {
            ellipse(&values, columns, rows, centre: (x, y), radii: (width, width)) { height, distance in
                height - 0.2 * depth * Float(1 - distance)
            }
            x += dx
            y += dy
        }
    }

    /// A place whose surface came off: marks gone, or nothing measured.
    private static func scale(
        _ values: inout [Float], _ columns: Int, _ rows: Int, _ pitch: Double, _ numbers: inout SeededNumbers
    ) {
        let centre = place(columns, rows, &numbers)
        let radii = (numbers.uniform(30...130) / pitch, numbers.uniform(30...200) / pitch)
        let isLost = numbers.happens(0.5)
        let drop = Float(numbers.uniform(1...6))
        ellipse(&values, columns, rows, centre: centre, radii: radii) { height, _ in isLost ? .nan : height - drop }
    }

    private static func pit(
        _ values: inout [Float], _ columns: Int, _ rows: Int, _ pitch: Double, _ numbers: inout SeededNumbers
    ) {
        let centre = place(columns, rows, &numbers)
        let radius = numbers.uniform(3...14) / pitch
        let depth = Float(numbers.uniform(0.5...4))
        ellipse(&values, columns, rows, centre: centre, radii: (radius, radius)) { height, distance in
            height - depth * Float(1 - distance)
        }
    }

    /// Two running means along the rows stand for the instrument's limited sharpness.
    private static func blur(
        _ values: inout [Float], _ columns: Int, _ rows: Int, _ conditions: LandScanConditions
    ) {
        let reach = Int((conditions.resolution / conditions.pitch / 4).rounded())
        guard reach > 0 else { return }
        for _ in 0..<2 {
            for row in 0..<rows {
                let line = Array(values[row * columns..<(row + 1) * columns])
                for column in reach..<max(reach, columns - reach) {
                    var sum: Float = 0
                    for place in column - reach...column + reach { sum += line[place] }
                    values[row * columns + column] = sum / Float(2 * reach + 1)
                }
            }
        }
    }
}
