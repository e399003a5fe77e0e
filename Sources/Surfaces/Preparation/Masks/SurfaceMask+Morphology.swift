extension SurfaceMask {
    /// The mask without the points nearer than a distance to a point outside it.
    ///
    /// The border of the grid does not count as outside: a scan that ends within the mark is not eroded there.
    /// - Parameters:
    ///   - distance: micrometres; nothing changes at 0 or below.
    ///   - pitchX: micrometres between columns.
    ///   - pitchY: micrometres between rows.
    public func eroded(by distance: Double, pitchX: Double, pitchY: Double) -> SurfaceMask {
        guard distance > 0 else { return self }
        let squares = DistanceMap.squaredDistances(toOutsideOf: self, pitchX: pitchX, pitchY: pitchY)
        let limit = distance * distance
        return SurfaceMask(columns: columns, rows: rows, inside: squares.map { $0 > limit })
    }

    /// The mask with all points within a distance of it, in micrometres.
    public func dilated(by distance: Double, pitchX: Double, pitchY: Double) -> SurfaceMask {
        guard distance > 0 else { return self }
        return inverted.eroded(by: distance, pitchX: pitchX, pitchY: pitchY).inverted
    }

    /// The mask without parts narrower than twice a distance, in micrometres (erosion, then dilation).
    public func opened(by distance: Double, pitchX: Double, pitchY: Double) -> SurfaceMask {
        eroded(by: distance, pitchX: pitchX, pitchY: pitchY).dilated(by: distance, pitchX: pitchX, pitchY: pitchY)
    }

    /// The mask with gaps narrower than twice a distance closed, in micrometres (dilation, then erosion).
    public func closed(by distance: Double, pitchX: Double, pitchY: Double) -> SurfaceMask {
        inverted.opened(by: distance, pitchX: pitchX, pitchY: pitchY).inverted
    }
}

/// Exact Euclidean distances on a grid (Felzenszwalb, Huttenlocher 2012, doi:10.4086/toc.2012.v008a019).
enum DistanceMap {
    /// The squared distance of every point to the nearest point outside a mask, square micrometres; infinite when no
    /// point lies outside.
    static func squaredDistances(toOutsideOf mask: SurfaceMask, pitchX: Double, pitchY: Double) -> [Double] {
        let columns = mask.columns
        let rows = mask.rows
        var squares = mask.inside.map { $0 ? Double.infinity : 0 }
        var line = [Double](repeating: 0, count: max(columns, rows))
        var scratch = Envelope(capacity: max(columns, rows))
        for row in 0..<rows {
            for column in 0..<columns { line[column] = squares[row * columns + column] }
            scratch.transform(&line, count: columns, pitch: pitchX)
            for column in 0..<columns { squares[row * columns + column] = line[column] }
        }
        for column in 0..<columns {
            for row in 0..<rows { line[row] = squares[row * columns + column] }
            scratch.transform(&line, count: rows, pitch: pitchY)
            for row in 0..<rows { squares[row * columns + column] = line[row] }
        }
        return squares
    }

    /// The distance of every point to the border of a mask, micrometres: positive inside, negative outside. The border
    /// runs half a point from the points on both sides of it.
    static func signedDistances(toBorderOf mask: SurfaceMask, pitchX: Double, pitchY: Double) -> [Double] {
        let inner = squaredDistances(toOutsideOf: mask, pitchX: pitchX, pitchY: pitchY)
        let outer = squaredDistances(toOutsideOf: mask.inverted, pitchX: pitchX, pitchY: pitchY)
        let half = (pitchX + pitchY) / 4
        return inner.indices.map {
            mask.inside[$0] ? inner[$0].squareRoot() - half : half - outer[$0].squareRoot()
        }
    }

    /// The lower envelope of parabolas over one line of points.
    private struct Envelope {
        private var places: [Int]
        private var borders: [Double]
        private var results: [Double]

        init(capacity: Int) {
            places = [Int](repeating: 0, count: capacity)
            borders = [Double](repeating: 0, count: capacity + 1)
            results = [Double](repeating: 0, count: capacity)
        }

        mutating func transform(_ line: inout [Double], count: Int, pitch: Double) {
            var last = -1
            for place in 0..<count where line[place] < .infinity {
                let x = Double(place) * pitch
                var border = -Double.infinity
                while last >= 0 {
                    let other = Double(places[last]) * pitch
                    border = ((line[place] + x * x) - (line[places[last]] + other * other)) / (2 * (x - other))
                    if border > borders[last] { break }
                    last -= 1
                    border = -.infinity
                }
                last += 1
                places[last] = place
                borders[last] = border
                borders[last + 1] = .infinity
            }
            guard last >= 0 else { return }
            var current = 0
            for place in 0..<count {
                let x = Double(place) * pitch
                while borders[current + 1] < x { current += 1 }
                let gap = x - Double(places[current]) * pitch
                results[place] = gap * gap + line[places[current]]
            }
            for place in 0..<count { line[place] = results[place] }
        }
    }
}
