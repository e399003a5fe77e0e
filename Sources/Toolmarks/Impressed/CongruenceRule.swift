/// When the cells of a pair count as congruent; Song (2013), Tong et al. (2015), Song et al. (2018).
public struct CongruenceRule: Hashable, Sendable, Codable {
    /// How far a cell may lie from the median place along each axis, micrometres.
    public var positionTolerance = 125.0
    /// How far a cell's rotation may lie from the median rotation, degrees.
    public var rotationTolerance = 6.0
    /// The least correlation of a congruent cell.
    public var minimumCorrelation = 0.5
    /// How far a cell may lie from the registration of the pair, micrometres (registered count and score).
    ///
    /// Half the published tolerance: the registration has a continuous rotation, the medians of the published rule
    /// have to bear the steps of the sweep too.
    public var registeredTolerance = 62.5
    /// Rotations count as high when at most this many cells below the best rotation (high-CMC only).
    public var highMargin = 1

    /// The published defaults.
    public init() {}
}

/// Everything that decides a comparison by cells.
public struct CellParameters: Hashable, Sendable, Codable {
    /// How cells are cut and looked for: fixed when a mark is prepared.
    public var search: CellSearch
    /// When cells count as congruent.
    public var rule: CongruenceRule

    /// Puts parameters together; the published defaults unless told otherwise.
    public init(search: CellSearch = CellSearch(), rule: CongruenceRule = CongruenceRule()) {
        self.search = search
        self.rule = rule
    }
}
