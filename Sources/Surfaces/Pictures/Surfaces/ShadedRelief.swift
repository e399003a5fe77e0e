/// A surface as if a lamp shone on it from the side: the picture in which an examiner knows a mark.
///
/// Brightness is the cosine between the normal of the surface and the direction of the light (Lambert's law). Slopes come
/// from differences between the valid neighbours of a point, so that the border of a mark casts no false edge.
public struct ShadedRelief: Sendable, Hashable, Codable {
    /// Where the light comes from, degrees clockwise from the upper edge of the picture; 315 is the upper left.
    public var azimuth: Double
    /// How high the light stands above the surface, degrees.
    public var elevation: Double
    /// What heights are multiplied with before they are shaded; nil chooses by the slopes of the surface.
    public var exaggeration: Double?

    /// A relief from the place of its light, degrees, and the exaggeration of heights.
    public init(azimuth: Double = 315, elevation: Double = 45, exaggeration: Double? = nil) {
        self.azimuth = azimuth
        self.elevation = elevation
        self.exaggeration = exaggeration
    }

    /// The brightness of every point, 0 to 1, and the exaggeration that was used; NaN where a point is missing.
    func shade(_ map: SurfaceMap) -> (brightness: [Float], exaggeration: Double) {
        let slopes = Slopes(map)
        let factor = exaggeration ?? Self.exaggeration(for: slopes)
        let (azimuth, elevation) = (azimuth * Double.pi / 180, elevation * Double.pi / 180)
        let lightX = Float(ExactMath.sine(azimuth) * ExactMath.cosine(elevation))
        // Rows count downwards, so the upper edge lies towards smaller y.
        let lightY = Float(-ExactMath.cosine(azimuth) * ExactMath.cosine(elevation))
        let lightZ = Float(ExactMath.sine(elevation))
        let scale = Float(factor)
        var brightness = [Float](repeating: .nan, count: map.count)
        for place in brightness.indices where !map.values[place].isNaN {
            let x = -slopes.x[place] * scale
            let y = -slopes.y[place] * scale
            let length = (x * x + y * y + 1).squareRoot()
            brightness[place] = max(0, (x * lightX + y * lightY + lightZ) / length)
        }
        return (brightness, factor)
    }

    /// The exaggeration at which usual slopes become 0.35, in two digits: plastic without drowning in shadow.
    private static func exaggeration(for slopes: Slopes) -> Double {
        guard let usual = Median.deviation(ofResiduals: slopes.x + slopes.y), usual > 0 else { return 1 }
        let wanted = max(0.01, min(10_000, 0.35 / Double(usual)))
        var power = 1.0
        while wanted / power >= 100 { power *= 10 }
        while wanted / power < 10 { power /= 10 }
        return (wanted / power).rounded() * power
    }
}

/// The slope of a surface along x and y at every point; NaN where a point is missing.
private struct Slopes {
    var x: [Float]
    var y: [Float]

    init(_ map: SurfaceMap) {
        let values = map.values
        x = [Float](repeating: .nan, count: values.count)
        y = x
        let (stepX, stepY) = (Float(1 / map.pitchX), Float(1 / map.pitchY))
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                let place = row * map.columns + column
                let here = values[place]
                guard !here.isNaN else { continue }
                let left = column > 0 ? values[place - 1] : .nan
                let right = column < map.columns - 1 ? values[place + 1] : .nan
                let above = row > 0 ? values[place - map.columns] : .nan
                let below = row < map.rows - 1 ? values[place + map.columns] : .nan
                x[place] = Self.slope(left, here, right) * stepX
                y[place] = Self.slope(above, here, below) * stepY
            }
        }
    }

    @inline(__always)
    private static func slope(_ before: Float, _ here: Float, _ after: Float) -> Float {
        if before.isNaN { return after.isNaN ? 0 : after - here }
        return after.isNaN ? here - before : (after - before) / 2
    }
}
