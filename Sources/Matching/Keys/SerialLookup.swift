/// What a look-up is for, in order of value.
public enum SerialLookupStep: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// The number itself.
    case exact = 0
    /// Characters of the same confusable class.
    case confusable
    /// Letters between digits left out.
    case embedded
    /// Same places, some of them unreadable.
    case unreadable
    /// Known beginning only.
    case beginning
    /// Known end only.
    case end

    /// By value of what is found.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One look-up in the serial index: a half-open range of keys of one kind, possibly of a single key.
///
/// As SQL: `kind = ? AND folded >= lowerBound AND folded < upperBound`, or `folded = lowerBound` when `isEquality`;
/// `AND normalised = ?` when there is one; `AND folded LIKE ?` when there is a shape. Keys compare byte by byte
/// (SQLite's BINARY, PostgreSQL's `COLLATE "C"`).
public struct SerialLookup: Hashable, Sendable {
    /// The kind of key to look among.
    public let kind: SerialKeyKind
    /// Least key, included.
    public let lowerBound: String
    /// Least key that is beyond, excluded.
    public let upperBound: String
    /// Whether only `lowerBound` itself lies in the range.
    public let isEquality: Bool
    /// The recorded number that is asked for, where only the equal one is.
    public let normalised: String?
    /// A pattern for SQL's LIKE that the key must also fit: `_` stands for one unreadable place. Without it the number
    /// of keys in the range could hide the right one behind a limit.
    public let shape: String?
    /// What the look-up is for.
    public let step: SerialLookupStep

    /// A look-up of one key. `!` sorts before every sign of a key, so nothing but the key itself lies below the bound.
    static func equal(
        _ kind: SerialKeyKind, _ key: String, _ step: SerialLookupStep, normalised: String? = nil
    ) -> SerialLookup {
        SerialLookup(
            kind: kind, lowerBound: key, upperBound: key + "!", isEquality: true, normalised: normalised, shape: nil,
            step: step
        )
    }

    /// A look-up of all keys that begin so. `~` sorts after every sign of a key.
    static func beginning(
        _ kind: SerialKeyKind, _ prefix: String, _ step: SerialLookupStep, shape: String? = nil
    ) -> SerialLookup {
        SerialLookup(
            kind: kind, lowerBound: prefix, upperBound: prefix + "~", isEquality: false, normalised: nil, shape: shape,
            step: step
        )
    }

    /// Whether this look-up finds a key: the meaning of the SQL above, for indexes that are not a database.
    public func finds(_ key: SerialKey) -> Bool {
        guard key.kind == kind, Self.precedes(lowerBound, key.folded, orEqual: true),
            Self.precedes(key.folded, upperBound, orEqual: false)
        else { return false }
        if let normalised, normalised != key.normalised { return false }
        guard let shape else { return true }
        return shape.utf8.count == key.folded.utf8.count
            && zip(shape.utf8, key.folded.utf8).allSatisfy { $0 == UInt8(ascii: "_") || $0 == $1 }
    }

    private static func precedes(_ left: String, _ right: String, orEqual: Bool) -> Bool {
        left == right ? orEqual : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
