public import Firearms

/// A recorded firearm that a look-up found, as far as ranking needs it.
public struct MatchCandidate: Hashable, Sendable {
    /// The record.
    public var id: Int64
    /// The recorded number that matched, as ``SerialPattern/normalised``.
    public var normalised: String
    /// The part that carries this number; nil when not known.
    public var part: NumberPart?
    /// How well this number could be read; nil when not known.
    public var state: NumberState?
    /// Code of the make.
    public var makeCode: String?
    /// The make as written.
    public var make: String?
    /// The model as written.
    public var model: String?
    /// Code of the calibre.
    public var calibreCode: String?
    /// The calibre as written.
    public var calibre: String?
    /// The kind of firearm.
    public var type: FirearmType?
    /// Where it was made.
    public var country: Country?

    /// Makes a candidate; what is not given is unknown.
    public init(
        id: Int64, normalised: String, part: NumberPart? = nil, state: NumberState? = nil, makeCode: String? = nil,
        make: String? = nil, model: String? = nil, calibreCode: String? = nil, calibre: String? = nil,
        type: FirearmType? = nil, country: Country? = nil
    ) {
        self.id = id
        self.normalised = normalised
        self.part = part
        self.state = state
        self.makeCode = makeCode
        self.make = make
        self.model = model
        self.calibreCode = calibreCode
        self.calibre = calibre
        self.type = type
        self.country = country
    }
}

/// A candidate with its score and the reasons for it.
public struct RankedCandidate: Hashable, Sendable {
    /// The record.
    public let id: Int64
    /// 0 to 1, for ordering and for showing strong from weak; not a measured probability.
    public let score: Double
    /// Why, the serial first. The weights add up to the evidence from which the score is made.
    public let reasons: [MatchReason]
}
