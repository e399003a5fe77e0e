/// How files are read.
public struct SurfaceReadingOptions: Sendable, Hashable {
    /// Whether a checksum that does not fit is an error; else it is a warning.
    public var isStrict: Bool
    /// Whether checksums are computed at all. Turn it off only for files that were verified before, such as those
    /// fetched from a store by the hash of their content: verifying takes as long as inflating.
    public var verifiesChecksums: Bool
    /// The distance between points, micrometres, for files that do not state it.
    public var pitch: Double?
    /// The length of one unit of the numbers in plain matrices, micrometres.
    public var heightUnit: Double
    /// How much is read before a file is refused.
    public var limits: SurfaceLimits

    /// Sets the options; by default checksums are verified, a mismatch is a warning, and plain matrices hold
    /// micrometres.
    public init(
        isStrict: Bool = false,
        verifiesChecksums: Bool = true,
        pitch: Double? = nil,
        heightUnit: Double = 1,
        limits: SurfaceLimits = SurfaceLimits()
    ) {
        self.isStrict = isStrict
        self.verifiesChecksums = verifiesChecksums
        self.pitch = pitch
        self.heightUnit = heightUnit
        self.limits = limits
    }
}
