/// A number as people write it, with a comma or a point before the decimals.
public struct DecimalNumber: Sendable, Hashable {
    /// The sign before the decimals.
    public enum Mark: Sendable, Hashable, Codable {
        /// `12,5`
        case comma
        /// `12.5`
        case point
    }

    /// Why a text is not read as a number.
    public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// The text as found.
        public let text: String
        /// What is wrong and what is expected.
        public let reason: String
        /// The whole message.
        public var description: String { "\"\(text)\" is no number: \(reason)" }
    }

    /// The number.
    public let value: Double
    /// The same number without rounding: digits, and a point before the decimals if there are any.
    public let text: String
    /// The other number that the text may mean, where nothing tells `1,234` from `1234` or `1.234`.
    public let alternative: Double?

    /// Whether the text may mean two numbers, so that a person should look at it.
    public var isAmbiguous: Bool { alternative != nil }

    /// Reads a number.
    ///
    /// With two kinds of marks the last one stands before the decimals (`1.234,5`, `1,234.5`); a mark that occurs
    /// twice groups thousands (`1.234.567`). One mark with three digits after it (`1,234`) is ambiguous unless `mark`
    /// is known: it is read as decimals, the smaller number, and the other is reported. Spaces and apostrophes between
    /// groups of thousands are accepted.
    ///
    /// - Parameters:
    ///   - text: the text as found.
    ///   - mark: what stands before the decimals in this file, nil when it is not known.
    /// - Throws: a `Problem` with the reason.
    public init(_ text: String, mark: Mark? = nil) throws(Problem) {
        let parts = try NumberParts(text)
        let separators = parts.separators
        let decimalMark = try Self.decimalMark(separators, parts, mark, text)
        guard let exact = parts.number(decimalMark: decimalMark), let value = Double(exact) else {
            throw Problem(text: text, reason: "thousands are not in groups of three digits.")
        }
        self.value = value
        self.text = exact
        if mark == nil, separators.count == 1, parts.looksLikeThousands, let whole = parts.number(decimalMark: nil) {
            alternative = Double(whole)
        } else {
            alternative = nil
        }
    }

    /// The mark before the decimals in a column, from the numbers that can be read in one way only; nil when there are
    /// none, or when they contradict each other.
    public static func detectMark(in column: some Sequence<String>) -> Mark? {
        var found: Set<Mark> = []
        for text in column {
            guard let parts = try? NumberParts(text), let last = parts.separators.last else { continue }
            let isRepeated = parts.separators.count > 1 && parts.separators.allSatisfy { $0 == last }
            guard isRepeated || !parts.looksLikeThousands || parts.separators.count > 1 else { continue }
            // A mark that groups thousands leaves the other one for the decimals.
            found.insert((last == "," as Character) != isRepeated ? .comma : .point)
        }
        return found.count == 1 ? found.first : nil
    }

    private static func decimalMark(
        _ separators: [Character],
        _ parts: NumberParts,
        _ mark: Mark?,
        _ text: String
    ) throws(Problem) -> Character? {
        guard let last = separators.last else { return nil }
        if let mark {
            let character: Character = mark == .comma ? "," : "."
            let places = separators.filter { $0 == character }.count
            guard places <= 1, places == 0 || last == character else {
                throw Problem(text: text, reason: "\"\(character)\" stands before the decimals and can come only once.")
            }
            return places == 1 ? character : nil
        }
        let isRepeated = separators.count > 1 && separators.allSatisfy { $0 == last }
        guard !isRepeated else { return nil }
        guard separators.filter({ $0 == last }).count == 1 else {
            throw Problem(text: text, reason: "commas and points are mixed.")
        }
        return last
    }
}
