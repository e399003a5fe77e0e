extension Picture {
    /// Draws a line with round ends.
    public mutating func drawLine(
        from start: PicturePoint,
        to end: PicturePoint,
        _ colour: Colour,
        width: Double = 1,
        opacity: Double = 1
    ) {
        drawPath([[start, end]], colour, width: width, opacity: opacity)
    }

    /// Draws lines from point to point, with round corners and ends.
    public mutating func drawPolyline(
        _ points: [PicturePoint],
        _ colour: Colour,
        width: Double = 1,
        opacity: Double = 1
    ) {
        drawPath([points], colour, width: width, opacity: opacity)
    }

    /// Draws the outline of a polygon.
    public mutating func drawPolygon(
        _ corners: [PicturePoint],
        _ colour: Colour,
        width: Double = 1,
        opacity: Double = 1
    ) {
        drawPath([corners + corners.prefix(1)], colour, width: width, opacity: opacity)
    }

    /// Draws the outline of a circle.
    public mutating func drawCircle(
        _ centre: PicturePoint,
        radius: Double,
        _ colour: Colour,
        width: Double = 1,
        opacity: Double = 1
    ) {
        drawPolygon(Self.circle(centre, radius), colour, width: width, opacity: opacity)
    }

    /// Draws several lines as one: where they cross, a colour that is not opaque does not become darker.
    mutating func drawPath(_ lines: [[PicturePoint]], _ colour: Colour, width thickness: Double, opacity: Double = 1) {
        let reach = thickness / 2 + 1
        let points = lines.joined().filter { $0.x.isFinite && $0.y.isFinite }
        guard thickness > 0, opacity > 0, let first = points.first else { return }
        var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
        for point in points {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        guard let columns = Self.pixels(left - reach, right + reach, width),
            let rows = Self.pixels(top - reach, bottom + reach, height)
        else { return }
        var cover = StrokeCover(columns: columns, rows: rows, halfWidth: thickness / 2)
        for line in lines {
            if line.count == 1 { cover.add(line[0], line[0]) }
            for (start, end) in zip(line, line.dropFirst()) { cover.add(start, end) }
        }
        for row in rows {
            for column in columns {
                blend(column, row, colour, opacity * Double(cover.part(column, row)))
            }
        }
    }

    /// The whole pixels between two places that lie in the picture; nil when there are none.
    static func pixels(_ first: Double, _ last: Double, _ count: Int) -> Range<Int>? {
        guard first < Double(count), last > 0, first.isFinite, last.isFinite else { return nil }
        return Int(max(0, first.rounded(.down)))..<Int(min(Double(count), last.rounded(.up)))
    }

    /// Enough corners that the sides of the polygon are not seen.
    static func circle(_ centre: PicturePoint, _ radius: Double) -> [PicturePoint] {
        let corners = max(12, min(720, Int(radius.squareRoot() * 16)))
        return (0..<corners).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(corners)
            return PicturePoint(
                centre.x + radius * ExactMath.cosine(angle),
                centre.y + radius * ExactMath.sine(angle)
            )
        }
    }
}

/// How much of each pixel lines cover, by the distance of its middle.
private struct StrokeCover {
    let columns: Range<Int>
    let rows: Range<Int>
    let halfWidth: Double
    private var parts: [Float]

    init(columns: Range<Int>, rows: Range<Int>, halfWidth: Double) {
        self.columns = columns
        self.rows = rows
        self.halfWidth = halfWidth
        parts = [Float](repeating: 0, count: columns.count * rows.count)
    }

    func part(_ column: Int, _ row: Int) -> Float {
        parts[(row - rows.lowerBound) * columns.count + column - columns.lowerBound]
    }

    mutating func add(_ start: PicturePoint, _ end: PicturePoint) {
        let reach = halfWidth + 1
        let (alongX, alongY) = (end.x - start.x, end.y - start.y)
        let square = alongX * alongX + alongY * alongY
        guard square.isFinite else { return }
        let top = min(start.y, end.y) - reach
        let bottom = max(start.y, end.y) + reach
        for row in rows where Double(row) + 1 > top && Double(row) < bottom {
            let y = Double(row) + 0.5
            // On a flat line far pixels of the row are passed over; on a steep one only those near it are looked at.
            var (left, right) = (min(start.x, end.x) - reach, max(start.x, end.x) + reach)
            if abs(alongY) > abs(alongX) {
                let middle = start.x + alongX * max(0, min(1, (y - start.y) / alongY))
                (left, right) = (middle - 2 * reach, middle + 2 * reach)
            }
            for column in columns where Double(column) + 1 > left && Double(column) < right {
                let x = Double(column) + 0.5
                var place = 0.0
                if square > 0 {
                    place = max(0, min(1, ((x - start.x) * alongX + (y - start.y) * alongY) / square))
                }
                let (offX, offY) = (x - start.x - place * alongX, y - start.y - place * alongY)
                let distance = (offX * offX + offY * offY).squareRoot()
                // A line thinner than a pixel becomes fainter.
                let part = Float(max(0, min(1, halfWidth + 0.5 - distance)) * min(1, 2 * halfWidth))
                let index = (row - rows.lowerBound) * columns.count + column - columns.lowerBound
                if part > parts[index] { parts[index] = part }
            }
        }
    }
}
