public import Storage

/// A notice: its content, its owner, and where it stands.
public struct Notice: Sendable, Hashable {
    /// Row number in the database; means nothing outside this installation.
    public var sequence: Int64
    /// The number people use: `2026/00123`.
    public var number: String
    /// Code of the bureau that owns it.
    public var bureau: String
    /// Where it stands.
    public var state: NoticeState
    /// 1 for the first version; each change adds one.
    public var version: Int
    /// When the first version was written.
    public var createdAt: Moment
    /// When this version was written.
    public var changedAt: Moment
    /// When it was first published; nil before.
    public var publishedAt: Moment?
    /// What the owner states; without `hiddenFrom` where another bureau reads it.
    public var content: NoticeContent

    /// The number as it stands in paths: `2026-00123`.
    public var pathNumber: String { number.replacing("/", with: "-") }
}

/// A superseded version of a notice.
public struct NoticeVersion: Sendable, Hashable {
    /// Number of the version, counted from 1.
    public var version: Int
    /// Where the notice stood.
    public var state: NoticeState
    /// What the owner stated.
    public var content: NoticeContent
    /// When it was written.
    public var changedAt: Moment
    /// Sign-in name of who put the next version in its place.
    public var changedBy: String
    /// Why; may be empty.
    public var reason: String
}

/// A number that names a notice, in both spellings: `2026/00123` and `2026-00123`.
public struct NoticeNumber: Sendable, Hashable, LosslessStringConvertible {
    /// The year and the count in it, with a slash.
    public let description: String

    /// The number as it stands in paths, with a hyphen.
    public var pathText: String { description.replacing("/", with: "-") }

    /// Reads either spelling; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
        guard parts.count == 2, parts[0].utf8.count == 4, (1...9).contains(parts[1].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
        else { return nil }
        description = "\(parts[0])/\(parts[1])"
    }

    /// The number of a count in a year, at least five digits.
    init(year: String, count: Int64) {
        let digits = String(count)
        description = "\(year)/\(String(repeating: "0", count: max(0, 5 - digits.utf8.count)))\(digits)"
    }
}
