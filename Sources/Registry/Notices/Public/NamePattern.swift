/// A pattern that names are searched by: a part of a name, or an expression such as `^....$`.
///
/// Expressions are those that readers of notices use: `^ $ . [a-z] [^a-z] * + ? {m,n} | ( )` and `\` before a sign that
/// is to be taken as it is; letters match in either case. They are run by a set of states, never by trying ways one after
/// the other, so that a search costs at most the length of the name times the size of the pattern (Thompson 1968,
/// doi:10.1145/363347.363387).
public struct NamePattern: Sendable, Hashable {
    /// The pattern as it was given.
    public let text: String
    private let program: NamePatternProgram?
    private let part: String

    /// Longest pattern, characters.
    public static let longest = 100

    /// Reads a pattern; nil when it is too long or no expression.
    public init?(_ text: String) {
        guard text.unicodeScalars.count <= Self.longest else { return nil }
        self.text = text
        let key = NoticeKey.folded(text)
        part = key
        guard text.contains(where: { "^$.[]*+?{}|()\\".contains($0) }) else {
            program = nil
            return
        }
        guard let program = NamePatternProgram(Array(key.unicodeScalars)) else { return nil }
        self.program = program
    }

    /// The part of a name to look for, in its compared form; nil for an expression.
    var plainPart: String? { program == nil ? part : nil }

    /// Whether the pattern matches somewhere in a name's compared form.
    func matches(_ key: String) -> Bool {
        guard let program else { return key.contains(part) }
        return program.matches(Array(key.unicodeScalars))
    }
}
