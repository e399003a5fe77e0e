/// Taking away single points and small groups that stand out from their surroundings: dust, spikes, drop-outs.
///
/// Every point is compared with the median of the 5 x 5 points around it (medians of rows, then of the columns of
/// those). A point goes when it lies further away than both limits.
public struct OutlierRemoval: Sendable, Hashable, Codable {
    /// The least distance from the surroundings, micrometres (or parts of 1 for brightness).
    public var smallestHeight: Double
    /// The least distance in robust standard deviations of all such distances.
    public var deviations: Double

    /// A removal from its limits: height in micrometres and number of standard deviations.
    public init(smallestHeight: Double = 5, deviations: Double = 8) {
        self.smallestHeight = smallestHeight
        self.deviations = deviations
    }
}

extension OutlierRemoval: PreparationOperation {
    func check() throws(SurfacesError) {
        guard smallestHeight >= 0, deviations > 0 else {
            throw .setting("outliers", "The limits must not be negative, and the number of deviations above zero.")
        }
    }

    func run(on state: inout PreparationState, notes: inout StepNotes) {
        let surroundings = LocalMedian.fiveByFive(state.map)
        var distances = [Float](repeating: .nan, count: surroundings.count)
        for place in distances.indices { distances[place] = abs(state.map.values[place] - surroundings[place]) }
        guard let middle = Median.of(distances) else { return }
        let limit = max(Float(smallestHeight), Float(deviations) * 1.4826 * middle)
        var values = state.map.values
        var removed = 0
        for place in values.indices where distances[place] > limit {
            values[place] = .nan
            removed += 1
        }
        state.map.values = values
        notes.add("removed", Double(removed), "points")
        notes.add("limit", Double(limit), state.map.kind.unit)
    }
}

/// A median over 5 x 5 points in two passes.
enum LocalMedian {
    /// The medians; a missing point stands in with the last value before it in its row, NaN where there is none.
    static func fiveByFive(_ map: SurfaceMap) -> [Float] {
        let columns = map.columns
        let rows = map.rows
        var across = [Float](repeating: .nan, count: columns * rows)
        var line = [Float](repeating: .nan, count: columns + 4)
        for row in 0..<rows {
            let base = row * columns
            var last = Float.nan
            var first = Float.nan
            for column in 0..<columns {
                let value = map.values[base + column]
                if !value.isNaN {
                    if first.isNaN { first = value }
                    last = value
                }
                line[column + 2] = last
            }
            guard !first.isNaN else { continue }
            for column in 2..<columns + 2 {
                if !line[column].isNaN { break }
                line[column] = first
            }
            // Beyond the border the row goes on as in a mirror: a spike on the border stays one among five.
            for step in 1...2 {
                line[2 - step] = line[2 + min(step, columns - 1)]
                line[columns + 1 + step] = line[columns + 1 - min(step, columns - 1)]
            }
            for column in 0..<columns {
                across[base + column] = median(
                    line[column],
                    line[column + 1],
                    line[column + 2],
                    line[column + 3],
                    line[column + 4]
                )
            }
        }
        var result = across
        for row in 0..<rows {
            let above = mirrored(row - 2, rows) * columns
            let before = mirrored(row - 1, rows) * columns
            let after = mirrored(row + 1, rows) * columns
            let below = mirrored(row + 2, rows) * columns
            let base = row * columns
            for column in 0..<columns {
                let centre = across[base + column]
                result[base + column] = median(
                    filled(across[above + column], centre),
                    filled(across[before + column], centre),
                    centre,
                    filled(across[after + column], centre),
                    filled(across[below + column], centre)
                )
            }
        }
        return result
    }

    private static func mirrored(_ row: Int, _ rows: Int) -> Int {
        row < 0 ? min(-row, rows - 1) : row < rows ? row : max(0, 2 * (rows - 1) - row)
    }

    @inline(__always)
    private static func filled(_ value: Float, _ other: Float) -> Float { value.isNaN ? other : value }

    @inline(__always)
    private static func median(_ a: Float, _ b: Float, _ c: Float, _ d: Float, _ e: Float) -> Float {
        // The largest of the smaller ones of two pairs and the smallest of the larger ones cannot be the median.
        let low = larger(smaller(a, b), smaller(d, e))
        let high = smaller(larger(a, b), larger(d, e))
        return larger(smaller(low, high), smaller(larger(low, high), c))
    }

    @inline(__always)
    private static func smaller(_ a: Float, _ b: Float) -> Float { a < b ? a : b }

    @inline(__always)
    private static func larger(_ a: Float, _ b: Float) -> Float { a > b ? a : b }
}
