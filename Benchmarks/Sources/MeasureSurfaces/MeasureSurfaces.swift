import Foundation
import Surfaces
import Toolmarks

/// Measures how long scans take to read, to prepare and to draw, in processor time on one core.
///
///     MeasureSurfaces [FILE.x3p ...]
///
/// Without files, scans are generated: a land of some 3.6 MB and a prepared breech face of some 0.7 MB as files, and a
/// raw breech face of 1,100 x 1,100 points. Each figure is the median of its rounds; the bar stands beside it.
@main
struct MeasureSurfaces {
    static func main() throws {
        let files = Array(Swift.CommandLine.arguments.dropFirst())
        for path in files {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            try reading(URL(filePath: path).lastPathComponent, bytes, bar: nil)
        }
        if files.isEmpty { try generated() }
    }

    private static func generated() throws {
        let tool = GeneratedTool(.granular, seed: 7)
        let firing = tool.firing(0)
        let face = firing.prepared(pitch: 6.25)
        try reading("breech face", try X3PDocument(face).encoded(), bar: 8)
        try reading("land", try X3PDocument(land()).encoded(), bar: 20)

        let raw = cut(firing.raw(pitch: 4.45), side: 1_100)
        let whole = try median(rounds: 11) { _ = try Preparation.breechFace.apply(to: raw) }
        report("prepare a raw breech face, \(raw.columns) x \(raw.rows) points", whole, bar: 300)
        var state = raw
        for step in Preparation.breechFace.steps {
            let before = state
            let time = try median(rounds: 5) { state = try Preparation([step]).apply(to: before).surface }
            report("  \(step.name)", time, bar: nil)
        }
        report(
            "draw it as a relief with scales", try median(rounds: 5) { _ = try SurfaceRendering().draw(raw) }, bar: nil)
        let drawn = try SurfaceRendering().draw(raw).picture
        report("pack the picture as PNG", try median(rounds: 5) { _ = try drawn.png() }, bar: nil)
    }

    private static func reading(_ name: String, _ bytes: [UInt8], bar: Double?) throws {
        let time = try median(rounds: 21) { _ = try SurfaceFile.read(bytes, name: name) }
        let quick = SurfaceReadingOptions(verifiesChecksums: false)
        let unverified = try median(rounds: 21) { _ = try SurfaceFile.read(bytes, name: name, options: quick) }
        let map = try SurfaceFile.read(bytes).surface
        let size = String(format: "%.1f MB", Double(bytes.count) / 1e6)
        report("read \(name), \(size), \(map.columns) x \(map.rows)", time, bar: bar)
        report("  without verifying checksums", unverified, bar: nil)
    }

    /// A land as instruments store it: type D, some points missing, noise in the last digits.
    private static func land() -> SurfaceMap {
        var map = SurfaceMap(columns: 377, rows: 1_588, pitchX: 1.5625, pitchY: 1.5625, repeating: 0)
        var state: UInt64 = 5
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let noise = Float(state >> 40) / Float(1 << 24)
                let place = Float(row) / Float(map.rows) - 0.5
                let striae = (Float(row) * 0.21).truncatingRemainder(dividingBy: 3)
                map[column, row] = state >> 32 & 63 == 0 ? .nan : -300 * place * place + striae + noise * 0.3
            }
        }
        return map
    }

    /// The middle of a map.
    private static func cut(_ map: SurfaceMap, side: Int) -> SurfaceMap {
        let (columns, rows) = (min(side, map.columns), min(side, map.rows))
        let (left, top) = ((map.columns - columns) / 2, (map.rows - rows) / 2)
        let values = (top..<top + rows).flatMap { row in
            map.values[row * map.columns + left..<row * map.columns + left + columns]
        }
        return SurfaceMap(columns: columns, rows: rows, pitchX: map.pitchX, pitchY: map.pitchY, values: values)
    }

    /// The median of the processor time that some work takes, milliseconds.
    private static func median(rounds: Int, _ work: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = clock()
            try work()
            times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1_000)
        }
        return times.sorted()[rounds / 2]
    }

    private static func report(_ what: String, _ time: Double, bar: Double?) {
        let verdict = bar.map { String(format: "  bar %.0f ms: %@", $0, time <= $0 ? "met" : "MISSED") } ?? ""
        print(what.padding(toLength: 52, withPad: " ", startingAt: 0) + String(format: "%8.1f ms", time) + verdict)
    }
}
