public import Surfaces

extension Registration {
    /// The second mark laid on the first: turned, moved and sampled at the points of the first.
    ///
    /// - Parameters:
    ///   - second: the surface to be laid, with the middle of its measured part (`PreparedMark.centre`).
    ///   - first: the surface whose grid the result has, with its middle.
    public func laying(
        _ second: SurfaceMap,
        centre secondCentre: Place,
        on first: SurfaceMap,
        centre firstCentre: Place
    ) -> SurfaceMap {
        var laid = SurfaceMap(
            columns: first.columns,
            rows: first.rows,
            pitchX: first.pitchX,
            pitchY: first.pitchY,
            kind: second.kind
        )
        var values = laid.values
        for row in 0..<first.rows {
            for column in 0..<first.columns {
                let place = Place(x: Double(column) * first.pitchX, y: Double(row) * first.pitchY)
                let there = onSecond(place - firstCentre) + secondCentre
                values[row * first.columns + column] = second.interpolated(at: there)
            }
        }
        laid.values = values
        return laid
    }
}

extension SurfaceMap {
    /// The value between four points, missing unless all were measured.
    fileprivate func interpolated(at place: Place) -> Float {
        let (x, y) = (place.x / pitchX, place.y / pitchY)
        guard x >= 0, y >= 0, x < Double(columns - 1), y < Double(rows - 1) else { return .nan }
        let (left, top) = (Int(x), Int(y))
        let (right, down) = (Float(x - Double(left)), Float(y - Double(top)))
        let at = top * columns + left
        let upper = values[at] * (1 - right) + values[at + 1] * right
        let lower = values[at + columns] * (1 - right) + values[at + columns + 1] * right
        return upper * (1 - down) + lower * down
    }
}
