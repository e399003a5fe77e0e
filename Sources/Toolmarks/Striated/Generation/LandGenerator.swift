public import Surfaces

/// Makes scans of land engraved areas whose truth is known, from seeds.
///
/// A land has individual striae of its barrel, waves shared by all barrels of a kind, a round form, shoulders of varying
/// width, a twist, a middle that is engraved near the base only, and the harm that conditions ask for. The same seeds and
/// conditions give the same scan on every machine.
public struct LandGenerator: Sendable, Hashable {
    /// Decides the barrel: every seed is another one.
    public var barrel: UInt64
    /// Decides the shot: marks, wear and damage of one bullet.
    public var bullet: UInt64

    /// A bullet fired through a barrel.
    public init(barrel: UInt64, bullet: UInt64) {
        self.barrel = barrel
        self.bullet = bullet
    }

    /// A scan of one land, counted from 0 round the bullet.
    public func scan(land: Int, _ conditions: LandScanConditions = LandScanConditions()) -> SurfaceMap {
        var numbers = SeededNumbers(barrel, bullet, UInt64(land), 3)
        let generated = GeneratedLand(barrel: barrel, land: land, subclass: conditions.subclass)
            .worn(by: conditions.wear, numbers: &numbers)
        let scale = conditions.lateralScale
        let pitch = conditions.pitch
        let left = 260 - conditions.cropLeft
        let width = generated.width + 520 - conditions.cropLeft - conditions.cropRight
        let columns = Int(width * scale / pitch)
        let rows = max(2, Int(conditions.length / pitch))
        let slope = Self.tangent(degrees: conditions.twist)
        let parts = 8
        let profiles = (0..<parts).map { generated.profile(along: (Double($0) + 0.5) / Double(parts)) }
        let tilt = (numbers.uniform(-0.01...0.01), numbers.uniform(-0.02...0.02))
        var map = SurfaceMap(columns: columns, rows: rows, pitchX: pitch, pitchY: pitch)
        var values = map.values
        for row in 0..<rows {
            let y = Double(row) * pitch
            let profile = profiles[min(parts - 1, parts * row / rows)]
            for column in 0..<columns {
                let x = Double(column) * pitch / scale
                let u = x - slope * (y - conditions.length / 2) - left
                let fromCentre = x - width / 2
                let form = -fromCentre * fromCentre / 9_000 + tilt.0 * x + tilt.1 * y
                values[row * columns + column] = Float(form + Self.height(u, y, generated, profile, conditions))
            }
        }
        LandHarm.add(to: &values, columns: columns, rows: rows, conditions: conditions, numbers: &numbers)
        Self.loseShoulders(&values, columns, rows, left, slope, generated, conditions, &numbers)
        map.values = values
        return conditions.isTurned ? map.onItsSide : map
    }

    /// The height above the land's form: striae on the land, shoulders, groove impressions beyond.
    private static func height(
        _ u: Double,
        _ y: Double,
        _ land: GeneratedLand,
        _ profile: [Float],
        _ conditions: LandScanConditions
    ) -> Double {
        if u < 0 { return land.depth * smoothStep(-u / land.shoulders.left) }
        if u > land.width { return land.depth * smoothStep((u - land.width) / land.shoulders.right) }
        let place = Int(u)
        let part = Float(u - Double(place))
        let next = min(place + 1, profile.count - 1)
        let marks = Double(profile[place] + part * (profile[next] - profile[place]))
        // The edges of a land are pressed in over its whole length, the middle near the base only.
        let side = 2 * u / land.width - 1
        let depth = conditions.engraved + 1_500 * side * side * side * side
        let fade = min(1, max(0, 1 - (y - depth) / 80))
        return marks * fade
    }

    /// Steep places cannot be measured.
    private static func loseShoulders(
        _ values: inout [Float],
        _ columns: Int,
        _ rows: Int,
        _ left: Double,
        _ slope: Double,
        _ land: GeneratedLand,
        _ conditions: LandScanConditions,
        _ numbers: inout SeededNumbers
    ) {
        for row in 0..<rows {
            let shift = left + slope * (Double(row) * conditions.pitch - conditions.length / 2)
            for column in 0..<columns {
                let u = Double(column) * conditions.pitch / conditions.lateralScale - shift
                let isSteep =
                    u < -0.3 * land.shoulders.left && u > -land.shoulders.left
                    || u > land.width + 0.3 * land.shoulders.right && u < land.width + land.shoulders.right
                if isSteep && numbers.happens(0.5) || numbers.happens(conditions.missing) {
                    values[row * columns + column] = .nan
                }
            }
        }
    }

    private static func smoothStep(_ x: Double) -> Double {
        let part = min(1, max(0, x))
        return part * part * (3 - 2 * part)
    }

    /// The tangent of a small angle by its series: the same bits everywhere.
    private static func tangent(degrees: Double) -> Double {
        let angle = degrees * Double.pi / 180
        let square = angle * angle
        return angle * (1 + square * (1.0 / 3 + square * (2.0 / 15 + square * 17 / 315)))
    }
}

extension SurfaceMap {
    /// The map turned by a quarter, striae along x.
    fileprivate var onItsSide: SurfaceMap {
        var turned: [Float] = []
        turned.reserveCapacity(values.count)
        for column in 0..<columns {
            for row in 0..<rows { turned.append(values[(rows - 1 - row) * columns + column]) }
        }
        return SurfaceMap(columns: rows, rows: columns, pitchX: pitchY, pitchY: pitchX, kind: kind, values: turned)
    }
}
