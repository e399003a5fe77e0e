/// What the words beside the numbers of a calibre say, from the resource `calibre_words.csv`.
///
/// `ESPECIAL`, `SPL` and `SPC` are one word here, so that an alias need not be listed in every language and shortening.
struct CalibreWords: Sendable {
    enum Meaning: Hashable, Sendable {
        /// A word that tells calibres apart, in the one form used for comparing.
        case word(String)
        /// "Calibre": the number beside it is one.
        case calibre
        /// "Or": what follows is another calibre.
        case or
        /// Units, and words that say nothing about which calibre it is.
        case ignored
    }

    /// Most words that a phrase of the list may have.
    static let longestPhrase = 4

    private let meanings: [String: Meaning]
    private let long: [(spelling: [UInt8], meaning: Meaning)]

    /// The project's own list.
    static let standard: CalibreWords = ResourceText.orStop { () throws(ReferenceTableError) in
        try CalibreWords(ResourceText.load("calibre_words"))
    }

    /// Reads a list with the columns phrase, meaning; throws ``ReferenceTableError``.
    init(_ text: ResourceText) throws(ReferenceTableError) {
        var meanings: [String: Meaning] = [:]
        var long: [(spelling: [UInt8], meaning: Meaning)] = []
        for row in try text.rows(columns: 2) {
            let phrase = row.fields[0].uppercased()
            let meaning: Meaning =
                switch row.fields[1] {
                case "calibre": .calibre
                case "or": .or
                case "ignored": .ignored
                case let word: .word(word)
                }
            if meanings.updateValue(meaning, forKey: phrase) != nil {
                throw text.error(.duplicate, line: row.line, "\"\(row.fields[0])\" stands twice")
            }
            if phrase.utf8.count >= 5, !phrase.contains(" ") { long.append((Array(phrase.utf8), meaning)) }
        }
        self.meanings = meanings
        self.long = long
    }

    /// The meaning of these words, written with one space between them.
    subscript(phrase: String) -> Meaning? { meanings[phrase] }

    /// The meaning of the listed word that this one misspells: one letter wrong from five letters, two from eight.
    func misspelt(_ word: String) -> Meaning? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 5, bytes.count <= 16 else { return nil }
        var best: (distance: Int, meaning: Meaning)?
        var isAmbiguous = false
        for known in long where known.spelling[0] == bytes[0] {
            let bound = min(bytes.count, known.spelling.count) >= 8 ? 2 : 1
            guard let distance = SpellingDistance.between(bytes, known.spelling, bound: bound) else { continue }
            if let found = best, found.distance <= distance {
                if found.distance == distance && found.meaning != known.meaning { isAmbiguous = true }
            } else {
                best = (distance, known.meaning)
                isAmbiguous = false
            }
        }
        return isAmbiguous ? nil : best?.meaning
    }
}
