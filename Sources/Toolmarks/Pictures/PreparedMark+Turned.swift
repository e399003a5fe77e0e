internal import Surfaces

extension PreparedMark {
    /// The mark's surface turned about the middle of the mark, from the x axis towards the y axis, for a picture.
    ///
    /// The middle of the mark comes to lie in the middle of the map.
    func turned(_ map: SurfaceMap, by degrees: Double) -> SurfaceMap {
        let turn = Turn(degrees: degrees)
        let pitch = min(map.pitchX, map.pitchY)
        let (width, height) = (
            abs(turn.cosine) * size.x + abs(turn.sine) * size.y, abs(turn.sine) * size.x + abs(turn.cosine) * size.y
        )
        let columns = max(1, Int(width / pitch) + 1)
        let rows = max(1, Int(height / pitch) + 1)
        var turned = SurfaceMap(columns: columns, rows: rows, pitchX: pitch, pitchY: pitch, kind: map.kind)
        var values = turned.values
        for row in 0..<rows {
            for column in 0..<columns {
                let place = turn.unturned(
                    Place(
                        x: (Double(column) - Double(columns - 1) / 2) * pitch,
                        y: (Double(row) - Double(rows - 1) / 2) * pitch
                    )
                )
                values[row * columns + column] = map.sample(at: place + centre)
            }
        }
        turned.values = values
        return turned.croppedAboutMiddle(margin: 0.1 * max(size.x, size.y))
    }
}

extension SurfaceMap {
    /// The map without empty borders, its middle kept; `margin` micrometres stay around the measured part.
    fileprivate func croppedAboutMiddle(margin: Double) -> SurfaceMap {
        var (reachX, reachY) = (0, 0)
        for row in 0..<rows {
            for column in 0..<columns where !values[row * columns + column].isNaN {
                reachX = max(reachX, max(columns - 1 - column, column) - (columns - 1) / 2)
                reachY = max(reachY, max(rows - 1 - row, row) - (rows - 1) / 2)
            }
        }
        let cutX = max(0, (columns - 1) / 2 - reachX - Int(margin / pitchX))
        let cutY = max(0, (rows - 1) / 2 - reachY - Int(margin / pitchY))
        let (width, height) = (columns - 2 * cutX, rows - 2 * cutY)
        var kept: [Float] = []
        kept.reserveCapacity(width * height)
        for row in cutY..<rows - cutY { kept += values[(row * columns + cutX)..<(row * columns + cutX + width)] }
        return SurfaceMap(
            columns: width,
            rows: height,
            pitchX: pitchX,
            pitchY: pitchY,
            kind: kind,
            values: kept
        )
    }

    /// The bilinear value at a place, micrometres from the first point; NaN beside a missing point.
    fileprivate func sample(at place: Place) -> Float {
        let (x, y) = (place.x / pitchX, place.y / pitchY)
        let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        guard left >= 0, top >= 0, left + 1 < columns, top + 1 < rows else { return .nan }
        let (right, down) = (Float(x - Double(left)), Float(y - Double(top)))
        let upper = values[top * columns + left] * (1 - right) + values[top * columns + left + 1] * right
        let below = top * columns + columns + left
        return upper * (1 - down) + (values[below] * (1 - right) + values[below + 1] * right) * down
    }
}
