/// Where a hit stands.
public enum HitState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Found by the system; no bureau has yet taken it as the same object.
    case potential
    /// The searcher's bureau takes it as the same object; the owner is asked, and its clock runs.
    case sent
    /// The owner has seen it; its clock still runs.
    case acknowledged
    /// The owner asked for more time; the clock runs to the moment it named.
    case moreTimeAsked = "more-time-asked"
    /// The owner says that it is the same object.
    case confirmed
    /// The owner says that it is another object; nothing more is expected.
    case refuted
    /// The searcher acted on the confirmed hit.
    case actedOn = "acted-on"
    /// What came of it is written down; nothing more is expected.
    case outcomeRecorded = "outcome-recorded"

    /// Whether the owner's answer is awaited and a clock runs.
    public var isAwaitingOwner: Bool { self == .sent || self == .acknowledged || self == .moreTimeAsked }

    /// Whether nothing more is expected from anybody.
    public var isClosed: Bool { self == .refuted || self == .outcomeRecorded }
}

/// What a party does with a hit.
public enum HitAction: String, Sendable, Hashable, Codable, CaseIterable {
    /// The searcher takes a potential hit as the same object and sends it to the owner, whose clock starts.
    case send
    /// The owner has seen the hit; its clock goes on.
    case acknowledge
    /// The owner says that it is the same object.
    case confirm
    /// The owner says that it is another object, and why.
    case refute
    /// The owner names a moment, at most 30 days ahead, by which it will answer.
    case askMoreTime = "ask-more-time"
    /// The searcher has acted on the confirmed hit.
    case actOn = "act-on"
    /// The searcher writes down what came of the hit.
    case recordOutcome = "record-outcome"

    /// The state the action leads to.
    public var result: HitState {
        switch self {
        case .send: .sent
        case .acknowledge: .acknowledged
        case .confirm: .confirmed
        case .refute: .refuted
        case .askMoreTime: .moreTimeAsked
        case .actOn: .actedOn
        case .recordOutcome: .outcomeRecorded
        }
    }

    /// The states from which the action is legal.
    public var from: Set<HitState> {
        switch self {
        case .send: [.potential]
        case .acknowledge: [.sent]
        case .confirm, .refute: [.potential, .sent, .acknowledged, .moreTimeAsked]
        case .askMoreTime: [.sent, .acknowledged, .moreTimeAsked]
        case .actOn: [.confirmed]
        case .recordOutcome: [.confirmed, .actedOn]
        }
    }

    /// Which of the parties may take it.
    public var party: HitParty {
        switch self {
        case .acknowledge, .confirm, .refute, .askMoreTime: .owner
        case .send, .actOn, .recordOutcome: .searcher
        }
    }
}

/// The part a bureau has in a hit.
public enum HitParty: String, Sendable, Hashable, Codable {
    case searcher, owner
    case coordinationCentre = "coordination-centre"
}
