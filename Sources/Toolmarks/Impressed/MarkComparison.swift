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
    /// What the cells of both directions agree on; nil when no cell was found anywhere.
    public let agreement: Agreement?
    /// Cells of both directions whose best finding lies near the registration of the pair: the count to rely on.
    public var registeredCount: Int { agreement?.count ?? 0 }
    /// The score, 0 to 1: how many of the usable cells agree, how closely and with how much correlation.
    public var score: Double { agreement?.score ?? 0 }
    /// How the second mark lies on the first.
    public var registration: Registration? { agreement?.registration }
}
