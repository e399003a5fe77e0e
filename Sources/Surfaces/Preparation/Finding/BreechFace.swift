/// What the search for the breech-face mark found on a scan.
public struct BreechFace: Sendable, Hashable, Codable {
    /// The border of the flat part of the primer, micrometres on the original scan; nil when none was found.
    public var edge: PlaneCircle?
    /// The firing-pin hole with its lip and margin, micrometres on the original scan; nil when none was found.
    public var hole: PlaneCircle?
    /// The mark itself, on the grid of the scan as it was when the search ran.
    public var mask: MaskBitmap
    /// How sure the search is, 0 (nothing found, the whole scan is used) to 1.
    public var confidence: Double
    /// Whether nothing convincing was found and the whole scan is used.
    public var usesWholeScan: Bool
}
