import Foundation

/// Latin letters with marks as plain ones.
enum LatinLetters {
    /// The plain letters of a scalar, in small letters; empty for one that is not Latin.
    static func plain(_ scalar: Unicode.Scalar) -> [UInt8] {
        let index = Int(scalar.value)
        return index < table.count ? table[index] : []
    }

    /// How some countries write a letter in two where marks are missing; nil where it is as ``plain(_:)``.
    static func digraph(_ scalar: Unicode.Scalar) -> [UInt8]? {
        let index = Int(scalar.value)
        return index < digraphs.count ? digraphs[index] : nil
    }

    private static let special: [Unicode.Scalar: String] = [
        "ß": "ss", "ẞ": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "œ": "oe",
        "ə": "a", "ħ": "h", "ŋ": "n", "ĸ": "k", "ŧ": "t", "ƒ": "f", "ŀ": "l", "ĳ": "ij", "ɓ": "b", "ɗ": "d",
        "ƙ": "k", "ɛ": "e", "ɔ": "o", "ǝ": "e", "ƴ": "y", "ª": "a", "º": "o", "ɣ": "g", "ɲ": "n", "ŉ": "n", "ơ": "o",
        "ư": "u", "ƶ": "z", "ɨ": "i", "ʉ": "u",
    ]

    private static let table: [[UInt8]] = (0..<0x1F00).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)), NameScript(scalar) == .latin else { return [] }
        let small = String(scalar).lowercased()
        if let first = small.unicodeScalars.first, let text = special[first] { return Array(text.utf8) }
        let letters = small.decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.isASCII }
        return letters.flatMap { special[$0].map { Array($0.utf8) } ?? [UInt8($0.value)] }
    }

    private static let digraphs: [[UInt8]?] = {
        let pairs: [(String, String)] = [
            ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"), ("š", "sh"), ("ş", "sh"), ("ș", "sh"),
            ("ś", "sh"), ("č", "ch"), ("ć", "ch"), ("ç", "ch"), ("ž", "zh"), ("ż", "zh"), ("ţ", "ts"), ("ț", "ts"),
            ("ñ", "ny"), ("đ", "dj"), ("ğ", "gh"), ("ŵ", "w"), ("ř", "rzh"), ("ə", "e"), ("ı", "y"), ("ī", "ee"),
            ("ū", "oo"), ("ō", "ou"), ("ł", "w"),
        ]
        var digraphs = [[UInt8]?](repeating: nil, count: 0x220)
        for (letter, latin) in pairs {
            for text in [letter, letter.uppercased()] {
                guard let scalar = text.unicodeScalars.first, scalar.value < 0x220 else { continue }
                digraphs[Int(scalar.value)] = Array(latin.utf8)
            }
        }
        return digraphs
    }()
}
