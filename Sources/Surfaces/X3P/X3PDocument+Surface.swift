extension X3PDocument {
    /// The surface as a map of heights in micrometres: x grows with the column, y with the row.
    ///
    /// Of several layers the first is taken. A profile gives a map of one row. Throws when the file holds a point
    /// cloud, when stored positions do not form a grid, or when no point holds a finite height.
    public func surface() throws(SurfacesError) -> SurfaceMap {
        let (columns, rows) = try gridSize()
        let pitchX = try pitch(axes.x, x, columns: columns, rows: rows, alongColumns: true)
        let pitchY = try pitch(axes.y, y, columns: columns, rows: rows, alongColumns: false)
        let orientation = orientation
        let heights = orientation.turn.apply(
            heights(count: columns * rows, negated: orientation.negatesHeights),
            columns: columns,
            rows: rows
        )
        let known = pitchX ?? pitchY ?? 1
        let turned = orientation.turn.transposes
        let map = SurfaceMap(
            columns: turned ? rows : columns,
            rows: turned ? columns : rows,
            pitchX: turned ? pitchY ?? known : pitchX ?? known,
            pitchY: turned ? pitchX ?? known : pitchY ?? known,
            values: heights
        )
        guard map.values.contains(where: { !$0.isNaN }) else {
            throw SurfacesError(
                code: .noValidPoints,
                detail: "None of the \(map.count) points holds a finite height. Measure the surface again."
            )
        }
        return map
    }

    /// Heights in micrometres in the order of the file; NaN where a point is invalid or not finite.
    func heights(count: Int, negated: Bool = false) -> [Float] {
        let sign = negated ? -1.0 : 1.0
        let scale = axes.z.increment * units.heightFactor * sign
        let offset = axes.z.offset * units.heightFactor * sign
        func converted<Stored>(_ values: [Stored], _ wide: (Stored) -> Double) -> [Float] {
            unsafe [Float](unsafeUninitializedCapacity: count) { buffer, filled in
                for index in 0..<count {
                    let height = Float(wide(values[index]) * scale + offset)
                    unsafe buffer[index] = abs(height) <= .greatestFiniteMagnitude ? height : .nan
                }
                filled = count
            }
        }
        var heights =
            switch z {
            case .int16(let values): converted(values) { Double($0) }
            case .int32(let values): converted(values) { Double($0) }
            case .float32(let values): converted(values) { Double($0) }
            case .float64(let values): converted(values) { $0 }
            }
        if let validity {
            for index in 0..<count where !validity[index] { heights[index] = .nan }
        }
        return heights
    }

    private func gridSize() throws(SurfacesError) -> (columns: Int, rows: Int) {
        switch (feature, dimensions) {
        case (.pointCloud, _):
            throw SurfacesError(
                code: .wrongFeature,
                detail:
                    "The file holds a point cloud (PCL), which has no grid. Export a surface (SUR), or use its points."
            )
        case (.surface, .list):
            throw SurfacesError(
                code: .wrongFeature,
                detail: "The file holds a surface as a list without a grid. Export it with a matrix dimension."
            )
        case (.profile, .list(let count)): return (count, 1)
        case (_, .matrix(let columns, let rows, _)): return (columns, rows)
        }
    }

    /// The distance between points along one axis, micrometres; nil where there is only one point.
    private func pitch(
        _ axis: X3PAxis,
        _ stored: X3PValues?,
        columns: Int,
        rows: Int,
        alongColumns: Bool
    ) throws(SurfacesError) -> Double? {
        let count = alongColumns ? columns : rows
        guard count > 1 else { return nil }
        let step = try stored.map { values throws(SurfacesError) in
            try evenStep(values, columns: columns, rows: rows, alongColumns: alongColumns)
        }
        let pitch = Self.plain(abs(axis.increment * (step ?? 1)) * units.lateralFactor)
        guard pitch > 0, pitch.isFinite else {
            throw SurfacesError(
                code: .malformed, detail: "The distance between points is \(pitch); it must be positive.")
        }
        return pitch
    }

    /// A length without the last bit that the change of its unit left: 6.25e-6 m are 6.25 micrometres.
    private static func plain(_ length: Double) -> Double {
        let rounded = (length * 1e9).rounded() / 1e9
        return abs(rounded - length) <= 4e-16 * length ? rounded : length
    }

    /// The step of stored positions. Throws when any of them is off its place by more than a quarter of a step.
    private func evenStep(
        _ values: X3PValues,
        columns: Int,
        rows: Int,
        alongColumns: Bool
    ) throws(SurfacesError) -> Double {
        let count = alongColumns ? columns : rows
        let first = values[0]
        let last = values[alongColumns ? columns - 1 : (rows - 1) * columns]
        let step = (last - first) / Double(count - 1)
        var isEven = step != 0 && step.isFinite
        for row in 0..<rows where isEven {
            for column in 0..<columns {
                let value = values[row * columns + column]
                let expected = first + step * Double(alongColumns ? column : row)
                if !value.isNaN, !(abs(value - expected) <= abs(step) / 4) { isEven = false }
            }
        }
        guard isEven else {
            throw SurfacesError(
                code: .unsupported,
                detail: "The stored positions do not form a grid with equal steps. Export the surface on a grid."
            )
        }
        return step
    }
}
