/// Whether a cell counts, and if not, why.
public enum CellVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// Found where the other cells were found, at their rotation, with enough correlation.
    case congruent
    /// Too few of its points were measured.
    case notEnoughPoints
    /// Nowhere in its region do enough valid points meet.
    case noOverlap
    /// Found, but with too little correlation.
    case correlationTooLow
    /// Found away from where the other cells were found.
    case otherPosition
    /// Found at another rotation than the other cells.
    case otherRotation
}

/// What became of one cell.
public struct CellResult: Hashable, Sendable, Codable {
    /// The cell's column in the grid, from 0.
    public let column: Int
    /// The cell's row in the grid, from 0.
    public let row: Int
    /// The cell's middle, micrometres from the middle of its mark.
    public let place: Place
    /// The cell's sides, micrometres.
    public let size: Place
    /// The share of its points that were measured.
    public let validShare: Double
    /// Where it fits best over all rotations; nil when it was not looked for or nowhere enough points met.
    public let finding: CellFinding?
    /// Whether it counts by the original rule, and if not, why.
    public let verdict: CellVerdict
    /// Whether it counts by the high-CMC rule.
    public let isHighCongruent: Bool
}
