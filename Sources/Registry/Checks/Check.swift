public import Firearms
public import Matching
public import Storage

/// What an officer read on a firearm, and why it is checked.
public struct CheckRequest: Sendable, Hashable, Codable {
    /// The number as read; `?`, `*`, `_` or `#` stand for a place that cannot be read.
    public var serial: String
    /// Make as written on the firearm; recognised by the reference table.
    public var make: String?
    /// Model as written on the firearm.
    public var model: String?
    /// Calibre as written, for example `9 mm`; recognised by the reference table.
    public var calibre: String?
    /// Kind of firearm, where it is clear.
    public var type: FirearmType?
    /// Country of manufacture, where a mark shows it.
    public var country: Country?
    /// Why the firearm is checked; no check is made without.
    public var purpose: Purpose
    /// Where the check is made, in words.
    public var place: String?
    /// The post or device that makes it.
    public var device: String?
    /// Code of the operation it belongs to.
    public var operation: String?
    /// The searcher's own case number.
    public var reference: String?

    /// States a check; `CheckService.check` refuses what is wrong with it.
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

    /// The question as the ranking asks it, with make and calibre recognised by the table of the bureau that asks.
    func matchQuery(_ table: ReferenceTable) -> MatchQuery {
        MatchQuery(
            serial: SerialPattern(serial), makeCode: make.flatMap { table.make($0)?.value.code }, make: make,
            model: model, calibreCode: calibre.flatMap { table.calibre($0)?.value.code }, calibre: calibre, type: type,
            country: country
        )
    }
}

/// A record that may be the firearm that was checked, with the reasons.
public struct CheckCandidate: Sendable, Hashable {
    /// The record, as far as lists show it.
    public var record: RecordSummary
    /// The number that agrees, where it is not the one that lists show for the record.
    public var number: FirearmNumber?
    /// Agreement between 0 and 1.
    public var score: Double
    /// What speaks for and against, each with its weight in bits.
    public var reasons: [MatchReason]
}

/// The answer to a check.
public struct CheckResult: Sendable, Hashable {
    /// Identifier under which reports and hits refer to the check.
    public var id: Identifier
    /// When the check was written to the journal.
    public var time: Moment
    /// What was read, as it was given.
    public var request: CheckRequest
    /// Bureau and user that checked.
    public var bureau: String
    /// Sign-in name of the user that checked.
    public var user: String
    /// The best candidates, best first.
    public var candidates: [CheckCandidate]
    /// How many records the actor may know of agree with what was read.
    public var total: Int
    /// Whether the count stopped before the end, so that `total` is a lower bound.
    public var totalIsLowerBound: Bool
    /// Whether numbers that differ by one error of reading were looked for. They are not while the program has just
    /// started; equal and confusable numbers always are.
    public var includesNearNumbers: Bool
    /// How many more records carry a number that differs by one error of reading: too many to tell which is likelier.
    public var nearNotListed: Int
    /// What would narrow the answer when there are too many: `make`, `model`, `calibre`, `type`, `serial`.
    public var advice: [String]
}

/// A check in a list.
public struct CheckSummary: Sendable, Hashable {
    /// Identifier under which the check is read again.
    public var id: Identifier
    /// When the check was made.
    public var time: Moment
    /// Sign-in name of the user that checked.
    public var user: String
    /// What was read, as it was given.
    public var request: CheckRequest
    /// How many candidates were shown at the time, at most `CheckService.mostCandidates`.
    public var candidateCount: Int
}
