/// A rectangular map of a measured surface: one value per point of a grid with equal steps.
///
/// Values lie row by row, x fastest: the value of column `c` and row `r` has the index `r * columns + c`. A point that
/// the instrument could not measure holds NaN. The position of a point is (`column * pitchX`, `row * pitchY`).
public struct SurfaceMap: Sendable {
    /// Points along x.
    public let columns: Int
    /// Points along y.
    public let rows: Int
    /// Distance between neighbouring columns, micrometres.
    public let pitchX: Double
    /// Distance between neighbouring rows, micrometres.
    public let pitchY: Double
    /// What the values mean.
    public let kind: SurfaceKind
    /// The values, `rows * columns` of them: micrometres for heights, 0...1 for reflectance, NaN for no valid point.
    public var values: [Float] {
        didSet { precondition(values.count == columns * rows, "a map keeps its number of points") }
    }

    /// Puts a map together.
    ///
    /// It is an error of the program to pass sizes below 1, a number of values other than `columns * rows`, or pitches
    /// that are not positive and finite.
    public init(
        columns: Int,
        rows: Int,
        pitchX: Double,
        pitchY: Double,
        kind: SurfaceKind = .height,
        values: [Float]
    ) {
        precondition(columns > 0 && rows > 0, "a map has at least one point")
        precondition(values.count == columns * rows, "a map of \(columns) x \(rows) has \(columns * rows) values")
        precondition(pitchX > 0 && pitchX.isFinite && pitchY > 0 && pitchY.isFinite, "pitches are positive")
        self.columns = columns
        self.rows = rows
        self.pitchX = pitchX
        self.pitchY = pitchY
        self.kind = kind
        self.values = values
    }

    /// Makes a map that holds one value everywhere, NaN (no valid point) unless told otherwise.
    public init(
        columns: Int,
        rows: Int,
        pitchX: Double,
        pitchY: Double,
        kind: SurfaceKind = .height,
        repeating value: Float = .nan
    ) {
        self.init(
            columns: columns,
            rows: rows,
            pitchX: pitchX,
            pitchY: pitchY,
            kind: kind,
            values: [Float](repeating: value, count: columns * rows)
        )
    }

    /// The value of one point; both places count from 0.
    public subscript(column: Int, row: Int) -> Float {
        get {
            precondition(column >= 0 && column < columns && row >= 0 && row < rows, "the point lies outside the map")
            return values[row * columns + column]
        }
        set {
            precondition(column >= 0 && column < columns && row >= 0 && row < rows, "the point lies outside the map")
            values[row * columns + column] = newValue
        }
    }
}

extension SurfaceMap: Equatable {
    /// Whether two maps agree in size, pitch, kind and every value; points without a value agree with each other.
    public static func == (one: SurfaceMap, other: SurfaceMap) -> Bool {
        one.columns == other.columns && one.rows == other.rows && one.pitchX == other.pitchX
            && one.pitchY == other.pitchY && one.kind == other.kind
            && zip(one.values, other.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }
}
