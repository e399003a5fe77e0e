public import Firearms
public import Identity
public import Matching
public import Storage

/// What an officer read or was told, and why it is checked: any mix of a firearm, a travel document, a vehicle and a
/// person. A machine-readable zone is a document and a person at once.
public struct CheckRequest: Sendable, Hashable {
    /// What was read on a firearm.
    public var firearm: FirearmQuery?
    /// What was read on a travel document.
    public var document: DocumentQuery?
    /// What was read on a vehicle; one of its numbers at least.
    public var vehicle: Vehicle?
    /// Whom somebody says to be.
    public var person: PersonQuery?
    /// The machine-readable zone of a travel document as it was read, its lines one below the other.
    public var zone: String?
    /// Why it is checked; no check is made without.
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
        firearm: FirearmQuery? = nil, document: DocumentQuery? = nil, vehicle: Vehicle? = nil,
        person: PersonQuery? = nil, zone: String? = nil, purpose: Purpose, place: String? = nil,
        device: String? = nil, operation: String? = nil, reference: String? = nil
    ) {
        self.firearm = firearm
        self.document = document
        self.vehicle = vehicle
        self.person = person
        self.zone = zone
        self.purpose = purpose
        self.place = place
        self.device = device
        self.operation = operation
        self.reference = reference
    }

    /// States a check of a firearm alone.
    public init(
        serial: String, make: String? = nil, model: String? = nil, calibre: String? = nil, type: FirearmType? = nil,
        country: Country? = nil, purpose: Purpose, place: String? = nil, device: String? = nil,
        operation: String? = nil, reference: String? = nil
    ) {
        self.init(
            firearm: FirearmQuery(
                serial: serial, make: make, model: model, calibre: calibre, type: type, country: country),
            purpose: purpose, place: place, device: device, operation: operation, reference: reference
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
    /// The best candidates for the firearm, best first.
    public var candidates: [CheckCandidate]
    /// How many records of firearms the actor may know of agree with what was read.
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
    /// Records of the travel document, best first.
    public var documents: [ObjectCandidate<TravelDocument>] = []
    /// Records of the vehicle, best first.
    public var vehicles: [ObjectCandidate<Vehicle>] = []
    /// Notices of the person, best first.
    public var persons: [PersonCandidate] = []
    /// What the machine-readable zone says; nil where none was given.
    public var zone: MachineReadableZone?

    /// How many candidates there are of all kinds.
    public var candidateCount: Int { candidates.count + documents.count + vehicles.count + persons.count }
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
