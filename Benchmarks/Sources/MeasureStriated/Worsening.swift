import Surfaces

/// What is done to a real scan to see whether the comparison holds.
enum Worsening: String, CaseIterable {
    case none
    case cropLeft = "crop-left"
    case cropRight = "crop-right"
    case rotated
    case otherCrossCut = "other-cross-cut"
    case noise
    case coarse
    case wide
    case damage
    case rotatedDamage = "rotated-damage"
    case onItsSide = "on-its-side"

    /// The scan made worse; striae of the input run along x as in the scans of Hamby set 252.
    func apply(to map: SurfaceMap, seed: UInt64) -> SurfaceMap {
        var random = Random(state: seed &* 7919 &+ UInt64(map.columns * map.rows))
        switch self {
        case .none: return map
        case .cropLeft:
            let cut = Int(random.part() * 0.1 * Double(map.rows) + 0.18 * Double(map.rows))
            return part(map, columns: 0..<map.columns, rows: cut..<map.rows)
        case .cropRight:
            let cut = Int(random.part() * 0.1 * Double(map.rows) + 0.18 * Double(map.rows))
            return part(map, columns: 0..<map.columns, rows: 0..<map.rows - cut)
        case .rotated: return rotate(map, degrees: (1 + 2 * random.part()) * (random.part() < 0.5 ? -1 : 1))
        case .otherCrossCut: return part(map, columns: 80..<map.columns, rows: 0..<map.rows)
        case .noise:
            var noisy = map
            noisy.values = map.values.map { $0 + Float(random.normal()) }
            return noisy
        case .coarse: return coarse(map)
        case .wide:
            return SurfaceMap(
                columns: map.columns, rows: map.rows, pitchX: map.pitchX * 1.01, pitchY: map.pitchY * 1.01,
                values: map.values
            )
        case .damage: return damage(map, &random)
        case .rotatedDamage:
            return damage(rotate(map, degrees: (1 + 2 * random.part()) * (random.part() < 0.5 ? -1 : 1)), &random)
        case .onItsSide:
            var values: [Float] = []
            for column in 0..<map.columns {
                for row in 0..<map.rows { values.append(map[column, row]) }
            }
            return SurfaceMap(
                columns: map.rows, rows: map.columns, pitchX: map.pitchY, pitchY: map.pitchX, values: values
            )
        }
    }

    private func part(_ map: SurfaceMap, columns: Range<Int>, rows: Range<Int>) -> SurfaceMap {
        var values: [Float] = []
        for row in rows {
            values += map.values[row * map.columns + columns.lowerBound..<row * map.columns + columns.upperBound]
        }
        return SurfaceMap(
            columns: columns.count, rows: rows.count, pitchX: map.pitchX, pitchY: map.pitchY, values: values
        )
    }

    private func coarse(_ map: SurfaceMap) -> SurfaceMap {
        let columns = map.columns / 2
        let rows = map.rows / 2
        var values: [Float] = []
        for row in 0..<rows {
            for column in 0..<columns {
                values.append(
                    (map[2 * column, 2 * row] + map[2 * column + 1, 2 * row] + map[2 * column, 2 * row + 1]
                        + map[2 * column + 1, 2 * row + 1]) / 4
                )
            }
        }
        return SurfaceMap(columns: columns, rows: rows, pitchX: map.pitchX * 2, pitchY: map.pitchY * 2, values: values)
    }

    private func rotate(_ map: SurfaceMap, degrees: Double) -> SurfaceMap {
        let angle = degrees * Double.pi / 180
        // Small angles: three terms of the series are exact enough for a test.
        let sine = angle - angle * angle * angle / 6
        let cosine = 1 - angle * angle / 2
        var turned = SurfaceMap(columns: map.columns, rows: map.rows, pitchX: map.pitchX, pitchY: map.pitchY)
        var values = turned.values
        let centre = (Double(map.columns) / 2, Double(map.rows) / 2)
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                let (x, y) = (Double(column) - centre.0, Double(row) - centre.1)
                let fromX = cosine * x - sine * y + centre.0
                let fromY = sine * x + cosine * y + centre.1
                let (left, top) = (Int(fromX.rounded(.down)), Int(fromY.rounded(.down)))
                guard left >= 0, top >= 0, left + 1 < map.columns, top + 1 < map.rows else { continue }
                let (u, v) = (Float(fromX) - Float(left), Float(fromY) - Float(top))
                let above = map[left, top] * (1 - u) + map[left + 1, top] * u
                let below = map[left, top + 1] * (1 - u) + map[left + 1, top + 1] * u
                values[row * map.columns + column] = above * (1 - v) + below * v
            }
        }
        turned.values = values
        return turned
    }

    private func damage(_ map: SurfaceMap, _ random: inout Random) -> SurfaceMap {
        var harmed = map
        var values = map.values
        for _ in 0..<10 {
            let centre = (random.part() * Double(map.columns), random.part() * Double(map.rows))
            let radii = (20 + 180 * random.part(), 30 + 130 * random.part())
            let isLost = random.part() < 0.4
            let drop = Float(2 + 10 * random.part())
            for row in max(0, Int(centre.1 - radii.1))..<min(map.rows, Int(centre.1 + radii.1)) {
                for column in max(0, Int(centre.0 - radii.0))..<min(map.columns, Int(centre.0 + radii.0)) {
                    let x = (Double(column) - centre.0) / radii.0
                    let y = (Double(row) - centre.1) / radii.1
                    guard x * x + y * y < 1 else { continue }
                    let place = row * map.columns + column
                    values[place] = isLost ? .nan : values[place] - drop
                }
            }
        }
        harmed.values = values
        return harmed
    }
}

/// Numbers from a seed.
struct Random {
    var state: UInt64

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to 1.
    mutating func part() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// About normal.
    mutating func normal() -> Double { (part() + part() + part() + part() - 2) * 1.732 }
}
