/// Korean syllables. A block is a number: initial x 588 + vowel x 28 + final (Unicode Standard, section 3.12).
enum KoreanSyllables {
    /// The ways in which a syllable is written in Latin letters: as family names and passports have it, by the Revised
    /// Romanization of 2000, and by McCune-Reischauer without marks.
    static func latin(_ scalar: Unicode.Scalar) -> [[UInt8]] {
        let number = Int(scalar.value) - 0xAC00
        guard (0..<11_172).contains(number) else { return [] }
        let initial = number / 588
        let vowel = number % 588 / 28
        let final = number % 28
        return [
            Array((popularInitials[initial] + popularVowels[vowel] + finals[final]).utf8),
            Array((initials[initial] + vowels[vowel] + finals[final]).utf8),
            Array((mccuneInitials[initial] + popularVowels[vowel] + finals[final]).utf8),
        ]
    }

    private static let initials = [
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
    ]
    private static let popularInitials = [
        "k", "kk", "n", "d", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
    ]
    private static let mccuneInitials = [
        "k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "tch", "ch", "k", "t", "p", "h",
    ]
    private static let vowels = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "eu", "ui", "i",
    ]
    private static let popularVowels = [
        "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "u", "ui", "i",
    ]
    private static let finals = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ]
}

/// Chinese characters as Mandarin syllables.
enum ChineseSyllables {
    /// Pinyin without tones, then Wade-Giles without marks where that differs; empty for a character without a reading.
    static func latin(_ scalar: Unicode.Scalar) -> [[UInt8]] {
        guard let pinyin = readings[scalar] else { return [] }
        let wade = wadeGiles(pinyin)
        return wade == pinyin ? [Array(pinyin.utf8)] : [Array(pinyin.utf8), Array(wade.utf8)]
    }

    /// The simplified character, by which writings of one name on both sides of the strait are the same.
    static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar { simplifiedForms[scalar] ?? scalar }

    /// A syllable of Pinyin in the system of Wade and Giles, as in older documents and on Taiwan.
    static func wadeGiles(_ pinyin: String) -> String {
        if let whole = wadeWhole[pinyin] { return whole }
        var rest = pinyin
        var initial = ""
        for (from, to) in wadeInitials where pinyin.hasPrefix(from) {
            initial = to
            rest = String(pinyin.dropFirst(from.count))
            break
        }
        if rest == "ian" { rest = "ien" } else if rest == "ie" { rest = "ieh" }
        if rest.hasSuffix("ong") { rest = rest.dropLast(3) + "ung" } else if rest == "ue" { rest = "ueh" }
        return initial + rest
    }

    private static let wadeInitials: [(String, String)] = [
        ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch"), ("q", "ch"),
        ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j"), ("p", "p"), ("t", "t"), ("k", "k"), ("h", "h"), ("l", "l"),
        ("m", "m"), ("n", "n"), ("f", "f"), ("s", "s"), ("w", "w"), ("y", "y"),
    ]
    private static let wadeWhole = [
        "zi": "tzu", "ci": "tzu", "si": "ssu", "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "er": "erh",
        "e": "o", "ge": "ko", "ke": "ko", "he": "ho", "you": "yu", "yan": "yen", "ye": "yeh", "yi": "i", "hui": "hui",
        "gui": "kuei", "kui": "kuei", "duo": "to", "tuo": "to", "luo": "lo", "nuo": "no", "zuo": "tso", "cuo": "tso",
        "suo": "so", "zhuo": "cho", "chuo": "cho", "ruo": "jo",
    ]

    /// Every syllable of Pinyin that is the reading of a character, without tones.
    static var allReadings: [String] { NameResource("han_readings", columns: 2).rows.map { String($0[0]) } }

    private static let readings: [Unicode.Scalar: String] = {
        var readings: [Unicode.Scalar: String] = [:]
        readings.reserveCapacity(21_000)
        for row in NameResource("han_readings", columns: 2).rows {
            let reading = String(row[0])
            for scalar in row[1].unicodeScalars { readings[scalar] = reading }
        }
        return readings
    }()

    private static let simplifiedForms: [Unicode.Scalar: Unicode.Scalar] = {
        var forms: [Unicode.Scalar: Unicode.Scalar] = [:]
        for row in NameResource("han_simplified", columns: 1).rows {
            let scalars = Array(row[0].unicodeScalars)
            for place in stride(from: 0, to: scalars.count - 1, by: 2) { forms[scalars[place]] = scalars[place + 1] }
        }
        return forms
    }()
}

/// Japanese kana, and the family names in Chinese characters whose reading no rule gives.
enum JapaneseWords {
    /// Kana in the modified Hepburn system, long vowels written once.
    static func latin(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        var isDoubled = false
        while place < scalars.count {
            let first = hiragana(scalars[place])
            if first == "っ" || first == "ー" {
                isDoubled = first == "っ"
                place += 1
                continue
            }
            var latin = kana[String(first)] ?? []
            var length = 1
            if place + 1 < scalars.count {
                let pair = String(String.UnicodeScalarView([first, hiragana(scalars[place + 1])]))
                if let both = kana[pair] {
                    latin = both
                    length = 2
                }
            }
            if isDoubled, let consonant = latin.first { result.append(consonant) }
            isDoubled = false
            // "ou" and "uu" are long vowels.
            let isLong = latin == [UInt8(ascii: "u")] && (result.last == UInt8(ascii: "o") || result.last == latin[0])
            if !isLong { result += latin }
            place += length
        }
        return result
    }

    /// The reading of a family name of two or three characters at the beginning or end of a run of them.
    static func family(_ characters: [Unicode.Scalar]) -> [UInt8]? {
        families[String(String.UnicodeScalarView(characters))]
    }

    private static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0x30A1...0x30F6).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0x60) ?? scalar
    }

    private static let kana = table("kana")
    private static let families = table("japanese_families")

    private static func table(_ name: String) -> [String: [UInt8]] {
        let pairs = NameResource(name, columns: 2).rows.map { (String($0[0]), Array($0[1].utf8)) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
