public import Storage

/// What the laboratory of a bureau did in a span of time, as far as the reader may know. Planted tests do not count.
public struct LaboratoryStatistics: Sendable, Hashable {
    /// The bureau.
    public var bureau: String
    /// Exhibits that were entered.
    public var entries: Int
    /// Links that became a lead.
    public var leads: Int
    /// Pairs of cases the laboratory confirmed first, and that stand.
    public var hits: Int
    /// Links that were refuted.
    public var refuted: Int
    /// Median from the entry of the later exhibit to the first correlation of the two, seconds; nil of none.
    public var entryToCorrelation: Double?
    /// Median from the entry of the later exhibit to the lead, seconds.
    public var entryToLead: Double?
    /// Median from lead to hit, seconds.
    public var leadToHit: Double?
    /// How many of the confirmed links stand within the first places of the ranked list of the exhibit that was entered
    /// later, as the list is today.
    public var recall: [RecallAtRank]

    /// The places that recall is stated for.
    public static let ranks = [1, 10, 50]
}

/// How many known links stand within the first places of their lists.
public struct RecallAtRank: Sendable, Hashable {
    /// How many places are looked at.
    public var rank: Int
    /// Links within them, of all known ones.
    public var found: Proportion

    /// States a recall.
    public init(rank: Int, found: Proportion) {
        self.rank = rank
        self.found = found
    }
}

/// A span of time; an end that is nil is open.
public struct StatisticsSpan: Sendable, Hashable {
    /// The first moment that counts.
    public var from: Moment?
    /// The first moment that no longer counts.
    public var until: Moment?

    /// States a span.
    public init(from: Moment? = nil, until: Moment? = nil) {
        self.from = from
        self.until = until
    }

    func contains(_ time: Moment) -> Bool {
        time >= from ?? .earliest && until.map { time < $0 } ?? true
    }
}
