import Foundation
import Surfaces

/// A change to a scan that a comparison has to bear, or that makes a match a non-match.
struct Variant: Sendable {
    let name: String
    /// Whether scans of one source still match.
    var keepsMatch = true
    /// Both scans of a pair are changed, each in its own way.
    var changesBoth = false
    /// The sweep has to cover the full circle.
    var needsFullCircle = false
    let change: @Sendable (SurfaceMap, Int) -> SurfaceMap

    static let all: [Variant] = [
        Variant(name: "unchanged") { map, _ in map },
        Variant(name: "pitch-10") { map, _ in map.resampled(pitch: 10, degrees: 0) },
        Variant(name: "pitch-12.5") { map, _ in map.resampled(pitch: 12.5, degrees: 0) },
        Variant(name: "pitch-3.5") { map, _ in map.resampled(pitch: 3.5, degrees: 0) },
        Variant(name: "turned-17.3") { map, _ in map.resampled(pitch: map.pitchX, degrees: 17.3) },
        Variant(name: "turned--10.5") { map, _ in map.resampled(pitch: map.pitchX, degrees: -10.5) },
        Variant(name: "noise-0.5") { map, seed in map.noisy(0.5, seed: seed) },
        Variant(name: "noise-1.0") { map, seed in map.noisy(1.0, seed: seed) },
        Variant(name: "third-missing") { map, seed in map.cut(share: 0.33, seed: seed) },
        Variant(name: "third-missing-of-both", changesBoth: true) { map, seed in map.cut(share: 0.33, seed: seed) },
        Variant(name: "half-missing") { map, seed in map.cut(share: 0.5, seed: seed) },
        Variant(name: "holes") { map, seed in map.holed(share: 0.3, seed: seed) },
        Variant(name: "tilted") { map, seed in map.tilted(seed: seed) },
        Variant(name: "stretched-2%") { map, _ in
            SurfaceMap(
                columns: map.columns, rows: map.rows, pitchX: map.pitchX * 1.02, pitchY: map.pitchY, values: map.values)
        },
        Variant(name: "turned-137", needsFullCircle: true) { map, _ in map.resampled(pitch: map.pitchX, degrees: 137) },
        Variant(name: "mirrored", keepsMatch: false) { map, _ in map.mirrored() },
        Variant(name: "upside-down", keepsMatch: false) { map, _ in map.inverted() },
    ]
}

extension SurfaceMap {
    /// Bilinear samples on a grid of another pitch, turned about the middle; missing where less than half of the weight
    /// was measured.
    func resampled(pitch: Double, degrees: Double) -> SurfaceMap {
        let radians = degrees * .pi / 180
        let (cosine, sine) = (cos(radians), sin(radians))
        let (width, height) = (Double(self.columns) * pitchX, Double(self.rows) * pitchY)
        let columns = Int((width * abs(cosine) + height * abs(sine)) / pitch) + 1
        let rows = Int((width * abs(sine) + height * abs(cosine)) / pitch) + 1
        var out = [Float](repeating: .nan, count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let u = (Double(column) - Double(columns - 1) / 2) * pitch
                let v = (Double(row) - Double(rows - 1) / 2) * pitch
                let x = (cosine * u + sine * v) / pitchX + Double(self.columns - 1) / 2
                let y = (cosine * v - sine * u) / pitchY + Double(self.rows - 1) / 2
                let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
                var (sum, weight) = (0.0, 0.0)
                for (c, r) in [(left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1)]
                where c >= 0 && r >= 0 && c < self.columns && r < self.rows {
                    let value = values[r * self.columns + c]
                    guard value.isFinite else { continue }
                    let w = (1 - abs(x - Double(c))) * (1 - abs(y - Double(r)))
                    sum += w * Double(value)
                    weight += w
                }
                if weight >= 0.5 { out[row * columns + column] = Float(sum / weight) }
            }
        }
        return SurfaceMap(columns: columns, rows: rows, pitchX: pitch, pitchY: pitch, kind: kind, values: out)
    }

    private var deviation: Double {
        let finite = values.filter(\.isFinite).map(Double.init)
        let mean = finite.reduce(0, +) / Double(finite.count)
        return (finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count)).squareRoot()
    }

    /// White noise of a share of the heights' deviation.
    func noisy(_ share: Double, seed: Int) -> SurfaceMap {
        var random = SplitMix64(seed: UInt64(seed) + 99)
        let size = share * deviation
        var map = self
        map.values = values.map { $0 + Float(size * random.normal()) }
        return map
    }

    /// A straight cut that takes away a share of the width, at a random direction.
    func cut(share: Double, seed: Int) -> SurfaceMap {
        var random = SplitMix64(seed: UInt64(seed) + 7)
        let angle = random.uniform() * 2 * .pi
        let (nx, ny) = (cos(angle), sin(angle))
        let radius = Double(min(columns, rows)) / 2
        var map = self
        for row in 0..<rows {
            for column in 0..<columns {
                let d = (Double(column) - Double(columns) / 2) * nx + (Double(row) - Double(rows) / 2) * ny
                if d > radius * (1 - 2 * share) { map.values[row * columns + column] = .nan }
            }
        }
        return map
    }

    /// Round holes until a share of the points is gone.
    func holed(share: Double, seed: Int) -> SurfaceMap {
        var random = SplitMix64(seed: UInt64(seed) + 3)
        var map = self
        let goal = Int(Double(validCount) * (1 - share))
        while map.validCount > goal {
            let (x, y) = (random.uniform() * Double(columns), random.uniform() * Double(rows))
            let r = 3 + random.uniform() * 12
            for row in max(0, Int(y - r))..<min(rows, Int(y + r) + 1) {
                for column in max(0, Int(x - r))..<min(columns, Int(x + r) + 1)
                where (Double(column) - x) * (Double(column) - x) + (Double(row) - y) * (Double(row) - y) < r * r {
                    map.values[row * columns + column] = .nan
                }
            }
        }
        return map
    }

    /// A tilt across the map of three deviations: levelling that went wrong.
    func tilted(seed: Int) -> SurfaceMap {
        var random = SplitMix64(seed: UInt64(seed) + 5)
        let angle = random.uniform() * 2 * .pi
        let size = 3 * deviation
        var map = self
        for row in 0..<rows {
            for column in 0..<columns {
                let d =
                    (Double(column) / Double(columns) - 0.5) * cos(angle) + (Double(row) / Double(rows) - 0.5)
                    * sin(angle)
                map.values[row * columns + column] += Float(size * d)
            }
        }
        return map
    }

    func mirrored() -> SurfaceMap {
        var map = self
        for row in 0..<rows {
            for column in 0..<columns {
                map.values[row * columns + column] = values[row * columns + columns - 1 - column]
            }
        }
        return map
    }

    func inverted() -> SurfaceMap {
        var map = self
        map.values = values.map { -$0 }
        return map
    }
}

/// Seeded random numbers (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix64 {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
    mutating func normal() -> Double { (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform()) }
}
