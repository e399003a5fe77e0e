/// Finds makes by how a name is spelt or sounds, when no alias is equal.
struct MakeSpellings: Sendable {
    /// A make whose name is near a text.
    struct Near: Sendable {
        let place: Int
        let confidence: Double
        let rule: String
    }

    private struct Spelling: Sendable {
        let bytes: [UInt8]
        let sound: [UInt8]
        /// One bit for each letter and digit of the sound; two sounds within distance d differ in at most 2d bits.
        let signature: UInt64
        let place: Int
        let isUsualMeaning: Bool
    }

    /// By first letter of the sound, so that a search visits few of them.
    private var spellings = [[Spelling]](repeating: [], count: 256)
    /// Where no spelling is near.
    private var rough = RoughSpellings()
    /// Names without company words; nil where several makes share the rest.
    private var shortened: [String: Int?] = [:]
    /// Keys in order, for names that begin alike.
    private var ordered: [(key: String, place: Int)] = []

    init(_ makes: [Make], _ index: AliasIndex) {
        for (place, make) in makes.enumerated() {
            for name in [make.name] + make.aliases {
                let key = TextKey.letters(name)
                guard let entry = index[key], entry.place == place else { continue }
                ordered.append((key, place))
                // A short one that can mean other things is too easily near to something.
                if !entry.isUsualMeaning || key.utf8.count >= 8 {
                    add(name, key, place, isAlias: name != make.name, entry.isUsualMeaning)
                }
            }
        }
        ordered.sort { $0.key < $1.key }
    }

    private mutating func add(
        _ name: String, _ key: String, _ place: Int, isAlias: Bool, _ isUsualMeaning: Bool
    ) {
        let bytes = Array(key.utf8)
        if !isUsualMeaning { rough.add(name, bytes, place, isAlias: isAlias) }
        guard bytes.count >= 4 else { return }
        let sound = NameSound.fold(bytes)
        guard sound.count >= 3 else { return }
        spellings[Int(sound[0])].append(
            Spelling(
                bytes: bytes, sound: sound, signature: Self.signature(sound), place: place,
                isUsualMeaning: isUsualMeaning
            )
        )
        if isUsualMeaning { return }
        let words = TextKey.words(name).split(separator: " ").map(String.init)
        let rest = words.filter { !MakeWords.company.contains($0) && !MakeWords.country.contains($0) }
        if rest.count < words.count, rest.joined().utf8.count >= 5, !Self.isCommon(rest) {
            Self.claim(&shortened, rest.joined(), place)
        }
    }

    /// What is left of many names when the company words are gone, and names none of them.
    private static func isCommon(_ words: [String]) -> Bool {
        words.count == 1 && commonWords.contains(words[0])
    }

    private static let commonWords: Set<String> = [
        "AMERICAN", "CENTRAL", "COMMANDO", "EAGLE", "EASTERN", "EJERCITO", "EUROPEAN", "EXCEL", "FRONTIER", "GERMAN",
        "MILITAR", "MILITARY", "NACIONAL", "NATIONAL", "NORTH", "PANTHER", "REPUBLIC", "RIVERSIDE", "ROYAL", "SPORT",
        "SPORTING", "STANDARD", "STATE",
    ]

    private static func claim<Key>(_ table: inout [Key: Int?], _ key: Key, _ place: Int) {
        if let known = table[key] {
            if known != place { table[key] = .some(nil) }
        } else {
            table[key] = place
        }
    }

    /// The one make whose name is this one with company words around it.
    func make(shortened key: String) -> Int? { shortened[key] ?? nil }

    /// Places of makes of which a name begins with this key, in alphabetical order, without the one given.
    func beginning(with key: String, except place: Int, limit: Int) -> [Int] {
        var low = 0
        var high = ordered.count
        while low < high {
            let middle = (low + high) / 2
            if ordered[middle].key < key { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        while low < ordered.count, ordered[low].key.hasPrefix(key), found.count < limit {
            let other = ordered[low].place
            if other != place, !found.contains(other) { found.append(other) }
            low += 1
        }
        return found
    }

    /// The makes with a name near this key, nearest first; among equals the one earlier in the table, where the
    /// commonest makes stand, and then with less confidence.
    func near(_ key: String, limit: Int) -> [Near] {
        let bytes = Array(key.utf8)
        guard bytes.count >= 3, bytes.count <= 40 else { return [] }
        let sound = NameSound.fold(bytes)
        guard bytes.count >= 4, sound.count >= 3 else { return Array(rough.near(bytes).prefix(limit)) }
        let signature = Self.signature(sound)
        var best: [Int: Near] = [:]
        for spelling in spellings[Int(sound[0])] {
            let difference = (signature ^ spelling.signature).nonzeroBitCount
            if difference > (min(sound.count, spelling.sound.count) >= 8 ? 4 : 2) { continue }
            if abs(spelling.sound.count - sound.count) > 2 { continue }
            guard let near = Self.compare(bytes, sound, spelling) else { continue }
            if let known = best[near.place], known.confidence >= near.confidence { continue }
            best[near.place] = near
        }
        let found = best.values.sorted { ($1.confidence, $0.place) < ($0.confidence, $1.place) }
        // A common name with a worse slip is likelier than a rare one.
        guard let first = found.first, RoughSpellings.isCommon(first.place) else {
            var likely = rough.near(bytes).filter { found.isEmpty || RoughSpellings.isCommon($0.place) }
            if likely.isEmpty, found.isEmpty { likely = cutShort(key) }
            return Array((likely + found).prefix(limit))
        }
        return Array(found.prefix(limit))
    }

    /// The commonest make of which a name begins so: `WINCHEST`, as a field too narrow leaves it.
    private func cutShort(_ key: String) -> [Near] {
        guard key.utf8.count >= 5 else { return [] }
        let places = beginning(with: key, except: -1, limit: 20).filter(RoughSpellings.isCommon).sorted()
        return places.map {
            Near(place: $0, confidence: places.count > 1 ? 0.5 : 0.7, rule: RecognitionRule.shortenedWords)
        }
    }

    /// The makes of which every word is shortened in a text of several words.
    func shortenedWords(_ text: String) -> [Near] { rough.shortened(text) }

    private static func compare(_ bytes: [UInt8], _ sound: [UInt8], _ spelling: Spelling) -> Near? {
        let length = min(bytes.count, spelling.bytes.count)
        let heard = min(sound.count, spelling.sound.count)
        let distance = SpellingDistance.between(bytes, spelling.bytes, bound: 2)
        guard sameDigits(bytes, spelling.bytes) else { return nil }
        if distance == 1, isSlip(bytes, spelling.bytes, length) {
            return near(spelling, length >= 6 ? 0.8 : 0.7, RecognitionRule.spellingOne)
        }
        // A name with digits, such as DB15, is not heard as letters.
        if sound == spelling.sound, heard >= 4, !spelling.bytes.contains(where: \.isDigit) || distance != nil {
            return near(spelling, 0.78, RecognitionRule.soundsAlike)
        }
        let bound = heard >= 8 ? 2 : heard >= 6 ? 1 : 0
        guard let distance, bound > 0 || length >= 8,
            let apart = SpellingDistance.between(sound, spelling.sound, bound: 2)
        else { return nil }
        // Two slips in a short name are believed only where the letters are the same in another order or number.
        let isSameLetters = (signature(sound) ^ spelling.signature).nonzeroBitCount <= 1
        if distance == 2, length >= 10 || length >= 8 && apart <= 1 || apart <= bound && isSameLetters {
            return near(spelling, 0.65, RecognitionRule.spellingTwo)
        }
        return nil
    }

    private static func near(_ spelling: Spelling, _ confidence: Double, _ rule: String) -> Near {
        Near(
            place: spelling.place, confidence: spelling.isUsualMeaning ? min(confidence, 0.6) : confidence, rule: rule
        )
    }

    /// In four letters a changed one makes another name (COLT, COLD); a doubled, missing or swapped one does not.
    private static func isSlip(_ bytes: [UInt8], _ other: [UInt8], _ length: Int) -> Bool {
        length >= 5 || bytes.count != other.count || bytes.sorted() == other.sorted()
    }

    /// A changed letter is a slip, a changed digit another name; 0, 1 and 5 may be a slip for letters.
    private static func sameDigits(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        func digits(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 <= 57 && $0 != 48 && $0 != 49 && $0 != 53 } }
        return digits(left) == digits(right)
    }

    private static func signature(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0) { bits, byte in bits | 1 << UInt64(byte & 63) }
    }
}
