public import Toolmarks

/// What the engine says of two marks.
public enum PairComparison: Sendable {
    /// Two impressed marks, by cells.
    case impressed(ImpressedPair)
    /// Two striated marks, by signatures.
    case striated(StriatedPair)
    /// The engine does not compare these two; the code says why, such as `different-kinds`.
    case refused(String)
}

/// Two impressed marks compared by cells, with where everything lies on their prepared surfaces.
public struct ImpressedPair: Sendable {
    /// The middle of each mark, micrometres from the first point of its prepared surface; places of cells and the
    /// registration count from there.
    public var centres: (first: Place, second: Place)
    /// What came of it.
    public var comparison: MarkComparison
    /// When a cell counts.
    public var rule: CongruenceRule
}

/// Two striated marks compared by their signatures.
public struct StriatedPair: Sendable {
    /// The signatures as taken from the scans.
    public var signatures: (first: Signature, second: Signature)
    /// Their striae; those of the second as it was laid on the first, turned round and stretched where it was.
    public var striae: (first: [Stria], second: [Stria])
    /// The middle of each scan, micrometres from its first point; the registration counts from there.
    public var centres: (first: Place, second: Place)
    /// What came of it.
    public var comparison: SignatureComparison
    /// How the second land lies on the first; nil for profiles.
    public var registration: Registration?
}

/// All lands of two bullets compared.
public struct BulletPair: Sendable {
    /// The lands of each bullet in their order.
    public var lands: (first: [MarkNumber], second: [MarkNumber])
    /// What came of it; the places in it count into `lands`.
    public var comparison: BulletComparison
}
