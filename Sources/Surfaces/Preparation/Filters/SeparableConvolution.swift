/// Convolution of a grid with weights along the rows and along the columns; outside the grid everything is zero.
///
/// Every output is a sum in a fixed order from the centre of the weights outwards. Vector instructions work on several
/// outputs at a time and never on parts of one sum, so the result does not depend on their width.
enum SeparableConvolution {
    /// Convolves with weights that are the same on both sides of their centre.
    ///
    /// - Parameters:
    ///   - grid: `columns * rows` values.
    ///   - halfX: weights along x from the centre outwards.
    ///   - halfY: weights along y from the centre outwards.
    static func symmetric(_ grid: [Float], columns: Int, rows: Int, halfX: [Float], halfY: [Float]) -> [Float] {
        let across = alongRows(grid, columns: columns, rows: rows, half: halfX, sign: 1)
        return alongColumns(across, columns: columns, rows: rows, half: halfY, sign: 1)
    }

    /// Convolves every row. `sign` is 1 when the weight at -k equals that at k, and -1 when it is the negative.
    static func alongRows(_ grid: [Float], columns: Int, rows: Int, half: [Float], sign: Float) -> [Float] {
        let reach = half.count - 1
        var result = [Float](repeating: 0, count: columns * rows)
        var padded = [Float](repeating: 0, count: columns + 2 * reach)
        unsafe grid.withUnsafeBufferPointer { source in
            unsafe result.withUnsafeMutableBufferPointer { target in
                unsafe padded.withUnsafeMutableBufferPointer { line in
                    guard let source = source.baseAddress, let target = target.baseAddress,
                        let line = line.baseAddress
                    else { return }
                    for row in 0..<rows {
                        unsafe (line + reach).update(from: source + row * columns, count: columns)
                        unsafe scale(target + row * columns, line + reach, half[0], columns)
                        for place in stride(from: 1, through: reach, by: 1) {
                            unsafe addPair(
                                target + row * columns,
                                line + reach + place,
                                line + reach - place,
                                half[place],
                                sign,
                                columns
                            )
                        }
                    }
                }
            }
        }
        return result
    }

    /// Convolves every column; `sign` as for the rows.
    static func alongColumns(_ grid: [Float], columns: Int, rows: Int, half: [Float], sign: Float) -> [Float] {
        let reach = half.count - 1
        var result = [Float](repeating: 0, count: columns * rows)
        let zeros = [Float](repeating: 0, count: columns)
        unsafe grid.withUnsafeBufferPointer { source in
            unsafe result.withUnsafeMutableBufferPointer { target in
                unsafe zeros.withUnsafeBufferPointer { zeros in
                    guard let source = source.baseAddress, let target = target.baseAddress,
                        let zeros = zeros.baseAddress
                    else { return }
                    for row in 0..<rows {
                        unsafe scale(target + row * columns, source + row * columns, half[0], columns)
                        for place in stride(from: 1, through: reach, by: 1) {
                            let hasBelow = row + place < rows
                            let hasAbove = row >= place
                            if !hasBelow && !hasAbove { break }
                            unsafe addPair(
                                target + row * columns,
                                hasBelow ? source + (row + place) * columns : zeros,
                                hasAbove ? source + (row - place) * columns : zeros,
                                half[place],
                                sign,
                                columns
                            )
                        }
                    }
                }
            }
        }
        return result
    }

    @inline(__always)
    private static func scale(
        _ target: UnsafeMutablePointer<Float>,
        _ source: UnsafePointer<Float>,
        _ weight: Float,
        _ count: Int
    ) {
        for place in 0..<count { unsafe target[place] = weight * source[place] }
    }

    @inline(__always)
    private static func addPair(
        _ target: UnsafeMutablePointer<Float>,
        _ after: UnsafePointer<Float>,
        _ before: UnsafePointer<Float>,
        _ weight: Float,
        _ sign: Float,
        _ count: Int
    ) {
        if sign > 0 {
            for place in 0..<count { unsafe target[place] += weight * (after[place] + before[place]) }
        } else {
            for place in 0..<count { unsafe target[place] += weight * (after[place] - before[place]) }
        }
    }
}
