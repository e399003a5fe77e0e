import Identity

/// A document as a notice names it in words: `BR KX123456`, `Passport KX 123456 (Brazil)`.
struct NamedDocument: Sendable, Hashable {
    let number: DocumentNumber
    /// Three-letter code of the issuer; nil where the text names none.
    let issuer: String?

    /// Shorter runs of signs are years, series and abbreviations.
    private static let shortest = 5
    private static let longestSeries = 3

    /// The numbers that a text may mean. Where letters stand apart before the digits they may be the series, which is part
    /// of the number, or an abbreviation of the kind of document, so both readings are given.
    static func documents(in text: String) -> [NamedDocument] {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
        let issuer = words.lazy.filter { !$0.contains(where: \.isNumber) }.compactMap(Self.issuer).first
        var numbers: [String] = []
        for (place, word) in words.enumerated() where word.contains(where: \.isNumber) && !isDate(word) {
            numbers.append(word)
            guard place > 0, isSeries(words[place - 1]) else { continue }
            numbers.append(words[place - 1] + word)
        }
        return numbers.compactMap { DocumentNumber($0) }.filter { $0.text.utf8.count >= shortest }
            .map { NamedDocument(number: $0, issuer: issuer) }
    }

    private static func isSeries(_ word: String) -> Bool {
        word.count <= longestSeries && word.allSatisfy { $0.isUppercase } && issuer(word) == nil
    }

    /// Codes count in capital letters alone: `de` is a word.
    private static func issuer(_ word: String) -> String? {
        guard word.count > longestSeries || word.allSatisfy(\.isUppercase) else { return nil }
        return StateTable.standard.find(word)?.code
    }

    private static func isDate(_ word: String) -> Bool {
        let parts = word.split(separator: "-")
        return parts.count == 3 && parts.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
    }
}
