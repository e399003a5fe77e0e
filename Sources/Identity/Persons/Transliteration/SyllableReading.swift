/// A Latin word read as syllables of one language and brought to one spelling, by which the systems that write the same
/// syllables are the same.
///
/// Chinese names reach registers in Pinyin (`Zhiqiang`) and in Wade-Giles without its marks (`Chihchiang`), Korean ones by
/// the Revised Romanization (`Jiyeong`), by McCune-Reischauer (`Chiyong`) and as passports have them (`Jiyoung`, `Kim` for
/// `Gim`). Letters differ too much for an edit distance; read as syllables the words are equal.
enum SyllableReading: CaseIterable {
    case mandarin
    case korean

    /// Syllables that a whole name may have: a longer one is of another language.
    static let mostInName = 4
    /// Syllables that one word may have.
    private static let mostInWord = 3

    /// How a word is spelt in the one way, and how many syllables it has; nil for a word that has no such reading.
    func fold(_ letters: [UInt8]) -> (letters: [UInt8], syllables: Int)? {
        switch self {
        case .mandarin: Self.mandarin(letters)
        case .korean: Self.korean(letters)
        }
    }

    // MARK: Mandarin

    /// Wade-Giles without marks, which tells fewer syllables apart than Pinyin does.
    private static func mandarin(_ letters: [UInt8]) -> (letters: [UInt8], syllables: Int)? {
        let pinyin = cut(letters, in: pinyinSyllables)
        let wade = cut(letters, in: wadeSyllables)
        // `chiahao` is chia-hao, not chi-a-hao: fewer syllables are the likelier reading.
        if let pinyin, pinyin.count <= wade?.count ?? .max {
            let folded = pinyin.flatMap { pinyinSyllables[packed(letters[$0])] ?? [] }
            return (folded, pinyin.count)
        }
        return wade.map { (letters, $0.count) }
    }

    /// The Pinyin syllables that occur, and each in Wade-Giles.
    private static let pinyinSyllables: [UInt64: [UInt8]] = {
        let pairs = ChineseSyllables.allReadings.map { pinyin in
            (packed(Array(pinyin.utf8)[...]), Array(ChineseSyllables.wadeGiles(pinyin).utf8))
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    private static let wadeSyllables: [UInt64: [UInt8]] = {
        let pairs = pinyinSyllables.values.map { (packed($0[...]), $0) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    // MARK: Korean

    private static func korean(_ letters: [UInt8]) -> (letters: [UInt8], syllables: Int)? {
        guard let syllables = cut(letters, in: koreanSyllables) else { return nil }
        let folded = syllables.flatMap { koreanSyllables[packed(letters[$0])] ?? [] }
        return (folded, syllables.count)
    }

    /// Every way of writing each block that names are made of, and the one spelling.
    private static let koreanSyllables: [UInt64: [UInt8]] = {
        var found: [UInt64: [UInt8]] = [:]
        for number in 0..<11_172 {
            guard let scalar = Unicode.Scalar(UInt32(0xAC00 + number)) else { continue }
            for latin in KoreanSyllables.latin(scalar) where latin.count <= 7 {
                found[packed(latin[...])] = koreanFold(latin)
            }
        }
        return found
    }()

    /// A syllable without what the systems write differently: voiced and voiceless initials, `eo` and `o`, `eu` and `u`.
    static func koreanFold(_ syllable: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        func next(_ offset: Int) -> UInt8 { place + offset < syllable.count ? syllable[place + offset] : 0 }
        while place < syllable.count {
            let isFinal = !result.isEmpty && place + 1 == syllable.count
            switch syllable[place] {
            case UInt8(ascii: "n") where next(1) == UInt8(ascii: "g"):
                result += Array("ng".utf8)
                place += 1
            case UInt8(ascii: "g") where !isFinal: result.append(UInt8(ascii: "k"))
            case UInt8(ascii: "d"): result.append(UInt8(ascii: "t"))
            case UInt8(ascii: "b"): result.append(UInt8(ascii: "p"))
            case UInt8(ascii: "j"): result += Array("ch".utf8)
            case UInt8(ascii: "t") where next(1) == UInt8(ascii: "c"): break
            case UInt8(ascii: "e") where next(1) == UInt8(ascii: "o") || next(1) == UInt8(ascii: "u"): break
            case let letter: result.append(letter)
            }
            place += 1
        }
        return result
    }

    // MARK: Cutting

    /// The syllables of a word, as few as can be; nil where it is not made of them.
    private static func cut(_ letters: [UInt8], in syllables: [UInt64: [UInt8]]) -> [Range<Int>]? {
        if letters.isEmpty || letters.count > 7 * mostInWord { return nil }
        // For each place the fewest syllables that lead there, and where the last begins.
        var fewest = [Int](repeating: mostInWord + 1, count: letters.count + 1)
        var last = [Int](repeating: 0, count: letters.count + 1)
        fewest[0] = 0
        for start in letters.indices where fewest[start] < mostInWord {
            for end in start + 1...min(start + 7, letters.count) where fewest[start] + 1 < fewest[end] {
                if syllables[packed(letters[start..<end])] == nil { continue }
                fewest[end] = fewest[start] + 1
                last[end] = start
            }
        }
        guard fewest[letters.count] <= mostInWord else { return nil }
        var ranges: [Range<Int>] = []
        var end = letters.count
        while end > 0 {
            ranges.append(last[end]..<end)
            end = last[end]
        }
        return ranges.reversed()
    }

    /// Up to seven letters as a number.
    private static func packed(_ letters: ArraySlice<UInt8>) -> UInt64 {
        letters.reduce(UInt64(letters.count)) { $0 << 8 | UInt64($1) }
    }
}

extension NameDraft {
    /// Adds to each word of a name how it is spelt when the name is read as Chinese or Korean, where all of it can be.
    static func addSyllableForms(to drafts: inout [NameDraft]) {
        for reading in SyllableReading.allCases {
            var folded: [[UInt8]?] = []
            var syllables = 0
            for draft in drafts {
                if draft.character != 0 {
                    guard (draft.character >= 0xAC00) == (reading == .korean) else { break }
                    folded.append(reading == .korean ? SyllableReading.koreanFold(draft.letters) : nil)
                    syllables += 1
                } else {
                    guard draft.marks.isDisjoint(with: .abjad), let found = reading.fold(draft.letters) else { break }
                    folded.append(found.letters)
                    syllables += found.syllables
                }
            }
            guard folded.count == drafts.count, (2...SyllableReading.mostInName).contains(syllables) else { continue }
            for (index, form) in folded.enumerated() {
                let form = form ?? drafts[index].forms.last ?? []
                drafts[index].folded = form
                if !drafts[index].forms.contains(form) { drafts[index].forms.append(form) }
            }
        }
    }
}
