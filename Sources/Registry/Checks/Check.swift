public import Firearms
public import Matching
public import Storage

/// What an officer read on a firearm, and why it is checked.
public struct CheckRequest: Sendable, Hashable, Codable {
    /// The number as read; `?`, `*`, `_` or `#` stand for a place that cannot be read.
    public var serial: String
    public var make: String?
    public var model: String?
    public var calibre: String?
    public var type: FirearmType?
    public var country: Country?
    public var purpose: Purpose
    /// Where the check is made, in words.
    public var place: String?
    /// The post or device that makes it.
    public var device: String?
    /// Code of the operation it belongs to.
    public var operation: String?
    /// The searcher's own case number.
    public var reference: String?

    public init(
        serial: String, make: String? = nil, model: String? = nil, calibre: String? = nil, type: FirearmType? = nil,
        country: Country? = nil, purpose: Purpose, place: String? = nil, device: String? = nil,
        operation: String? = nil, reference: String? = nil
    ) {
        self.serial = serial
        self.make = make
        self.model = model
        self.calibre = calibre
        self.type = type
        self.country = country
        self.purpose = purpose
        self.place = place
        self.device = device
        self.operation = operation
        self.reference = reference
    }

    /// The question as the ranking asks it, with make and calibre recognised.
    var matchQuery: MatchQuery {
        let table = ReferenceTable.standard
        return MatchQuery(
            serial: SerialPattern(serial), makeCode: make.flatMap { table.make($0)?.value.code }, make: make,
            model: model, calibreCode: calibre.flatMap { table.calibre($0)?.value.code }, calibre: calibre, type: type,
            country: country
        )
    }
}

/// A record that may be the firearm that was checked, with the reasons.
public struct CheckCandidate: Sendable, Hashable {
    public var record: RecordSummary
    /// Agreement between 0 and 1.
    public var score: Double
    public var reasons: [MatchReason]
}

/// The answer to a check.
public struct CheckResult: Sendable, Hashable {
    public var id: Identifier
    public var time: Moment
    public var request: CheckRequest
    /// Bureau and user that checked.
    public var bureau: String
    public var user: String
    /// The best candidates, best first.
    public var candidates: [CheckCandidate]
    /// How many records the actor may know of agree with what was read.
    public var total: Int
    /// Whether the count stopped before the end, so that `total` is a lower bound.
    public var totalIsLowerBound: Bool
    /// What would narrow the answer when there are too many: `make`, `model`, `calibre`, `type`, `serial`.
    public var advice: [String]
}

/// A check in a list.
public struct CheckSummary: Sendable, Hashable {
    public var id: Identifier
    public var time: Moment
    public var user: String
    public var request: CheckRequest
    public var candidateCount: Int
}
