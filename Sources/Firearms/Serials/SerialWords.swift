/// The words that stand around or instead of a number, from the resource `serial_words.csv`.
struct SerialWords: Sendable {
    /// What a word or phrase says.
    enum Meaning: Hashable, Sendable {
        case state(NumberState)
        case part(NumberPart)
        /// "No.", "serie": announces the number and says nothing about it.
        case label
        /// Belongs to a sentence about the number ("no", "the") and is never part of one.
        case filler
        /// What follows is another number than the firearm's: "cal", "laudo".
        case aside
        /// "First", "last": from which end places are counted.
        case first, last
        /// "Third": one place, counted from 1; below zero from the end.
        case place(Int)
        /// A number word.
        case count(Int)
        /// "Digit", "letter".
        case unit
        /// "Falta", "missing": places that are not written.
        case missing
        /// "Doubtful": places that are written but not sure.
        case doubt
        /// "Legible", "only": what is written is what can be read.
        case readable
        case and, or, maybe

        init?(_ code: String) {
            let pair = code.split(separator: ":", maxSplits: 1).map(String.init)
            switch (pair.first ?? "", pair.count > 1 ? pair[1] : nil) {
            case ("part", let value?):
                guard let part = NumberPart(value) else { return nil }
                self = .part(part)
            case ("place", let value?):
                guard let place = Int(value) else { return nil }
                self = .place(place)
            case ("count", let value?):
                guard let count = Int(value) else { return nil }
                self = .count(count)
            default:
                if let plain = Self.plain[code] {
                    self = plain
                } else if let state = NumberState(code) {
                    self = .state(state)
                } else {
                    return nil
                }
            }
        }

        private static let plain: [String: Meaning] = [
            "label": .label, "filler": .filler, "aside": .aside, "first": .first, "last": .last, "unit": .unit,
            "missing": .missing, "doubt": .doubt, "readable": .readable, "and": .and, "or": .or, "maybe": .maybe,
        ]
    }

    private let meanings: [String: Meaning]
    /// Words for a state long enough that one wrong letter still leaves them certain.
    private let misspelled: [Int: [(bytes: [UInt8], meaning: Meaning)]]
    /// Most words that a phrase of the list has.
    private let longestPhrase: Int

    /// The project's own list.
    static let standard: SerialWords = ResourceText.orStop { () throws(ReferenceTableError) in
        try SerialWords(ResourceText.load("serial_words"))
    }

    /// Reads a list with the columns phrase, meaning, language; throws ``ReferenceTableError``.
    init(_ text: ResourceText) throws(ReferenceTableError) {
        var meanings: [String: Meaning] = [:]
        var misspelled: [Int: [(bytes: [UInt8], meaning: Meaning)]] = [:]
        var longest = 1
        for row in try text.rows(columns: 3) {
            let words = row.fields[0].split(separator: " ").map { TextKey.letters(String($0)) }.filter { !$0.isEmpty }
            guard let meaning = Meaning(row.fields[1]) else {
                throw text.error(.unknownCode, line: row.line, "\"\(row.fields[1])\" is not a meaning of a word")
            }
            let key = words.joined(separator: " ")
            guard !key.isEmpty else {
                throw text.error(.malformed, line: row.line, "\"\(row.fields[0])\" has no letter")
            }
            if let known = meanings[key], known != meaning {
                throw text.error(.duplicate, line: row.line, "\"\(row.fields[0])\" has two meanings")
            }
            if words.count == 1, key.utf8.count >= 6, case .state = meaning, meanings[key] == nil {
                misspelled[key.utf8.count, default: []].append((Array(key.utf8), meaning))
            }
            meanings[key] = meaning
            longest = max(longest, words.count)
        }
        self.meanings = meanings
        self.misspelled = misspelled
        longestPhrase = longest
    }

    /// The meaning of one key, as ``TextKey/letters(_:)`` makes it.
    func meaning(of key: String) -> Meaning? { meanings[key] }

    /// The longest phrase that begins at this word.
    func phrase(at place: Int, in keys: [String]) -> (length: Int, meaning: Meaning)? {
        var key = ""
        var found: (Int, Meaning)?
        for length in 1...longestPhrase {
            guard place + length <= keys.count, !keys[place + length - 1].isEmpty else { break }
            key += (length == 1 ? "" : " ") + keys[place + length - 1]
            if let meaning = meanings[key] { found = (length, meaning) }
        }
        return found
    }

    /// The meaning of a word for a state with one wrong letter after the first: `RASPDO` is `RASPADO`.
    func nearMeaning(of key: String) -> Meaning? {
        let bytes = Array(key.utf8)
        guard (6...24).contains(bytes.count), bytes.allSatisfy({ $0 >= UInt8(ascii: "A") }) else { return nil }
        for length in (bytes.count - 1)...(bytes.count + 1) {
            for candidate in misspelled[length] ?? []
            where candidate.bytes[0] == bytes[0] && SpellingDistance.between(bytes, candidate.bytes, bound: 1) != nil {
                return candidate.meaning
            }
        }
        return nil
    }
}
