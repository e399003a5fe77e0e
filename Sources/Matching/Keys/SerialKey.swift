/// What a key of a recorded number is good for. The raw value is what the database stores; it never changes.
public enum SerialKeyKind: Int, Sendable, Hashable, CaseIterable {
    /// The folded number: answers equal, confusable and known beginning.
    case forward = 0
    /// The folded number read backwards: answers known end.
    case reversed = 1
    /// The folded number without letters between digits, where that is another text.
    case embeddedIgnored = 2
    /// First readable places of a number with unreadable ones: finds a partial record by a fuller reading.
    case knownBeginning = 3
    /// Last readable places, backwards, of a number with unreadable ones.
    case knownEnd = 4
}

/// One row of the serial index: a recorded number under one of its keys.
///
/// Meant for a table with the primary key (kind, folded, normalised, record), compared byte by byte.
public struct SerialKey: Hashable, Sendable {
    /// What the key is good for.
    public let kind: SerialKeyKind
    /// The key: only signs of the folded alphabet and `?`.
    public let folded: String
    /// The whole recorded number, whatever the kind, so that a candidate can be ranked from the row alone.
    public let normalised: String

    /// Makes a key.
    public init(kind: SerialKeyKind, folded: String, normalised: String) {
        self.kind = kind
        self.folded = folded
        self.normalised = normalised
    }
}
