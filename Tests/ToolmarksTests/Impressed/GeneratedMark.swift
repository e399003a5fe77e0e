import Foundation
import Surfaces

@testable import Toolmarks

/// A surface that is known at every place, so that it can be measured turned and moved without resampling.
struct GeneratedMark {
    private let waves: [(x: Double, y: Double, phase: Double, height: Double)]
    /// The ring that is measured, micrometres from the middle.
    private let inner = 350.0
    private let outer = 1_150.0

    /// Sixty waves of 60 to 400 micrometres in all directions.
    init(seed: UInt64) {
        var random = SeededNormal(state: seed &* 7_919 &+ 3)
        waves = (0..<60).map { index in
            let length = 60 * pow(400.0 / 60, Double(index) / 59)
            let angle = Double.pi * random.next()
            let number = 2 * Double.pi / length
            return (number * cos(angle), number * sin(angle), Double.pi * random.next(), 1 + 0.3 * random.next())
        }
    }

    /// Measures the mark turned by `degrees` (from the x axis towards the y axis) and moved by `shift` micrometres.
    ///
    /// - Parameter keeps: whether a place of the unturned mark is measured.
    func measured(
        degrees: Double = 0,
        shift: (x: Double, y: Double) = (0, 0),
        pitch: Double = 10,
        keeps: (Double, Double) -> Bool = { _, _ in true }
    ) -> SurfaceMap {
        let side = Int(2 * outer / pitch) + 40
        let (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        var values = [Float](repeating: .nan, count: side * side)
        for row in 0..<side {
            for column in 0..<side {
                let u = (Double(column) - Double(side - 1) / 2) * pitch - shift.x
                let v = (Double(row) - Double(side - 1) / 2) * pitch - shift.y
                let (x, y) = (cosine * u + sine * v, cosine * v - sine * u)
                let radius = (x * x + y * y).squareRoot()
                guard radius >= inner, radius <= outer, keeps(x, y) else { continue }
                var height = 0.0
                for wave in waves { height += wave.height * cos(wave.x * x + wave.y * y + wave.phase) }
                values[row * side + column] = Float(height)
            }
        }
        return SurfaceMap(columns: side, rows: side, pitchX: pitch, pitchY: pitch, values: values)
    }
}
