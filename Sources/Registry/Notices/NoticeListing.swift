/// Which notices a list shows. Empty fields do not narrow.
public struct NoticeFilter: Sendable, Hashable {
    /// The colour.
    public var colour: NoticeColour?
    /// Where the notice stands.
    public var state: NoticeState?
    /// Code of the bureau that owns it.
    public var bureau: String?
    /// Words that all stand in its names or texts.
    public var text: String?

    /// Narrows by what is given.
    public init(colour: NoticeColour? = nil, state: NoticeState? = nil, bureau: String? = nil, text: String? = nil) {
        self.colour = colour
        self.state = state
        self.bureau = bureau
        self.text = text
    }
}

/// Where a list goes on: before the notice that was changed then.
public struct NoticeCursor: Sendable, Hashable, LosslessStringConvertible {
    let changedAt: Int64
    let sequence: Int64

    /// The cursor as a text for a link.
    public var description: String { "\(changedAt)-\(sequence)" }

    /// Reads a cursor; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int64($0) }
        guard parts.count == 2 else { return nil }
        changedAt = parts[0]
        sequence = parts[1]
    }

    init(changedAt: Int64, sequence: Int64) {
        self.changedAt = changedAt
        self.sequence = sequence
    }
}

/// One page of a list, the last changed first.
public struct NoticePage: Sendable, Hashable {
    /// The notices of the page.
    public var notices: [Notice]
    /// The first picture of those that have one, by the notice's `sequence`.
    public var pictures: [Int64: Int64] = [:]
    /// Where the list goes on; nil on the last page.
    public var next: NoticeCursor?
}
