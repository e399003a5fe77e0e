extension SurfaceMap {
    /// The map with half the points along each axis: each is the mean of the measured ones of two by two.
    ///
    /// A point is missing where fewer than two of the four were measured, so that the border of a mark neither grows nor
    /// shrinks from level to level. A last odd column or row falls away, as in the levels of a graphics texture; an axis
    /// of one point stays.
    public func halved() -> SurfaceMap {
        let across = columns > 1 ? 2 : 1
        let down = rows > 1 ? 2 : 1
        let (width, height) = (max(1, columns / 2), max(1, rows / 2))
        let least = across * down > 1 ? across * down / 2 : 1
        let source = values
        var halved = [Float](repeating: .nan, count: width * height)
        for row in 0..<height {
            for column in 0..<width {
                var sum: Float = 0
                var count = 0
                for y in 0..<down {
                    let first = (row * down + y) * columns + column * across
                    for place in first..<first + across where !source[place].isNaN {
                        sum += source[place]
                        count += 1
                    }
                }
                if count >= least { halved[row * width + column] = sum / Float(count) }
            }
        }
        return SurfaceMap(
            columns: width,
            rows: height,
            pitchX: pitchX * Double(across),
            pitchY: pitchY * Double(down),
            kind: kind,
            values: halved
        )
    }
}
