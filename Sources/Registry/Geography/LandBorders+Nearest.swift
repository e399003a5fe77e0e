public import Firearms
import Foundation

extension LandBorders {
    /// The border nearest to a place.
    public struct Nearest: Sendable, Hashable {
        /// How far it is, kilometres.
        public var kilometres: Double
        /// The countries on its two sides; fewer where a side has no code of ISO 3166-1.
        public var countries: [Country]
    }

    /// The border nearest to a place, to whichever side of it the place lies; nil where there are no borders at all.
    public func nearest(to place: Coordinates) -> Nearest? {
        let point = SIMD3.onSphere(latitude: place.latitude, longitude: place.longitude)
        // The nearest lines first, so that most need no look at their points.
        let candidates = lines.map { (line: $0, least: ($0.centre - point).length - $0.radius) }
            .sorted { $0.least < $1.least }
        var best: (chord: Double, line: Line)?
        for (line, least) in candidates {
            if let best, least >= best.chord { break }
            let chord = line.chord(to: point)
            if chord < best?.chord ?? .infinity { best = (chord, line) }
        }
        return best.map { best in
            Nearest(
                kilometres: 2 * Coordinates.meanRadiusKilometres * asin(min(1, best.chord / 2)),
                countries: best.line.countries
            )
        }
    }
}

extension LandBorders.Line {
    /// The distance from a point of the unit sphere, in its radii and straight through the ground.
    func chord(to point: SIMD3<Double>) -> Double {
        var least = points.count == 1 ? (points[0] - point).length : Double.infinity
        for (one, other) in zip(points, points.dropFirst()) {
            let (step, way) = (other - one, point - one)
            let length = (step * step).sum()
            let share = length > 0 ? min(1, max(0, (step * way).sum() / length)) : 0
            least = min(least, (way - share * step).length)
        }
        return least
    }
}
