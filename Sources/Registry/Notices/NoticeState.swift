/// Where a notice stands.
public enum NoticeState: String, Sendable, Hashable, Codable, CaseIterable {
    /// The bureau is writing it.
    case draft
    /// Sent to the coordination centre, not yet read.
    case requested
    /// A first reader has decided; a second has not yet.
    case firstRead = "first-read"
    /// In force.
    case published
    /// In force no longer for the time being.
    case suspended
    /// The coordination centre refused it.
    case refused
    /// Withdrawn for good by its owner.
    case cancelled
    /// Its retention date has passed.
    case expired

    /// Whether other bureaus see it.
    public var isInForce: Bool { self == .published }

    /// Whether its owner may still change what it says.
    public var isOpen: Bool { self == .draft || self == .published || self == .suspended }

    /// The states it may move to from here.
    public var nextStates: Set<NoticeState> {
        switch self {
        case .draft: [.requested, .cancelled]
        case .requested: [.firstRead, .draft, .cancelled]
        case .firstRead: [.published, .refused, .draft, .requested, .cancelled]
        case .published: [.suspended, .cancelled, .expired]
        case .suspended: [.published, .cancelled, .expired]
        case .refused: [.draft]
        case .cancelled, .expired: []
        }
    }
}
