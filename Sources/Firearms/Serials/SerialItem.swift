/// What a stretch of an examiner's text is, after the words are known.
struct SerialItem {
    enum Kind {
        case number
        /// Places between two groups of a number, from a bracket.
        case gap(Int)
        /// Letters of which the neighbours tell whether they begin or end a number.
        case letters
        case part(NumberPart)
        case state(NumberState)
        case places(SerialPlaces)
        case label
        case and, or
        case word
        case sign(SerialToken.Kind)
    }

    var kind: Kind
    /// As written.
    var text: String
    /// Letters and digits.
    var key: String
    /// Whether nothing stands between this and what comes before.
    var isGlued: Bool
    /// Brackets that became places of the number, as written.
    var remark = ""
    /// Which pair of brackets stands around it, counted from 1; 0 for none.
    var bracket = 0

    var isNumber: Bool { if case .number = kind { true } else { false } }
    var pattern: SerialPattern { SerialPattern(text) }
    /// Four places with a digit: a number of its own rather than a group of one.
    func isWhole(_ least: Int = 4) -> Bool {
        isNumber && pattern.normalised.utf8.count >= least && key.utf8.contains { $0 <= UInt8(ascii: "9") }
    }
}
