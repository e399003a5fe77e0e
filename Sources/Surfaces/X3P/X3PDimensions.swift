/// How the points of a file are ordered. Source: ISO 25178-72, Record3.
public enum X3PDimensions: Sendable, Hashable {
    /// A grid: x fastest, then y, then z (layers).
    case matrix(x: Int, y: Int, z: Int)
    /// A list without neighbours.
    case list(Int)

    /// The number of points.
    public var count: Int {
        switch self {
        case .matrix(let x, let y, let z): x * y * z
        case .list(let count): count
        }
    }
}
