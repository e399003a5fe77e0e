/// Which points of a surface count: one truth value per point of a grid.
///
/// Values lie row by row, x fastest, as in `SurfaceMap`; `true` means the point counts.
public struct SurfaceMask: Sendable, Hashable {
    /// Points along x.
    public let columns: Int
    /// Points along y.
    public let rows: Int
    /// Whether each point counts, `rows * columns` of them.
    public var inside: [Bool] {
        didSet { precondition(inside.count == columns * rows, "a mask keeps its number of points") }
    }

    /// Puts a mask together; it is an error of the program to pass a number of values other than `columns * rows`.
    public init(columns: Int, rows: Int, inside: [Bool]) {
        precondition(columns > 0 && rows > 0 && inside.count == columns * rows, "a mask has columns * rows values")
        self.columns = columns
        self.rows = rows
        self.inside = inside
    }

    /// Makes a mask that holds one value everywhere.
    public init(columns: Int, rows: Int, repeating value: Bool) {
        self.init(columns: columns, rows: rows, inside: [Bool](repeating: value, count: columns * rows))
    }

    /// The points of a map that hold a value.
    public init(validPointsOf map: SurfaceMap) {
        self.init(columns: map.columns, rows: map.rows, inside: map.values.map { !$0.isNaN })
    }

    /// The number of points that count.
    public var count: Int {
        var count = 0
        for value in inside where value { count += 1 }
        return count
    }

    /// Whether a point counts; places outside the grid do not.
    public func contains(column: Int, row: Int) -> Bool {
        column >= 0 && column < columns && row >= 0 && row < rows && inside[row * columns + column]
    }

    /// The points that count in both; the masks must have the same size.
    public func intersection(_ other: SurfaceMask) -> SurfaceMask {
        combined(with: other) { $0 && $1 }
    }

    /// The points that count in either; the masks must have the same size.
    public func union(_ other: SurfaceMask) -> SurfaceMask {
        combined(with: other) { $0 || $1 }
    }

    /// The points that count here and not in the other; the masks must have the same size.
    public func subtracting(_ other: SurfaceMask) -> SurfaceMask {
        combined(with: other) { $0 && !$1 }
    }

    /// The points that do not count.
    public var inverted: SurfaceMask { SurfaceMask(columns: columns, rows: rows, inside: inside.map { !$0 }) }

    /// How far two masks agree: points in both by points in either (Jaccard 1901), 1 for two empty masks.
    public func agreement(with other: SurfaceMask) -> Double {
        let either = union(other).count
        return either == 0 ? 1 : Double(intersection(other).count) / Double(either)
    }

    private func combined(with other: SurfaceMask, _ rule: (Bool, Bool) -> Bool) -> SurfaceMask {
        precondition(columns == other.columns && rows == other.rows, "masks of one surface have the same size")
        return SurfaceMask(columns: columns, rows: rows, inside: zip(inside, other.inside).map { rule($0, $1) })
    }
}

extension SurfaceMap {
    /// The map with every point outside a mask made missing.
    ///
    /// - Throws: `badSetting` when the mask has another size than the map.
    public func masked(by mask: SurfaceMask) throws(SurfacesError) -> SurfaceMap {
        guard mask.columns == columns, mask.rows == rows else {
            throw SurfacesError(
                code: .badSetting,
                place: "mask",
                detail: "The mask has \(mask.columns) x \(mask.rows) points and the surface \(columns) x \(rows). "
                    + "Give a mask made for this surface."
            )
        }
        var result = self
        result.values = zip(values, mask.inside).map { $1 ? $0 : .nan }
        return result
    }
}
