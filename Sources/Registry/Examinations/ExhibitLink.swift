public import Storage

/// What joins two exhibits of two cases: a lead or a hit of one laboratory.
///
/// It carries the number of the examination it came from. The parties of both cases know it; the examination itself is
/// known to its laboratory alone.
public struct ExhibitLink: Sendable, Hashable {
    /// How strong a link is.
    public enum Standing: String, Sendable, Hashable, Codable, CaseIterable {
        /// An examiner held one source for likely.
        case lead
        /// Two examiners identified one source on the exhibits themselves.
        case hit
        /// It was a lead or a hit, and no longer is.
        case refuted
    }

    /// Sequence of the examination.
    public var examination: Int64
    /// The number of the examination.
    public var number: String
    /// The bureau whose laboratory found it.
    public var bureau: String
    /// The exhibit that was entered first.
    public var first: Exhibit
    /// The exhibit that was entered later.
    public var second: Exhibit
    /// How strong it is.
    public var standing: Standing
    /// Since when it stands so.
    public var since: Moment
    /// When it became a lead.
    public var leadAt: Moment
    /// When it became a hit; nil where it never was one.
    public var hitAt: Moment?
    /// The number of the hit between the two cases, which several links may share; nil for no hit.
    public var hit: String?
    /// When the laboratory asked for the exhibit of the other bureau.
    public var requestedAt: Moment?
    /// When the other bureau sent it.
    public var sentAt: Moment?
    /// When the laboratory received it.
    public var receivedAt: Moment?
    /// Whether somebody of the reader's bureau has taken note of its present standing.
    public var isAcknowledged: Bool

    /// The bureaus that are told besides the coordination centre.
    public var parties: Set<String> { [bureau, first.bureau, second.bureau] }

    /// The bureau whose exhibit the laboratory lacks; nil where both are its own.
    public var lender: String? {
        [first.bureau, second.bureau].first { $0 != bureau }
    }
}

/// One step in the life of a link.
public struct ExhibitLinkStep: Sendable, Hashable {
    /// When it was taken.
    public var time: Moment
    /// Sign-in name of who took it.
    public var user: String
    /// Code of the bureau acted for.
    public var bureau: String
    /// `lead`, `hit`, `refuted`, or a `LinkAction`.
    public var step: String
    /// What was written with it, at most 2,000 characters.
    public var note: String
}

/// What a party does with a link.
public enum LinkAction: String, Sendable, Hashable, Codable, CaseIterable {
    /// A party has taken note of it.
    case acknowledge
    /// The laboratory asks the other bureau for its exhibit.
    case requestExhibit = "request-exhibit"
    /// The other bureau has sent it.
    case sendExhibit = "send-exhibit"
    /// The laboratory has received it.
    case receiveExhibit = "receive-exhibit"
}
