/// Words of any script in Latin letters, in the several ways in which countries write them.
public enum Romanisation {
    /// Most ways of writing one word that are kept.
    static let mostForms = 4

    /// The ways of writing each word of a text in small Latin letters without marks, the usual one first.
    ///
    /// Cyrillic by ICAO Doc 9303, BGN/PCGN, ISO 9 and the Ukrainian system; Korean by the Revised Romanization,
    /// McCune-Reischauer and as passports have it; Chinese in Pinyin and Wade-Giles; Japanese kana in Hepburn; Greek,
    /// Armenian, Georgian and Khmer by their usual systems; Arabic and Hebrew letter by letter, without the vowels that
    /// they do not write; other scripts by the Unicode transforms.
    public static func words(of text: String) -> [[String]] {
        NameSplitter.names(in: text).joined().map { word in
            forms(of: word).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// The ways of writing a word, each once, the usual one first; empty for a word of marks.
    static func forms(of word: NameWord) -> [[UInt8]] {
        switch word.script {
        case .latin, .digit: return latin(word.scalars)
        case .cyrillic: return cyrillic(word.scalars)
        case .greek: return some(LetterTable.greek(word.scalars))
        case .armenian: return some(LetterTable.armenian(word.scalars))
        case .georgian: return some(LetterTable.latin(word.scalars))
        case .khmer: return some(LetterTable.khmer(word.scalars))
        case .arabic, .hebrew: return some(AbjadLetters.latin(word.scalars))
        case .hangul: return unique(word.scalars.flatMap(KoreanSyllables.latin))
        case .han: return unique(word.scalars.flatMap(ChineseSyllables.latin))
        case .kana: return some(JapaneseWords.latin(word.scalars))
        case .other: return some(UnicodeTransform.latin(word.scalars))
        case .mark, .none: return []
        }
    }

    private static func some(_ form: [UInt8]) -> [[UInt8]] { form.isEmpty ? [] : [form] }

    private static func unique(_ forms: [[UInt8]]) -> [[UInt8]] {
        var result: [[UInt8]] = []
        for form in forms where !form.isEmpty && !result.contains(form) { result.append(form) }
        return Array(result.prefix(mostForms))
    }

    private static func latin(_ scalars: [Unicode.Scalar]) -> [[UInt8]] {
        var plain: [UInt8] = []
        plain.reserveCapacity(scalars.count)
        var hasMarks = false
        for scalar in scalars {
            switch scalar.value {
            case 0x41...0x5A: plain.append(UInt8(scalar.value) + 32)
            case 0x61...0x7A, 0x30...0x39: plain.append(UInt8(scalar.value))
            default:
                hasMarks = true
                plain += foreign(scalar)
            }
        }
        if !hasMarks { return mixed(plain) }
        let second = scalars.flatMap { LatinLetters.digraph($0) ?? foreign($0) }
        return unique([plain, second])
    }

    /// A letter of another script inside a Latin word is read by itself; often it only looks like a Latin one.
    private static func foreign(_ scalar: Unicode.Scalar) -> [UInt8] {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            return [(65...90).contains(byte) ? byte + 32 : byte]
        }
        switch NameScript(scalar) {
        case .latin: return LatinLetters.plain(scalar)
        case .digit: return [48 + UInt8(clamping: Int(scalar.properties.numericValue ?? 0) % 10)]
        case .cyrillic: return lookalikes[scalar] ?? CyrillicScheme.latin([scalar], .bgn)
        case .greek: return lookalikes[scalar] ?? LetterTable.latin([scalar])
        default: return []
        }
    }

    private static let lookalikes: [Unicode.Scalar: [UInt8]] = {
        let pairs = zip(
            "аеорсухіјѕԁАВЕКМНОРСТХУІЈЅαοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".unicodeScalars,
            "aeopcyxijsdabekmhopctxyijsaoabezhikmnoptyx".utf8)
        return Dictionary(pairs.map { ($0, [$1]) }, uniquingKeysWith: { first, _ in first })
    }()

    /// Digits between letters often stand for the letter that they look like, as in `I9or Sech1n`.
    private static func mixed(_ plain: [UInt8]) -> [[UInt8]] {
        if plain.isEmpty { return [] }
        let digits = plain.count { $0 < 58 }
        if digits == 0 || digits * 2 > plain.count { return [plain] }
        let letters = Array("oizeasgtbg".utf8)
        return [plain, plain.map { $0 < 58 ? letters[Int($0) - 48] : $0 }]
    }

    private static func cyrillic(_ scalars: [Unicode.Scalar]) -> [[UInt8]] {
        let order: [CyrillicScheme] =
            CyrillicScheme.isUkrainian(scalars)
            ? [.ukrainian, .icao, .bgn, .scholarly] : [.bgn, .icao, .scholarly, .ukrainian]
        return unique(order.map { CyrillicScheme.latin(scalars, $0) })
    }
}
