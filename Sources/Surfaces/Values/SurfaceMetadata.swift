/// How a surface was measured, as far as its file says. Source of the terms: ISO 25178-72, Record2.
public struct SurfaceMetadata: Sendable, Hashable, Codable {
    /// When it was measured, as written.
    public var date: String?
    /// Who measured it.
    public var creator: String?
    /// The maker of the instrument.
    public var manufacturer: String?
    /// The model of the instrument.
    public var model: String?
    /// The serial number of the instrument.
    public var serial: String?
    /// The version of the instrument's software.
    public var version: String?
    /// When the instrument was calibrated, as written.
    public var calibrationDate: String?
    /// `Contacting`, `NonContacting` or `Software`.
    public var probingType: String?
    /// The probe or objective.
    public var probe: String?
    /// Anything else.
    public var comment: String?

    /// Makes metadata that say nothing.
    public init() {}
}
