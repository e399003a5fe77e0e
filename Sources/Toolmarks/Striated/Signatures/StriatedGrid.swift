internal import Surfaces

/// A surface turned so that striae run roughly along its columns: a row is a cross-section through the striae.
struct StriatedGrid {
    /// Points across the striae.
    let columns: Int
    /// Points along the striae.
    let rows: Int
    /// Distance between neighbouring columns, micrometres.
    let pitchAcross: Double
    /// Distance between neighbouring rows, micrometres.
    let pitchAlong: Double
    /// Values row by row, NaN where missing.
    let values: [Float]

    /// Lays a map the right way for striae along one of its axes.
    init(_ map: SurfaceMap, striaeAlong axis: StriaeAxis) {
        switch axis {
        case .y:
            (columns, rows) = (map.columns, map.rows)
            (pitchAcross, pitchAlong) = (map.pitchX, map.pitchY)
            values = map.values
        case .x:
            (columns, rows) = (map.rows, map.columns)
            (pitchAcross, pitchAlong) = (map.pitchY, map.pitchX)
            values = Self.transposed(map.values, columns: map.columns, rows: map.rows)
        }
    }

    /// Square by square, so that the values of both sides stay in the processor's cache.
    private static func transposed(_ values: [Float], columns: Int, rows: Int) -> [Float] {
        let side = 32
        return unsafe [Float](unsafeUninitializedCapacity: values.count) { target, filled in
            unsafe values.withUnsafeBufferPointer { source in
                for top in stride(from: 0, to: rows, by: side) {
                    let bottom = min(top + side, rows)
                    for left in stride(from: 0, to: columns, by: side) {
                        for column in left..<min(left + side, columns) {
                            for row in top..<bottom {
                                unsafe target[column * rows + row] = source[row * columns + column]
                            }
                        }
                    }
                }
            }
            filled = values.count
        }
    }
}
