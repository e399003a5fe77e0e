/// A small rectangle of a surface in a compact form: each value as a step count above the tile's lowest value.
///
/// A decoded value differs from the measured one by at most half a `step`; a point that was not measured stays missing.
public struct SurfaceTile: Sendable, Hashable {
    /// Points along x.
    public let columns: Int
    /// Points along y.
    public let rows: Int
    /// The lowest value, in the unit of the map: micrometres for heights.
    public let lowest: Float
    /// The distance between neighbouring codes, in the unit of the map.
    public let step: Float
    /// Row by row: 0 for a missing point, else 1 plus the number of steps above the lowest value.
    public let codes: [UInt16]

    /// The most points along a side: few enough tiles that fetching them costs little, and small enough that what is looked
    /// at first comes first.
    public static let side = 512
    /// The step that is used unless the values of the tile lie further apart than 65,534 of them: two nanometres of
    /// height, below the noise of the instruments.
    public static let usualStep: Float = 0.002

    /// The largest difference between a measured and a decoded value, in the unit of the map.
    ///
    /// Half a step, and what the rounding of the numbers of a file adds.
    public var tolerance: Float { step * 0.5 + max(abs(lowest), abs(lowest + 65_534 * step)) * 2.5e-7 }

    /// Encodes values; it is an error of the program to pass other than `columns * rows` of them.
    ///
    /// - Parameter step: the distance between codes; it grows where the values need it.
    public init(columns: Int, rows: Int, values: [Float], step: Float = Self.usualStep) {
        precondition((1...Self.side).contains(columns) && (1...Self.side).contains(rows), "a tile is small")
        precondition(values.count == columns * rows, "a tile of \(columns) x \(rows) has \(columns * rows) values")
        self.columns = columns
        self.rows = rows
        var lowest = Float.infinity
        var highest = -Float.infinity
        for value in values where value.isFinite {
            lowest = min(lowest, value)
            highest = max(highest, value)
        }
        guard lowest <= highest else {
            self.lowest = 0
            self.step = 0
            codes = [UInt16](repeating: 0, count: values.count)
            return
        }
        let needed = Float((Double(highest) - Double(lowest)) / 65_534).nextUp
        self.lowest = lowest
        self.step = max(step, needed)
        let scale = 1 / Double(self.step)
        codes = values.map { value in
            guard value.isFinite else { return 0 }
            return UInt16(min(65_534, ((Double(value) - Double(lowest)) * scale).rounded()) + 1)
        }
    }

    init(columns: Int, rows: Int, lowest: Float, step: Float, codes: [UInt16]) {
        self.columns = columns
        self.rows = rows
        self.lowest = lowest
        self.step = step
        self.codes = codes
    }

    /// The values, NaN where missing.
    public var values: [Float] {
        codes.map { $0 == 0 ? .nan : Float(Double(lowest) + Double($0 - 1) * Double(step)) }
    }

    /// Whether no point of the tile was measured.
    public var isEmpty: Bool { step == 0 }
}
