/// The form in which a reading is compared with what somebody else read in the same text.
extension SerialText {
    /// The patterns of all numbers, joined by `|`, each once; without any the state in capitals: `REMOVED`, `NONE`,
    /// `PRIVATELY-MADE`, `PARTIAL`.
    public var canonical: String {
        let found = patterns
        return found.isEmpty
            ? (numbers.first?.number.state ?? .none).rawValue.uppercased() : found.joined(separator: "|")
    }

    /// The numbers that can be compared, normalised, in the written order, each once.
    public var patterns: [String] {
        var seen: Set<String> = []
        return numbers.map(\.pattern).filter { $0.knownPlaces > 0 }.map(\.normalised).filter {
            seen.insert($0).inserted
        }
    }

    /// Whether a label says the same.
    ///
    /// A label is the number with `?` (or `*`, `_`, `#`) for an unreadable place, separators and case as one likes;
    /// several numbers, in any order, stand apart by a space, `;`, `/`, `|`, `,` or `+`. An empty label, or one of the
    /// words for a removed or missing number, says that there is nothing to compare; only `REMOVED`, `NONE`,
    /// `PRIVATELY-MADE` and `PARTIAL` ask for that state.
    public func agrees(withExpected expected: String) -> Bool {
        let label = expected.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let found = patterns
        let code = label.uppercased()
        if ["REMOVED", "NONE", "PRIVATELY-MADE", "PARTIAL"].contains(code) { return code == canonical }
        if SerialPattern(label).knownPlaces == 0 { return found.isEmpty }
        if found.isEmpty { return SerialText(label).patterns.isEmpty }
        if found.count == 1, SerialPattern(label).normalised == found[0] { return true }
        let wanted = Set(found)
        return Self.parts(label, ";|,/+") == wanted || Self.parts(label, ";|,/+ ") == wanted
            || Set(SerialText(label).patterns) == wanted
    }

    private static func parts(_ label: String, _ separators: String) -> Set<String> {
        let parts = label.split(whereSeparator: separators.contains).map { SerialPattern(String($0)).normalised }
        return Set(parts.filter { !$0.isEmpty })
    }
}
