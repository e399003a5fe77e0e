extension ReferenceTable {
    /// The make that a text names, or nil when it is not known: unknown stays unknown.
    ///
    /// Tried in this order: the whole text as an alias; without company words; the leading words, the rest being taken
    /// for a model; a small spelling error. The rules and their confidence stand in ``RecognitionRule``.
    public func make(_ raw: String) -> Recognition<Make>? {
        guard raw.utf8.count <= TextKey.longest else { return nil }
        let key = TextKey.letters(raw)
        if let entry = makeIndex[key] { return recognition(makes, entry, 1, RecognitionRule.alias) }
        let words = Self.meaningfulWords(raw)
        let shortened = words.joined
        if shortened != key, let entry = makeIndex[shortened] {
            return recognition(makes, entry, 0.95, RecognitionRule.withoutCommonWords)
        }
        for end in words.ends.dropLast().reversed() where end >= 3 {
            // At least three letters: shorter aliases (FN, SW) are too often the beginning of something else.
            if let entry = makeIndex[String(shortened.utf8.prefix(end)) ?? ""] {
                return recognition(makes, entry, 0.85, RecognitionRule.leadingWords)
            }
        }
        return nearest(makes, makeIndex, key) ?? (shortened == key ? nil : nearest(makes, makeIndex, shortened))
    }

    /// The text without company words, joined, and where each word ends in it.
    private static func meaningfulWords(_ raw: String) -> (joined: String, ends: [Int]) {
        var joined = ""
        var ends: [Int] = []
        for word in TextKey.words(raw).utf8.split(separator: UInt8(ascii: " ")) {
            let word = String(Substring(word))
            if companyWords.contains(word) { continue }
            joined += word
            ends.append(joined.utf8.count)
        }
        return (joined, ends)
    }

    /// Words of company names that do not tell one maker from another.
    private static let companyWords: Set<String> = [
        "AG", "AS", "ARMAS", "ARMES", "ARMI", "ARMS", "CO", "COMPANY", "CORP", "CORPORATION", "DE", "FIREARM",
        "FIREARMS", "FABRICA", "FORJAS", "GES", "GMBH", "INC", "IND", "INDUSTRIA", "INDUSTRIAS", "INDUSTRIES", "INT",
        "INTERNATIONAL", "LIMITED", "LLC", "LTD", "LTDA", "MANUFACTURING", "MFG", "SA", "SPA", "SRL", "THE", "USA",
    ]
}
