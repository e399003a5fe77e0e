/// A text that should name a maker, taken apart into words.
struct MakeText {
    /// Runs of letters and runs of digits: `GLOCK17` is two words.
    let words: [String]
    /// Whether a word may stand beside a name without being part of it.
    let isBeside: [Bool]
    /// Places of the words that are not the form of a company in law.
    let withoutLegalForm: [Int]
    /// Places of the words that are not company words, joining words or countries.
    let names: [Int]
    /// Places of the words that may be a name: also without kinds of firearm, numbers, and words for unknown.
    let core: [Int]
    /// Whether something in the text keeps two names apart.
    let hasSeparator: Bool

    /// Words beyond this many are not looked at.
    private static let most = 14

    init(_ raw: String) {
        var words: [String] = []
        for word in TextKey.words(raw).utf8.split(separator: UInt8(ascii: " ")) {
            var start = word.startIndex
            while start < word.endIndex, words.count < Self.most {
                let isDigit = word[start] <= 57
                let end = word[start...].firstIndex { ($0 <= 57) != isDigit } ?? word.endIndex
                words.append(String(Substring(word[start..<end])))
                start = end
            }
        }
        self.words = words
        isBeside = words.map { Self.isNumber($0) || MakeWords.beside.contains($0) }
        withoutLegalForm = words.indices.filter { !MakeWords.legalForm.contains(words[$0]) }
        names = words.indices.filter {
            !MakeWords.company.contains(words[$0]) && !MakeWords.country.contains(words[$0])
        }
        core = names.filter { [isBeside] in !isBeside[$0] }
        hasSeparator = raw.utf8.contains { "/,;([|+".utf8.contains($0) }
    }

    /// Place of the first word that may be part of a name.
    var firstName: Int { isBeside.firstIndex(of: false) ?? 0 }

    /// The words written together.
    func joined(_ places: some Collection<Int>) -> String {
        if places.count == 1, let only = places.first { return words[only] }
        return places.reduce(into: "") { $0 += words[$1] }
    }

    /// Whether all other words are numbers, letters of a model number or words that may stand beside a name.
    func isExplained(without range: Range<Int>) -> Bool {
        words.indices.allSatisfy { place in
            range.contains(place) || isBeside[place]
                || words[place].utf8.count <= 2 && isNextToNumber(place)
        }
    }

    private func isNextToNumber(_ place: Int) -> Bool {
        place > 0 && Self.isNumber(words[place - 1]) || place + 1 < words.count && Self.isNumber(words[place + 1])
    }

    /// Whether a number follows the word.
    func isBeforeNumber(_ place: Int) -> Bool { place + 1 < words.count && Self.isNumber(words[place + 1]) }

    /// Whether the number before this word may be a calibre: `38`, `9 MM`, `357`, `7 62`.
    func followsCartridgeNumber(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = words[place - 1]
        if before == "MM", place > 1 { return Self.isNumber(words[place - 2]) }
        return Self.isNumber(before) && before.utf8.count <= 3
    }

    private static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { $0 <= 57 } }
}
