/// Why a text is no machine-readable zone.
public struct ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Hashable, Sendable {
        /// Nothing was given.
        case empty
        /// More than any zone holds.
        case tooLong = "too-long"
        /// A character that no zone has.
        case character
        /// The lines have the lengths of no format.
        case format
    }

    /// What was wrong.
    public let code: Code
    /// The line, from 1; nil where the whole text is meant.
    public let line: Int?
    /// What was read and what to do.
    public let detail: String

    init(_ code: Code, line: Int? = nil, _ detail: String) {
        self.code = code
        self.line = line
        self.detail = detail
    }

    /// A sentence for people.
    public var description: String { line.map { "line \($0): \(detail)" } ?? detail }
}
