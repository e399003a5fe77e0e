public import Storage

/// Why the coordination centre refuses a notice.
public enum NoticeRefusal: String, Sendable, Hashable, Codable, CaseIterable {
    /// Of a political, military, religious or racial character.
    case character
    /// The data do not serve an aim of international police cooperation.
    case purpose
    /// The offence or the penalty lies below the threshold.
    case threshold
    /// What identifies the person or object does not suffice.
    case identification
    /// The judicial data are incomplete or no longer valid.
    case judicialData = "judicial-data"
    /// It would breach the rights of the person.
    case rights
    /// The request is inexact, outdated or contradicts itself.
    case quality
}

/// What a reader at the coordination centre decided about a notice.
public struct NoticeReading: Sendable, Hashable {
    /// The decision.
    public enum Decision: Sendable, Hashable {
        /// It may be published.
        case publish
        /// It is refused for these reasons.
        case refuse([NoticeRefusal])
        /// The owner is to complete it.
        case handBack
    }

    /// 1 for the first reader, 2 for the second.
    public var place: Int
    /// Sign-in name of the reader.
    public var reader: String
    /// The decision.
    public var decision: Decision
    /// In words; may be empty.
    public var remark: String
    /// When.
    public var at: Moment
}

/// A notice that waits for a reader at the coordination centre.
public struct NoticeInScreening: Sendable, Hashable {
    /// The notice.
    public var notice: Notice
    /// When its owner sent it, or when readers who differed put it back to the start.
    public var sentAt: Moment
    /// The first reading, where a second is awaited.
    public var first: NoticeReading?

    /// When its present step began.
    public var waitsSince: Moment { first?.at ?? sentAt }
}

/// The thresholds of red notices; each installation sets its own.
public struct NoticeThresholds: Sendable, Hashable {
    /// The least maximum penalty of a person wanted for prosecution, years.
    public var leastMaximumPenaltyYears = 2
    /// The least sentence of a person wanted to serve one, months.
    public var leastSentenceMonths = 6
    /// Longest first retention, days: five years.
    public var retentionDays = 1_826

    /// The defaults.
    public init() {}
}
