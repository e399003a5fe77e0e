import Foundation
import Surfaces

/// A primer as a scanner sees it: case head, groove, the flat ring with the mark, the lip and the hole of the firing pin.
struct PrimerScene {
    var columns = 420
    var rows = 420
    /// Micrometres.
    var pitch = 10.0
    /// The middle of the primer, micrometres.
    var centre = PlanePoint(x: 2_100, y: 2_050)
    /// The border of the flat ring.
    var edge = 1_500.0
    /// The hole and how far its middle lies from that of the primer.
    var hole = 550.0
    var holeShift = PlanePoint(x: 120, y: -60)
    var holeDepth = 250.0
    /// The tilt of the whole scan, micrometres a millimetre.
    var tilt = 15.0
    /// The rise of the dome between border and middle, micrometres.
    var dome = 0.0
    /// The amplitude of the mark.
    var roughness = 1.5
    var missing = 0.02
    var seed: UInt64 = 1

    func map() -> SurfaceMap {
        var generator = Seeded(state: seed)
        let waves = (0..<24).map { _ in
            let angle = Double.random(in: 0..<6.28, using: &generator)
            let length = Double.random(in: 40...300, using: &generator)
            return (
                cos(angle) * 6.28 / length, sin(angle) * 6.28 / length, Double.random(in: 0..<6.28, using: &generator)
            )
        }
        var map = SurfaceMap(columns: columns, rows: rows, pitchX: pitch, pitchY: pitch, repeating: 0)
        for row in 0..<rows {
            for column in 0..<columns {
                let (x, y) = (Double(column) * pitch, Double(row) * pitch)
                let (fromX, fromY) = (x - centre.x, y - centre.y)
                let radius = (fromX * fromX + fromY * fromY).squareRoot()
                var height = tilt * (x - y) / 1_000
                if radius < edge {
                    height += dome * (1 - radius * radius / edge / edge)
                    height += waves.reduce(0) { $0 + sin($1.0 * x + $1.1 * y + $1.2) } * roughness / 3.5
                } else if radius < edge + 350 {
                    height -= 150 * sin((radius - edge) / 350 * Double.pi)
                } else {
                    height += 35
                }
                let (holeX, holeY) = (fromX - holeShift.x, fromY - holeShift.y)
                let fromHole = (holeX * holeX + holeY * holeY).squareRoot()
                if fromHole < hole {
                    height -= holeDepth * (1 - fromHole * fromHole / hole / hole).squareRoot()
                } else if fromHole < hole + 60 {
                    height += 30 * (1 - (fromHole - hole) / 60)
                }
                height += Double.random(in: -0.1...0.1, using: &generator)
                map[column, row] = Double.random(in: 0..<1, using: &generator) < missing ? .nan : Float(height)
            }
        }
        return map
    }

    /// The flat ring without hole and lip.
    var ring: SurfaceMask {
        var mask = SurfaceMask(columns: columns, rows: rows, repeating: false)
        let middle = PlanePoint(x: centre.x + holeShift.x, y: centre.y + holeShift.y)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = PlanePoint(x: Double(column) * pitch, y: Double(row) * pitch)
                mask.inside[row * columns + column] =
                    place.distance(to: centre) < edge && place.distance(to: middle) > hole + 60
            }
        }
        return mask
    }
}
