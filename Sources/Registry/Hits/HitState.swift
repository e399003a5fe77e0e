/// Where a hit stands.
public enum HitState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Found by the system; no bureau has yet taken it as the same object.
    case potential
    /// The searcher's bureau takes it as the same object; the owner is asked, and its clock runs.
    case sent
    case acknowledged
    /// The owner asked for more time; the clock runs to the moment it named.
    case moreTimeAsked = "more-time-asked"
    case confirmed
    case refuted
    /// The searcher acted on the confirmed hit.
    case actedOn = "acted-on"
    case outcomeRecorded = "outcome-recorded"

    /// Whether the owner's answer is awaited and a clock runs.
    public var isAwaitingOwner: Bool { self == .sent || self == .acknowledged || self == .moreTimeAsked }

    /// Whether nothing more is expected from anybody.
    public var isClosed: Bool { self == .refuted || self == .outcomeRecorded }
}

/// What a party does with a hit.
public enum HitAction: String, Sendable, Hashable, Codable, CaseIterable {
    /// A party takes a potential hit as the same object and sends it to the owner.
    case send
    case acknowledge
    case confirm
    case refute
    case askMoreTime = "ask-more-time"
    case actOn = "act-on"
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
