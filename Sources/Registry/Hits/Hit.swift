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
    /// Row number in the database; means nothing outside this installation.
    public var sequence: Int64
    /// Numbered by the owner, who may always know of it: `BR-H-2026-000012`.
    public var number: String
    /// Where the hit stands.
    public var state: HitState
    /// How fast the owner must answer once the hit is sent.
    public var urgency: Urgency
    /// What the hit came from.
    public var origin: HitOrigin
    /// Code of the bureau that checked, or that owns `otherRecord`.
    public var searcherBureau: String
    /// Code of the bureau that owns `record` and answers.
    public var ownerBureau: String
    /// The check it came from; nil for a hit between two records.
    public var check: Identifier?
    /// The owner's record or notice.
    public var record: HitRecord
    /// The searcher's record, for a hit between two records.
    public var otherRecord: HitRecord?
    /// Agreement between 0 and 1, as the ranking gave it.
    public var score: Double
    /// What spoke for and against when the hit was made, each with its weight in bits.
    public var reasons: [MatchReason]
    /// When the hit was declared, or found by the system.
    public var createdAt: Moment
    /// When the last step was taken; reminders and escalations do not count.
    public var changedAt: Moment
    /// When the owner's answer is due; nil while no clock runs.
    public var dueAt: Moment?
    /// When the owner was reminded under the present clock, by the escalation at the latest; nil before.
    public var remindedAt: Moment?
    /// When the coordination centre was told that the present clock ran out; nil before.
    public var escalatedAt: Moment?
    /// 1 at first; each step of a party adds one.
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
    /// When the step was taken.
    public var time: Moment
    /// Who took it; `system` for reminders, escalations and matching.
    public var user: String
    /// Code of the bureau acted for.
    public var bureau: String
    /// The action, or `create`, `remind`, `escalate`.
    public var action: String
    /// The state after the step.
    public var state: HitState
    /// What the party wrote with the step, at most 2,000 characters; may be empty.
    public var note: String
    /// For `ask-more-time`: until when.
    public var until: Moment?
}
