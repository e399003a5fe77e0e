/// One word or sign of an examiner's text.
struct SerialToken {
    enum Kind {
        /// Letters, digits and signs for unreadable places.
        case word
        /// A bracket that says that some places between two groups cannot be read: `12 [ilegível] 45`.
        case gap(Int)
        case open, close, colon, comma, slash, dash, plus
        /// A semicolon, a line break, a bar, the point of a sentence.
        case stop
    }

    let kind: Kind
    /// As written, after ``SerialScanner/plain(_:)``; unreadable places of a word are all written `?`, `*`, `_`, `#`.
    let text: String
    /// Letters and digits only; empty for a sign.
    let key: String
    /// Whether nothing stands between this and what comes before.
    let isGlued: Bool

    init(_ kind: Kind, _ text: String, isGlued: Bool) {
        self.kind = kind
        self.text = text
        self.isGlued = isGlued
        if case .word = kind { key = Self.key(text) } else { key = "" }
    }

    /// The sign of an ordinal is kept as a letter: `1º` is "first", `1` is "one"; `Nº` is the label "no.".
    private static func key(_ text: String) -> String {
        let letters = TextKey.letters(text)
        guard letters.utf8.count <= 2, text.unicodeScalars.contains(where: { "º°ª".unicodeScalars.contains($0) }),
            letters == "N" || Int(letters) != nil
        else { return letters == "N" && text.hasSuffix(".") ? "NO" : letters }
        return letters + "O"
    }

    var isWord: Bool { if case .word = kind { true } else { false } }

    /// Number of places if the word is taken as a number.
    var places: Int { SerialPattern(text).normalised.utf8.count }
    var hasDigit: Bool { key.utf8.contains { $0 <= UInt8(ascii: "9") } }
    var hasUnreadablePlaces: Bool { SerialPattern(text).hasUnreadablePlaces }
}
