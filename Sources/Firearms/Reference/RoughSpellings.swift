/// Finds makes by a rough likeness of the name, where no spelling is near: a wrong first letter, a name written as it is
/// spoken, a slip in a short name, a name without its vowels, shortened words.
///
/// Of several that are alike the one earlier in the table is taken, where the commonest makes stand, with less
/// confidence. No answer here is sure.
struct RoughSpellings: Sendable {
    private struct Name: Sendable {
        let words: [[UInt8]]
        let place: Int
    }

    /// Places by the sound of the name, of the name without its first letter, and of the name as spoken.
    private var sounds: [[UInt8]: [Int]] = [:]
    private var tails: [[UInt8]: [Int]] = [:]
    private var spoken: [[UInt8]: [Int]] = [:]
    /// Places by the consonants of the name.
    private var consonants: [[UInt8]: [Int]] = [:]
    /// Names, no aliases, of three and four letters of the commonest makes.
    private var short: [(bytes: [UInt8], place: Int)] = []
    /// Names of several words by the first letter of the first.
    private var names = [[Name]](repeating: [], count: 256)

    /// The makes that stand first in the table: nearly all that agencies name.
    private static let commonest = 140

    /// Adds a name or alias; the key is that of ``TextKey/letters(_:)``.
    mutating func add(_ name: String, _ key: [UInt8], _ place: Int, isAlias: Bool) {
        guard !key.contains(where: \.isDigit) else { return }
        let sound = NameSound.fold(key)
        if key.count >= 4 {
            Self.claim(&sounds, sound, place)
            Self.claim(&tails, Array(sound.dropFirst()), place)
            Self.claim(&spoken, NameSound.spoken(sound), place)
        }
        if place < Self.commonest {
            if !isAlias, (3...4).contains(key.count) { short.append((key, place)) }
            let rest = Self.withoutVowels(key)
            if rest.count >= 3, rest.count < key.count { Self.claim(&consonants, rest, place) }
        }
        let words = Self.words(name)
        if words.count > 1 { names[Int(words[0][0])].append(Name(words: words, place: place)) }
    }

    private static func claim(_ table: inout [[UInt8]: [Int]], _ key: [UInt8], _ place: Int) {
        if table[key]?.contains(place) != true { table[key, default: []].append(place) }
    }

    /// The makes whose name is roughly this key, likeliest first.
    func near(_ key: [UInt8]) -> [MakeSpellings.Near] {
        guard key.count >= 3, !key.contains(where: { $0.isDigit && $0 != UInt8(ascii: "0") }) else { return [] }
        let sound = NameSound.fold(key)
        if let places = firstLetter(key, sound) { return answers(places, 0.65, RecognitionRule.firstLetter) }
        let heard = NameSound.spoken(sound)
        if heard.count >= 3, key.count >= 4, let places = spoken[heard] {
            return answers(places, 0.7, RecognitionRule.asSpoken)
        }
        if let places = shortSlip(key) { return answers(places, 0.5, RecognitionRule.spellingOne) }
        if !key.contains(where: \.isVowel), let places = consonants[Self.withoutVowels(key)] {
            return answers(places, 0.6, RecognitionRule.shortenedWords)
        }
        return []
    }

    /// Whether a make is among those that agencies name most.
    static func isCommon(_ place: Int) -> Bool { place < commonest }

    private func answers(_ places: [Int], _ confidence: Double, _ rule: String) -> [MakeSpellings.Near] {
        places.sorted().map {
            MakeSpellings.Near(place: $0, confidence: places.count > 1 ? min(confidence, 0.5) : confidence, rule: rule)
        }
    }

    /// The first letter is another, is missing, is one too many or has changed places with the second.
    private func firstLetter(_ key: [UInt8], _ sound: [UInt8]) -> [Int]? {
        let tail = Array(sound.dropFirst())
        if tail.count >= 4, let places = sounds[tail] { return places }
        if tail.count >= 3, key.count >= 5, let places = tails[tail] { return places }
        if sound.count >= 3, key.count >= 4, let places = tails[sound] { return places }
        guard key.count >= 5 else { return nil }
        var swapped = key
        swapped.swapAt(0, 1)
        return sounds[NameSound.fold(swapped)]
    }

    /// One slip in a name of three or four letters; in three, only a letter doubled or two that changed places.
    private func shortSlip(_ key: [UInt8]) -> [Int]? {
        guard (3...5).contains(key.count) else { return nil }
        var found: [(place: Int, rank: Int)] = []
        for name in short {
            guard SpellingDistance.between(key, name.bytes, bound: 1) == 1 else { continue }
            let isSameLetters = key.sorted() == name.bytes.sorted()
            let isDoubled = key.count == name.bytes.count + 1 && Set(key) == Set(name.bytes)
            if name.bytes.count == 3, !isSameLetters, !isDoubled { continue }
            if key.count == 3, name.bytes[0] != key[0] { continue }
            let rank =
                isSameLetters || isDoubled ? 0 : key.count == 4 && Keyboard.isNeighbourSlip(key, name.bytes) ? 1 : 2
            found.append((name.place, rank))
        }
        guard let best = found.map(\.rank).min() else { return nil }
        return found.filter { $0.rank == best }.map(\.place)
    }

    // MARK: - Shortened words

    /// The makes of which every word is shortened here: `FABR MILITARES`, `S WESSON`, `SPFLD ARMORY`.
    func shortened(_ text: String) -> [MakeSpellings.Near] {
        let words = Self.words(text)
        guard words.count > 1, words.count <= 6, words.joined().count >= 5 else { return [] }
        var found: [Int] = []
        for name in names[Int(words[0][0])] where name.words.count == words.count && !found.contains(name.place) {
            let isLike = zip(words, name.words).allSatisfy { Self.isShortened($0, of: $1) }
            // One word at least is given nearly whole.
            let isTold = zip(words, name.words).contains {
                $0.count >= 4 && $0.count * 3 >= $1.count * 2 || $0.count >= 5
            }
            if isLike, isTold { found.append(name.place) }
        }
        return answers(found, 0.7, RecognitionRule.shortenedWords)
    }

    /// Whether a word is another one, its beginning, or some of its letters from the first to the last.
    private static func isShortened(_ word: [UInt8], of whole: [UInt8]) -> Bool {
        if whole.starts(with: word) { return true }
        guard word.count >= 3, word.count < whole.count, word[0] == whole[0], word.last == whole.last else {
            return whole.count >= 5 && SpellingDistance.between(word, whole, bound: 1) != nil
        }
        var rest = whole[...]
        for byte in word {
            guard let place = rest.firstIndex(of: byte) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }

    /// The words of a name without those that only join two names.
    private static func words(_ name: String) -> [[UInt8]] {
        let spaced = String(
            String.UnicodeScalarView(name.unicodeScalars.map { ".&-/".unicodeScalars.contains($0) ? " " : $0 }))
        return TextKey.words(spaced).split(separator: " ").map { Array($0.utf8) }.filter { !joining.contains($0) }
    }

    private static let joining: Set<[UInt8]> = Set(
        ["AND", "Y", "E", "ET", "UND", "DE", "DEL", "DA", "DO", "N"].map { Array($0.utf8) }
    )

    private static func withoutVowels(_ key: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for byte in key where !byte.isVowel && out.last != byte { out.append(byte) }
        return out
    }
}

extension UInt8 {
    var isVowel: Bool { "AEIOU".utf8.contains(self) }
}
