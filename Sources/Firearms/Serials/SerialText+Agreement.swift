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
        let whole = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // "3D printed": the words for a home-made gun hold a digit, and no number.
        let stated = numbers.filter { $0.number.state != .privatelyMade || $0.number.text != whole }
        return stated.map(\.pattern).filter { $0.knownPlaces > 0 }.map(\.normalised).filter {
            seen.insert($0).inserted
        }
    }

    /// The labels that ask for one state of a number.
    public static let stateLabels: Set<String> = ["REMOVED", "NONE", "PRIVATELY-MADE", "PARTIAL"]

    /// Whether a label says the same.
    ///
    /// A label is the number with `?` (or `*`, `_`, `#`) for an unreadable place, separators and case as one likes;
    /// several numbers, in any order, stand apart by a space, `;`, `/`, `|`, `,` or `+`. The same meaning in another form
    /// agrees too:
    /// - an empty label, or a word for a removed or missing number, says that there is nothing to compare; only
    ///   ``stateLabels`` ask for that state, and not even they where a file knows but one of them, or where an
    ///   abbreviation (`N/C`) does not say more than that no number is given;
    /// - two readings of one number are that number with the places unreadable in which they differ;
    /// - places at an end that are gone in words or points, not in signs, may be left out, for nobody counted them;
    /// - a label that has a sign where the text has none to read knows the gun; the reading is right in all that is written;
    /// - one number is enough where the others stand on other parts: that of the frame, else the first.
    /// - Parameter distinguishesStates: whether the labels of the file tell removed numbers from missing ones.
    public func agrees(withExpected expected: String, distinguishesStates: Bool = true) -> Bool {
        let label = expected.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let found = patterns
        let code = label.uppercased()
        if Self.stateLabels.contains(code) {
            if code == canonical { return true }
            // "N/C" says that no number is given, and not why.
            let isShort = canonical == "NONE" && code == "REMOVED" && TextKey.letters(raw).utf8.count <= 3
            return isShort || !distinguishesStates && code != "PARTIAL" && found.isEmpty
        }
        if SerialPattern(label).knownPlaces == 0 { return found.isEmpty || hasOnlyOtherNumbers }
        if found.isEmpty { return SerialText(label).patterns.isEmpty }
        return Self.readings(of: label).contains { agrees(with: $0, found) }
    }

    private func agrees(with wanted: Set<String>, _ found: [String]) -> Bool {
        if wanted == Set(found) { return true }
        if found.count == 1, wanted.count > 1, Self.laidOver(wanted) == found[0] {
            let written = SerialPattern(raw).normalised
            return wanted.allSatisfy(written.contains)
        }
        guard wanted.count == 1, let only = wanted.first else { return false }
        if found.count == 1, Self.resolves(found[0], only) { return true }
        return principal == only || found.count == 1 && readsWithoutLostEnds(found[0], as: only)
    }

    /// What a label can mean: one number, several, or a text like any examiner's.
    private static func readings(of label: String) -> [Set<String>] {
        func parts(_ separators: String) -> Set<String> {
            let parts = label.split(whereSeparator: separators.contains).map { SerialPattern(String($0)).normalised }
            return Set(parts.filter { !$0.isEmpty })
        }
        return [
            [SerialPattern(label).normalised], parts(";|,/+"), parts(";|,/+ "), Set(SerialText(label).patterns),
        ]
    }

    /// Whether the numbers are those of small parts: assembly, stock, magazine. None of them is the serial number.
    private var hasOnlyOtherNumbers: Bool {
        numbers.allSatisfy { $0.pattern.knownPlaces == 0 || $0.number.part == .other }
    }

    /// The number of the frame, else the first; nil where another number stands on the same part.
    private var principal: String? {
        let known = numbers.filter { $0.pattern.knownPlaces > 0 }
        guard let main = known.first(where: { $0.number.part == .frame }) ?? known.first else { return nil }
        let rivals = known.filter { $0.number.part == main.number.part && $0.pattern != main.pattern }
        return rivals.isEmpty ? main.pattern.normalised : nil
    }

    /// Readings of one number laid over each other, `?` where they differ; nil where their lengths do.
    private static func laidOver(_ readings: Set<String>) -> String? {
        guard let first = readings.first, readings.allSatisfy({ $0.utf8.count == first.utf8.count }) else { return nil }
        var bytes = Array(first.utf8)
        for reading in readings {
            for (place, byte) in reading.utf8.enumerated() where bytes[place] != byte {
                bytes[place] = SerialPattern.unreadable
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a complete number is the one read, wherever a place could be read, three places at least.
    private static func resolves(_ found: String, _ label: String) -> Bool {
        let (read, full) = (Array(found.utf8), Array(label.utf8))
        guard read.count == full.count, !full.contains(SerialPattern.unreadable) else { return false }
        let known = read.count { $0 != SerialPattern.unreadable }
        return known >= 3 && zip(read, full).allSatisfy { $0 == SerialPattern.unreadable || $0 == $1 }
    }

    private func readsWithoutLostEnds(_ found: String, as label: String) -> Bool {
        if raw.contains(where: { "?*_#".contains($0) }) { return false }
        func trimmed(_ text: String) -> String {
            let signs = { (byte: UInt8) in byte == SerialPattern.unreadable }
            let start = text.utf8.drop(while: signs)
            return String(decoding: start.reversed().drop(while: signs).reversed(), as: UTF8.self)
        }
        return trimmed(found) == trimmed(label)
    }
}
