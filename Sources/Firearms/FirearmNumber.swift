/// One number on a firearm: which part carries it, what was read, and how well.
public struct FirearmNumber: Codable, Hashable, Sendable {
    /// The part that carries the number.
    public var part: NumberPart
    /// The number as read; unreadable places are written `?`, `*`, `_` or `#`.
    public var text: String
    /// How well the number can be read.
    public var state: NumberState

    /// Makes a number.
    public init(part: NumberPart = .frame, text: String, state: NumberState = .legible) {
        self.part = part
        self.text = text
        self.state = state
    }

    /// The number in the form in which numbers are compared.
    ///
    /// Empty for a number that was removed or never there: its text is then a remark ("RASPADO"), and a remark must
    /// never be compared as if it were a number.
    public var pattern: SerialPattern {
        state == .removed || state == .none ? SerialPattern("") : SerialPattern(text)
    }
}
