internal import Surfaces

/// Means of the rows of a land in bands across the striae, every row moved along the direction of the striae first.
///
/// Averaging along the striae keeps what they share and wears down everything else: noise, pitting, single scratches.
enum CrossCuts {
    /// Bands of a given height without gaps between them.
    ///
    /// - Parameters:
    ///   - grid: the scan, striae along the columns.
    ///   - form: what is taken away first; nil for nothing.
    ///   - slope: shift across for one micrometre along, in micrometres.
    ///   - step: height of a band, micrometres; at least two bands are made where there are two rows.
    static func bands(of grid: StriatedGrid, less form: LandForm?, slope: Double, step: Double) -> ProfileStack {
        let height = max(1, min(Int((step / grid.pitchAlong).rounded()), grid.rows / 2))
        let count = max(1, grid.rows / height)
        let shift = slope * grid.pitchAlong / grid.pitchAcross
        let margin = Int((abs(shift) * Double(grid.rows) / 2).rounded(.up)) + 1
        let length = grid.columns + 2 * margin
        var sums = [Float](repeating: 0, count: length)
        var present = sums
        var values = [Float](repeating: .nan, count: count * length)
        for band in 0..<count {
            for place in 0..<length {
                sums[place] = 0
                present[place] = 0
            }
            for row in band * height..<(band + 1) * height {
                let start = margin - Int((shift * (Double(row) - Double(grid.rows) / 2)).rounded())
                add(grid, row: row, form: form?.line(row: row), to: &sums, &present, at: start)
            }
            for place in 0..<length where 2 * present[place] >= Float(height) {
                values[band * length + place] = sums[place] / present[place]
            }
        }
        return ProfileStack(count: count, length: length, pitch: grid.pitchAcross, values: values)
    }

    private static func add(
        _ grid: StriatedGrid,
        row: Int,
        form: (start: Double, step: Double, curve: Double)?,
        to sums: inout [Float],
        _ present: inout [Float],
        at start: Int
    ) {
        let first = Float(form?.start ?? 0)
        let step = Float(form?.step ?? 0)
        let curve = Float(form?.curve ?? 0)
        unsafe grid.values.withUnsafeBufferPointer { source in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                unsafe present.withUnsafeMutableBufferPointer { present in
                    for column in 0..<grid.columns {
                        let x = Float(column)
                        let height = unsafe source[row * grid.columns + column] - (first + x * (step + x * curve))
                        let isPresent = abs(height) <= .greatestFiniteMagnitude
                        unsafe sums[start + column] += isPresent ? height : 0
                        unsafe present[start + column] += isPresent ? 1 : 0
                    }
                }
            }
        }
    }
}
