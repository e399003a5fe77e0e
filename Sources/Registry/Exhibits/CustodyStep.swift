public import Storage

/// One step of an exhibit's way through hands: who had it, from when, where. Steps are added and never changed; a wrong
/// one is corrected by a further one that says so. Told to the owner alone.
public struct CustodyStep: Sendable, Hashable {
    /// Row number in the database.
    public var sequence: Int64
    /// When it happened.
    public var happenedAt: Moment
    /// What happened.
    public var content: CustodyContent
    /// When it was entered.
    public var enteredAt: Moment
    /// Sign-in name of who entered it.
    public var enteredBy: String
}

/// What is stated about a step of custody.
public struct CustodyContent: Sendable, Hashable, Codable {
    /// What happened.
    public var kind: CustodyKind
    /// Who took it or has it, at most 200 characters.
    public var person: String
    /// Where, at most 200 characters.
    public var place: String?
    /// Number of the seal, reason and whatever else belongs to it; at most 1,000 characters.
    public var note: String?

    /// States a step.
    public init(kind: CustodyKind, person: String, place: String? = nil, note: String? = nil) {
        self.kind = kind
        self.person = person
        self.place = place
        self.note = note
    }
}

/// What happened to an exhibit.
public enum CustodyKind: String, Sendable, Hashable, Codable, CaseIterable {
    case secured
    case received
    case handedOver = "handed-over"
    case examined
    case stored
    case returned
    case destroyed
    /// Corrects an earlier step.
    case correction
}
