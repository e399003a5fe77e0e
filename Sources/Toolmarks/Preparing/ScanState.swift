public import Surfaces

/// How far a scan of an impressed mark has been made ready by whoever sent it.
public struct ScanState: Hashable, Sendable, Codable {
    /// What is left to do.
    public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing: the form is gone and only the texture is left.
        case prepared
        /// The mark was cut out, and its form is still there: it is levelled and filtered.
        case masked
        /// As it came from the instrument: the mark is looked for, too.
        case raw
    }

    /// What is left to do.
    public let stage: Stage
    /// The share of points that were measured.
    public let validShare: Double
    /// The share of the heights' variance that lies in waves longer than some 1,200 micrometres: near 0 once the form is
    /// taken away, near 1 before.
    public let longWaveShare: Double

    /// Blocks whose means show the long waves, micrometres.
    private static let blockSide = 600.0
    /// A scan with a larger share of long waves still has its form.
    private static let mostLongWaves = 0.3
    /// Blocks of which less was measured say little about long waves: their means are those of texture.
    private static let leastFilled = 0.3
    /// A scan of which less was measured has been cut out.
    private static let leastWhole = 0.6

    /// Looks at a scan.
    public init(of map: SurfaceMap) {
        let across = max(1, Int((Self.blockSide / map.pitchX).rounded()))
        let along = max(1, Int((Self.blockSide / map.pitchY).rounded()))
        let blocks = (map.columns + across - 1) / across
        let blockRows = (map.rows + along - 1) / along
        var sums = [Double](repeating: 0, count: blocks * blockRows)
        var counts = sums
        let finite = map.values.reduce(into: (sum: 0.0, count: 0.0)) { total, value in
            guard value.isFinite else { return }
            total.sum += Double(value)
            total.count += 1
        }
        let mean = finite.count > 0 ? finite.sum / finite.count : 0
        var squares = sums
        for row in 0..<map.rows {
            for column in 0..<map.columns {
                let value = map.values[row * map.columns + column]
                guard value.isFinite else { continue }
                let height = Double(value) - mean
                let block = row / along * blocks + column / across
                sums[block] += height
                counts[block] += 1
                squares[block] += height * height
            }
        }
        var between = 0.0
        var within = 0.0
        for block in sums.indices where counts[block] >= Self.leastFilled * Double(across * along) {
            between += sums[block] * sums[block] / counts[block]
            within += squares[block]
        }
        validShare = finite.count / Double(map.count)
        longWaveShare = within > 0 ? between / within : 0
        stage =
            longWaveShare <= Self.mostLongWaves ? .prepared : validShare < Self.leastWhole ? .masked : .raw
    }
}
