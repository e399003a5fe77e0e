/// The kinds of files that hold surfaces.
public struct SurfaceFormat: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The stable text of the format.
    public let rawValue: String

    /// Wraps the stable text of a format.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// ISO 25178-72, in a zip archive.
    public static let x3p = SurfaceFormat(rawValue: "x3p")
    /// A matrix of NumPy.
    public static let numPy = SurfaceFormat(rawValue: "npy")
    /// A matrix as text, a row a line.
    public static let table = SurfaceFormat(rawValue: "csv")
    /// A PNG picture.
    public static let png = SurfaceFormat(rawValue: "png")
    /// A TIFF picture.
    public static let tiff = SurfaceFormat(rawValue: "tiff")
    /// A JPEG picture.
    public static let jpeg = SurfaceFormat(rawValue: "jpeg")

    /// The stable text of the format.
    public var description: String { rawValue }
}
