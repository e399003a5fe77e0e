/// Keeping an upright rectangle of a surface and dropping the rest; the rectangle is in micrometres on the surface as it
/// is before the step.
struct Crop: PreparationOperation {
    var rectangle: PlaneRectangle

    func check() throws(SurfacesError) {
        guard rectangle.width > 0, rectangle.height > 0, rectangle.origin.x.isFinite, rectangle.origin.y.isFinite else {
            throw .setting("crop", "The rectangle has no extent. Give it a size above zero in micrometres.")
        }
    }

    func run(on state: inout PreparationState, notes: inout StepNotes) throws(SurfacesError) {
        let map = state.map
        let columns = Self.range(rectangle.origin.x, rectangle.width, map.pitchX, map.columns)
        let rows = Self.range(rectangle.origin.y, rectangle.height, map.pitchY, map.rows)
        guard let columns, let rows else {
            throw .setting("crop", "The rectangle lies outside the surface. Give one that overlaps it.")
        }
        state.cut(columns: columns, rows: rows)
    }

    private static func range(_ origin: Double, _ extent: Double, _ pitch: Double, _ count: Int) -> Range<Int>? {
        let first = max(0, (origin / pitch - 1e-9).rounded(.up))
        let last = min(Double(count - 1), ((origin + extent) / pitch + 1e-9).rounded(.down))
        return first <= last ? Int(first)..<Int(last) + 1 : nil
    }
}

/// Dropping the rows and columns at the borders that hold no value.
struct Trim: PreparationOperation {
    func check() {}

    func run(on state: inout PreparationState, notes: inout StepNotes) {
        let map = state.map
        var left = map.columns
        var right = -1
        var top = map.rows
        var bottom = -1
        for row in 0..<map.rows {
            for column in 0..<map.columns where !map.values[row * map.columns + column].isNaN {
                left = min(left, column)
                right = max(right, column)
                top = min(top, row)
                bottom = max(bottom, row)
            }
        }
        if left <= right { state.cut(columns: left..<right + 1, rows: top..<bottom + 1) }
    }
}

/// Making every point outside a region missing.
struct Masking: PreparationOperation {
    var shape: MaskShape

    func check() {}

    func run(on state: inout PreparationState, notes: inout StepNotes) throws(SurfacesError) {
        state.map = try state.map.masked(by: shape.mask(for: state.map))
    }
}

/// Making points missing that lie near a missing one.
struct Erosion: PreparationOperation {
    /// Micrometres.
    var distance: Double

    func check() throws(SurfacesError) {
        guard distance >= 0, distance.isFinite else {
            throw .setting("erode", "The distance \(distance) is negative. Give micrometres from zero up.")
        }
    }

    func run(on state: inout PreparationState, notes: inout StepNotes) throws(SurfacesError) {
        let mask = SurfaceMask(validPointsOf: state.map)
        state.map = try state.map.masked(
            by: mask.eroded(by: distance, pitchX: state.map.pitchX, pitchY: state.map.pitchY)
        )
    }
}

extension PreparationState {
    /// Keeps a block of rows and columns.
    mutating func cut(columns: Range<Int>, rows: Range<Int>) {
        if columns.count == map.columns && rows.count == map.rows { return }
        var values: [Float] = []
        values.reserveCapacity(columns.count * rows.count)
        for row in rows {
            let base = row * map.columns
            values.append(contentsOf: map.values[base + columns.lowerBound..<base + columns.upperBound])
        }
        origin.x += Double(columns.lowerBound) * map.pitchX
        origin.y += Double(rows.lowerBound) * map.pitchY
        map = SurfaceMap(
            columns: columns.count,
            rows: rows.count,
            pitchX: map.pitchX,
            pitchY: map.pitchY,
            kind: map.kind,
            values: values
        )
    }
}
