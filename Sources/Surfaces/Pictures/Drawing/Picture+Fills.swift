extension Picture {
    /// Fills an upright rectangle.
    public mutating func fillRectangle(
        _ corner: PicturePoint,
        width: Double,
        height: Double,
        _ colour: Colour,
        opacity: Double = 1
    ) {
        fillPolygon(Self.corners(corner, width, height), colour, opacity: opacity)
    }

    /// Draws the outline of an upright rectangle.
    public mutating func drawRectangle(
        _ corner: PicturePoint,
        width: Double,
        height: Double,
        _ colour: Colour,
        line: Double = 1,
        opacity: Double = 1
    ) {
        drawPolygon(Self.corners(corner, width, height), colour, width: line, opacity: opacity)
    }

    /// Fills a circle.
    public mutating func fillCircle(
        _ centre: PicturePoint,
        radius: Double,
        _ colour: Colour,
        opacity: Double = 1
    ) {
        fillPolygon(Self.circle(centre, radius), colour, opacity: opacity)
    }

    /// Fills a polygon; where it crosses itself, parts that lie within twice are outside.
    public mutating func fillPolygon(_ corners: [PicturePoint], _ colour: Colour, opacity: Double = 1) {
        guard corners.count >= 3, opacity > 0, corners.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
        let ys = corners.map(\.y)
        let top = ys.reduce(.infinity, min)
        let bottom = ys.reduce(-.infinity, max)
        guard let rows = Self.pixels(top, bottom, height) else { return }
        // Each row of pixels is cut into slices; along a slice the covered part of a pixel is exact.
        let slices = 8
        var cover = [Double](repeating: 0, count: width)
        for row in rows {
            var touched = width..<width
            for slice in 0..<slices {
                let y = Double(row) + (Double(slice) + 0.5) / Double(slices)
                let crossings = Self.crossings(corners, y)
                for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                    guard let span = Self.pixels(crossings[pair], crossings[pair + 1], width) else { continue }
                    for column in span {
                        let left = max(crossings[pair], Double(column))
                        let right = min(crossings[pair + 1], Double(column + 1))
                        cover[column] += max(0, right - left) / Double(slices)
                    }
                    touched = min(touched.lowerBound, span.lowerBound)..<width
                }
            }
            for column in touched where cover[column] > 0 {
                blend(column, row, colour, opacity * cover[column])
                cover[column] = 0
            }
        }
    }

    private static func corners(_ corner: PicturePoint, _ width: Double, _ height: Double) -> [PicturePoint] {
        [
            corner, PicturePoint(corner.x + width, corner.y),
            PicturePoint(corner.x + width, corner.y + height), PicturePoint(corner.x, corner.y + height),
        ]
    }

    private static func crossings(_ corners: [PicturePoint], _ y: Double) -> [Double] {
        var crossings: [Double] = []
        var previous = corners[corners.count - 1]
        for corner in corners {
            if (previous.y > y) != (corner.y > y) {
                crossings.append(previous.x + (y - previous.y) / (corner.y - previous.y) * (corner.x - previous.x))
            }
            previous = corner
        }
        return crossings.sorted()
    }
}
