/// What the values of a map mean.
public struct SurfaceKind: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The stable text of the kind.
    public let rawValue: String

    /// Wraps the stable text of a kind.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Measured heights in micrometres: topography that does not depend on the lighting.
    public static let height = SurfaceKind(rawValue: "height")
    /// Brightness of a picture, 0 (black) to 1 (white): depends on the lighting and is compared only with its like.
    public static let reflectance = SurfaceKind(rawValue: "reflectance")

    /// The stable text of the kind.
    public var description: String { rawValue }
}
