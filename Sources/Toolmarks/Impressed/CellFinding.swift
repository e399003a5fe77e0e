/// Where one cell was found at one rotation.
///
/// Laid on the other mark turned by `rotation` (from the x axis towards the y axis), the cell fits best when moved by
/// `shift` from the place it has on its own mark; both marks' middles lie on each other before the shift.
public struct CellFinding: Hashable, Sendable, Codable {
    /// The rotation of the other mark, degrees.
    public let rotation: Double
    /// How far the cell moved, micrometres.
    public let shift: Place
    /// Pearson's correlation over the points valid on both sides.
    public let correlation: Double
}
