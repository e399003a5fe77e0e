public import Matching
public import Storage

/// How fast the owner must answer.
public enum Urgency: String, Sendable, Hashable, Codable, CaseIterable {
    case urgent, routine
}

/// What a hit came from.
public enum HitOrigin: String, Sendable, Hashable, Codable {
    /// An officer declared it from a check.
    case check
    /// A new record matched an earlier check.
    case earlierCheck = "earlier-check"
    /// A new record matched another bureau's record.
    case otherRecord = "other-record"
}

/// A candidate that is taken as the same object, and what became of it.
public struct Hit: Sendable, Hashable {
    public var sequence: Int64
    /// Numbered by the owner, who may always know of it: `BR-H-2026-000012`.
    public var number: String
    public var state: HitState
    public var urgency: Urgency
    public var origin: HitOrigin
    public var searcherBureau: String
    public var ownerBureau: String
    /// The check it came from; nil for a hit between two records.
    public var check: Identifier?
    /// The owner's record.
    public var record: RecordSummary
    /// The searcher's record, for a hit between two records.
    public var otherRecord: RecordSummary?
    /// Agreement between 0 and 1, as the ranking gave it.
    public var score: Double
    public var reasons: [MatchReason]
    public var createdAt: Moment
    public var changedAt: Moment
    /// When the owner's answer is due; nil while no clock runs.
    public var dueAt: Moment?
    public var remindedAt: Moment?
    public var escalatedAt: Moment?
    public var version: Int

    /// The actor's part in it.
    public func party(of actor: Actor) -> HitParty? {
        if actor.bureau == ownerBureau { return .owner }
        if actor.bureau == searcherBureau { return .searcher }
        return actor.isCoordinationCentre ? .coordinationCentre : nil
    }
}

/// One step in a hit's life.
public struct HitEvent: Sendable, Hashable {
    public var time: Moment
    /// Who took it; `system` for reminders, escalations and matching.
    public var user: String
    public var bureau: String
    /// The action, or `create`, `remind`, `escalate`.
    public var action: String
    public var state: HitState
    public var note: String
    /// For `ask-more-time`: until when.
    public var until: Moment?
}
