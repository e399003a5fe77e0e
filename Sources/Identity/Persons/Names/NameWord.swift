import Foundation

/// One written word of a name with what stood around it.
struct NameWord {
    /// The letters, digits and marks in composed form; apostrophes inside are left out.
    var scalars: [Unicode.Scalar]
    /// The script of the first letter; `.digit` where there is none.
    var script: NameScript
    /// A hyphen joins it to the word before.
    var followsHyphen = false
    /// A comma stands before it.
    var followsComma = false
    /// A full stop follows, as in `J. Doe`.
    var endsWithStop = false
    /// The word before ended with a full stop, and no space stands between, as in `A.B.C.`.
    var followsStop = false

    var text: String { String(String.UnicodeScalarView(scalars)) }
    /// All letters are capitals, and there are at least two.
    var isCapitals: Bool { scalars.count > 1 && scalars.allSatisfy { $0.properties.isUppercase } }
}

/// Cuts the text of a name into words, and a text that states several names into those.
struct NameSplitter {
    /// Scalars of a text that are looked at; the rest of a longer one is left out.
    static let longestText = 600
    /// Letters of a word that are looked at.
    static let longestWord = 40
    /// Words of a name that are looked at.
    static let mostWords = 24
    /// Names that one text may state.
    static let mostNames = 8

    private var names: [[NameWord]] = []
    private var words: [NameWord] = []
    private var word: [Unicode.Scalar] = []
    private var script = NameScript.none
    private var followsHyphen = false
    private var followsComma = false
    private var followsStop = false

    /// The names that a text states, each as its words: `A a.k.a. B` and `A/B` state two.
    static func names(in text: String) -> [[NameWord]] {
        var splitter = NameSplitter()
        for scalar in composed(text).prefix(longestText) { splitter.take(scalar) }
        splitter.endWord()
        splitter.endName()
        return splitter.names
    }

    /// Compatibility forms (full-width letters, ligatures, Arabic presentation forms) become the plain ones.
    private static func composed(_ text: String) -> String.UnicodeScalarView.SubSequence {
        let scalars = text.unicodeScalars.prefix(longestText)
        if scalars.allSatisfy({ $0.isASCII || (0xC0...0x24F).contains($0.value) }) { return scalars }
        return String(String.UnicodeScalarView(scalars)).precomposedStringWithCompatibilityMapping.unicodeScalars[...]
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        let kind = NameScript(scalar)
        switch kind {
        case .none: takeSign(scalar)
        case .mark: if !word.isEmpty { word.append(scalar) }
        case .han, .hangul:
            // A character is a syllable, and is a word of its own.
            endWord()
            word = [scalar]
            script = kind
            endWord()
        default:
            if !word.isEmpty, script != kind, script == .han || script == .hangul { endWord() }
            if word.isEmpty || script == .digit { script = kind }
            word.append(scalar)
        }
    }

    private mutating func takeSign(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "'", "\u{2018}", "\u{2019}", "\u{201B}", "\u{2B9}"..."\u{2C1}", "\u{2C8}", "`", "\u{B4}", "\u{640}": break
        case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{5BE}", "_":
            endWord()
            followsHyphen = true
        case ".":
            endWord()
            if !words.isEmpty, !followsStop {
                words[words.count - 1].endsWithStop = true
                followsStop = true
            }
        case ",", "\u{60C}", "\u{3001}", "\u{FF0C}":
            endWord()
            followsComma = !words.isEmpty
            followsStop = false
        case "&", "+":
            endWord()
            word = Array("and".unicodeScalars)
            script = .latin
            endWord()
        case "%":
            endWord()
            word = Array("percent".unicodeScalars)
            script = .latin
            endWord()
        case "/" where word.count == 1:
            // `A/S` and `M/V` are abbreviations, `Smith/Jones` are two names.
            take(".")
        case "/", ";", "|", "\\", "\n", "@":
            endWord()
            endName()
        default:
            // Controls, joiners and marks of direction do not part a word; anything else does.
            if scalar.properties.generalCategory == .format || scalar.value == 0xFE0F { return }
            endWord()
            followsStop = false
            followsHyphen = false
        }
    }

    private mutating func endWord() {
        if word.isEmpty { return }
        if words.count < Self.mostWords {
            words.append(
                NameWord(
                    scalars: Array(word.prefix(Self.longestWord)), script: script, followsHyphen: followsHyphen,
                    followsComma: followsComma, followsStop: followsStop
                )
            )
        }
        word.removeAll(keepingCapacity: true)
        followsHyphen = false
        followsComma = false
        followsStop = false
    }

    private mutating func endName() {
        defer { words = [] }
        var rest = words[...]
        // "also known as" and its like part names as well.
        while let cut = Self.aliasMark(in: rest) {
            add(rest[..<cut.lowerBound])
            rest = rest[cut.upperBound...]
        }
        add(rest)
    }

    private mutating func add(_ words: ArraySlice<NameWord>) {
        if !words.isEmpty, names.count < Self.mostNames { names.append(Array(words)) }
    }

    private static func aliasMark(in words: ArraySlice<NameWord>) -> Range<Int>? {
        if words.count < 2 { return nil }
        for (index, word) in zip(words.indices, words) where word.script == .latin {
            let length: Int
            switch word.text.lowercased() {
            case "alias", "aka", "dit", "formerly", "fka", "nee": length = 1
            case "a" where spells(words[index...], "aka"): length = 3
            case "f" where spells(words[index...], "fka"): length = 3
            case "also" where spells(words[index...], "aka"): length = 3
            default: continue
            }
            if index > words.startIndex { return index..<min(index + length, words.endIndex) }
        }
        return nil
    }

    /// The next words begin with these letters: three initials written together, or "also known as".
    private static func spells(_ words: ArraySlice<NameWord>, _ initials: String) -> Bool {
        let next = words.prefix(3)
        let isSpelt = next.map { $0.text.lowercased().prefix(1) }.joined() == initials
        if next.first?.scalars.count == 1 { return isSpelt && next.dropFirst().allSatisfy { $0.followsStop } }
        return isSpelt && next.map { $0.text.lowercased() } == ["also", "known", "as"]
    }
}
