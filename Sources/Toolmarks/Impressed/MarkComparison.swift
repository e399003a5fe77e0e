/// What came of comparing two marks by cells, in both directions.
public struct MarkComparison: Hashable, Sendable, Codable {
    /// The cells of the first mark, looked for on the second.
    public let forward: CellDirection
    /// The cells of the second mark, looked for on the first.
    public let backward: CellDirection

    /// Congruent cells by the original rule, both directions together.
    public var originalCount: Int { forward.originalCount + backward.originalCount }
    /// Congruent cells by the high-CMC rule, both directions together.
    public var highCount: Int { forward.highCount + backward.highCount }
    /// Cells that could be looked for, both directions together.
    public var usableCount: Int { forward.usableCount + backward.usableCount }
}
