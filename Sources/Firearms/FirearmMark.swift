/// A mark on a firearm that is not a number: proof, importer, crest or property.
public struct FirearmMark: Codable, Hashable, Sendable {
    /// What the mark tells.
    public var kind: MarkKind
    /// The mark as read, or described in words where it is a sign.
    public var text: String
    /// Where it stands on the firearm, in words; nil when not stated.
    public var place: String?

    /// Makes a mark.
    public init(kind: MarkKind, text: String, place: String? = nil) {
        self.kind = kind
        self.text = text
        self.place = place
    }
}
