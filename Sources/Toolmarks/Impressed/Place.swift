/// A place or a shift in the plane, micrometres; y grows downwards as rows do.
public struct Place: Hashable, Sendable, Codable {
    /// Along the columns.
    public var x: Double
    /// Along the rows.
    public var y: Double

    /// Makes a place.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    static func + (one: Place, other: Place) -> Place { Place(x: one.x + other.x, y: one.y + other.y) }
    static func - (one: Place, other: Place) -> Place { Place(x: one.x - other.x, y: one.y - other.y) }

    /// Whether the place is the origin.
    var isOrigin: Bool { x == 0 && y == 0 }

    /// The distance from the origin.
    var length: Double { (x * x + y * y).squareRoot() }
}
