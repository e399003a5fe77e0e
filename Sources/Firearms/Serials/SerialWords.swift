/// The words that stand around or instead of a number, from the resource `serial_words.csv`.
struct SerialWords: Sendable {
    /// What a word or phrase says.
    enum Meaning: Hashable, Sendable {
        case state(NumberState)
        /// "No.", "serie": announces the number and says nothing about it.
        case label
        /// Belongs to a sentence about the number ("no", "the") and is never part of one.
        case filler
    }

    private let meanings: [String: Meaning]
    /// Most words that a phrase of the list has.
    private let longestPhrase: Int

    /// The project's own list.
    static let standard: SerialWords = ResourceText.orStop { () throws(ReferenceTableError) in
        try SerialWords(ResourceText.load("serial_words"))
    }

    /// Reads a list with the columns phrase, meaning, language; throws ``ReferenceTableError``.
    init(_ text: ResourceText) throws(ReferenceTableError) {
        var meanings: [String: Meaning] = [:]
        var longest = 1
        for row in try text.rows(columns: 3) {
            let words = row.fields[0].split(separator: " ").map { TextKey.letters(String($0)) }
            let meaning: Meaning
            switch row.fields[1] {
            case "label": meaning = .label
            case "filler": meaning = .filler
            case let code:
                guard let state = NumberState(code) else {
                    throw text.error(.unknownCode, line: row.line, "\"\(code)\" is not a state of a number")
                }
                meaning = .state(state)
            }
            let key = words.joined(separator: " ")
            if let known = meanings[key], known != meaning {
                throw text.error(.duplicate, line: row.line, "\"\(row.fields[0])\" has two meanings")
            }
            meanings[key] = meaning
            longest = max(longest, words.count)
        }
        self.meanings = meanings
        longestPhrase = longest
    }

    /// Splits a text into its words and its number.
    func read(_ text: String, part: NumberPart) -> SerialReading {
        let tokens = text.utf8.split(whereSeparator: Self.isSeparator).map { String(Substring($0)) }
        let keys = tokens.map(TextKey.letters)
        var state: NumberState?
        var number: [String] = []
        var words: [String] = []
        var place = 0
        while place < tokens.count {
            if let (length, meaning) = phrase(at: place, in: keys),
                length > 1 || !isNumber(tokens[place], meaning, keys, place, afterState: state != nil)
            {
                if case .state(let found) = meaning { state = Self.stronger(state, found) }
                if meaning != .label { words += tokens[place..<(place + length)] }
                place += length
            } else {
                if keys[place].isEmpty && !SerialPattern(tokens[place]).hasUnreadablePlaces {
                    words.append(tokens[place])
                } else {
                    number.append(tokens[place])
                }
                place += 1
            }
        }
        if number.contains(where: Self.hasDigit) {
            // Makers stamp short groups of letters; a long one beside a number is a word that the list does not know.
            words += number.filter(Self.isLongWord)
            number.removeAll(where: Self.isLongWord)
        }
        return Self.reading(text, part, state, number.joined(separator: " "), words.joined(separator: " "))
    }

    private static func reading(
        _ text: String, _ part: NumberPart, _ state: NumberState?, _ number: String, _ words: String
    ) -> SerialReading {
        let shown = withoutNumberSign(number)
        let pattern = SerialPattern(shown)
        if pattern.knownPlaces == 0 {
            let whole = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let nothingLeft: NumberState = pattern.isEmpty ? .none : .removed
            let found = state == .partial || state == .legible ? nothingLeft : state ?? nothingLeft
            return SerialReading(number: FirearmNumber(part: part, text: whole, state: found))
        }
        let found: NumberState =
            switch state {
            case .restored?: .restored
            case .privatelyMade?: .privatelyMade
            case .removed?, .partial?: .partial
            default: pattern.hasUnreadablePlaces ? .partial : .legible
            }
        return SerialReading(number: FirearmNumber(part: part, text: shown, state: found), remainder: words)
    }

    /// "#1234" is "number 1234": one leading sign alone announces; more of them are unreadable places.
    private static func withoutNumberSign(_ number: String) -> String {
        guard number.hasPrefix("#"), !number.dropFirst().contains("#") else { return number }
        return String(number.dropFirst().drop(while: \.isWhitespace))
    }

    private static func hasDigit(_ token: String) -> Bool {
        token.utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }

    private static func isLongWord(_ token: String) -> Bool {
        let pattern = SerialPattern(token)
        return pattern.knownPlaces >= 6 && !pattern.hasUnreadablePlaces && !hasDigit(pattern.normalised)
    }

    /// ASCII only: cutting UTF-8 at these bytes never cuts a character.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\""):
            true
        default: false
        }
    }

    private func phrase(at place: Int, in keys: [String]) -> (length: Int, meaning: Meaning)? {
        for length in stride(from: min(longestPhrase, keys.count - place), to: 0, by: -1) {
            let key = length == 1 ? keys[place] : keys[place..<(place + length)].joined(separator: " ")
            if let meaning = meanings[key] { return (length, meaning) }
        }
        return nil
    }

    /// Whether a listed word is part of a number here. "S/N" alone says that there is no number, before a number it
    /// announces one; "NA 1234" may be a number, "N/A 1234" is not; "DA 1234" is a number, "limado da oficina" is not.
    private func isNumber(
        _ token: String, _ meaning: Meaning, _ keys: [String], _ place: Int, afterState: Bool
    ) -> Bool {
        let isShort = keys[place].utf8.count <= 3
        if meaning == .filler { return isShort && !afterState }
        guard meaning == .state(.none), isShort, keys.count > place + 1, keys[place] != "SN" else { return false }
        return token.utf8.allSatisfy { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    }

    /// A text may hold several: that it was restored outranks that it was removed before.
    private static func stronger(_ left: NumberState?, _ right: NumberState) -> NumberState {
        let order: [NumberState] = [.restored, .privatelyMade, .partial, .removed, .none, .legible]
        guard let left else { return right }
        return order.first { $0 == left || $0 == right } ?? right
    }
}
