/// A remark about single places of a number: "primeiro dígito não identificado", "last two digits illegible".
struct SerialPlaces: Hashable {
    enum Effect: Hashable { case missing, doubtful, readable }

    /// Places before the first one written.
    var first = 0
    /// Places after the last one written.
    var last = 0
    /// Single places, counted from 1; below zero from the end.
    var single: [Int] = []
    var effect: Effect = .readable

    /// No maker stamps more; a greater count is a slip.
    static let most = 12

    /// The remark that begins at a word, with the number of words it takes.
    ///
    /// It needs an end, an ordinal or a count, and beside it a word for a digit or for what ails it: "final 1234" and
    /// "segundo perito" are none.
    static func match(_ tokens: [SerialToken], _ keys: [String], at start: Int, _ words: SerialWords)
        -> (places: SerialPlaces, length: Int)?
    {
        var reader = Reader()
        var place = start
        var end = start
        while place < tokens.count, place - start < 14 {
            if case .comma = tokens[place].kind, place > start, !reader.beganWithState {
                place += 1
                continue
            }
            guard tokens[place].isWord else { break }
            var length = 1
            var meaning: SerialWords.Meaning?
            if let found = words.phrase(at: place, in: keys) {
                (length, meaning) = found
            } else if keys[place].utf8.count == 1, let digit = Int(keys[place]), digit > 0 {
                meaning = .count(digit)
            } else if keys[place].isEmpty, tokens[place].text == "?" {
                meaning = .state(.removed)
            } else {
                meaning = words.nearMeaning(of: keys[place])
            }
            if reader.isComplete, reader.hasAilment { break }
            guard let meaning, reader.take(meaning, keys[place]) else { break }
            place += length
            if !reader.isTrailing { end = place }
        }
        guard reader.isComplete else { return nil }
        return (reader.places, end - start)
    }
}

extension SerialPlaces {
    /// Takes the words of one remark in turn.
    private struct Reader {
        var places = SerialPlaces()
        private var isEnd: SerialWords.Meaning?
        private var count: Int?
        private var hasUnit = false
        private(set) var hasAilment = false
        private var hasEnd = false
        /// "Raspado o primeiro dígito": then the word for a digit must follow, for "raspado, segundo o perito" is none.
        private(set) var beganWithState = false
        /// Whether the last word taken adds nothing when the remark stops there.
        private(set) var isTrailing = false

        var isComplete: Bool {
            (hasEnd && (hasUnit || (places.effect != .readable && !beganWithState)))
                || (count != nil && hasUnit && (hasAilment || (places.effect == .missing && !beganWithState)))
        }

        mutating func take(_ meaning: SerialWords.Meaning, _ key: String) -> Bool {
            isTrailing = false
            switch meaning {
            case .first, .last:
                hasEnd = true
                isEnd = meaning
                add(meaning, count ?? 1)
            case .place(let place):
                hasEnd = true
                isEnd = nil
                places.single.append(place)
            case .count(let number):
                if let isEnd, count == nil { add(isEnd, number - 1) }
                count = number
            case .unit: hasUnit = true
            case .label where key == "NUMERO" || key == "NUMEROS" || key == "NUMBER" || key == "NUMBERS":
                guard hasEnd || count != nil else { return false }
                hasUnit = true
            case .state(.removed), .missing:
                if meaning != .missing, !hasEnd, count == nil, !hasUnit {
                    if beganWithState || places.effect != .readable { return false }
                    beganWithState = true
                }
                places.effect = .missing
                hasAilment = meaning != .missing || hasEnd || hasUnit
            case .state(.none) where hasEnd || hasUnit:
                places.effect = .missing
                hasAilment = true
            case .doubt:
                guard hasEnd || hasUnit else { return false }
                places.effect = .doubtful
                hasAilment = true
            case .readable: isTrailing = hasEnd
            // The Portuguese "no final" is spelled like the label "no.".
            case .label where key == "NO" && (hasUnit || hasEnd): isTrailing = true
            case .filler, .and, .or:
                // "O" is an article here: "falta o primeiro".
                if meaning == .or && key != "O" { return false }
                guard hasEnd || hasUnit || count != nil || places.effect == .missing else { return false }
                isTrailing = true
            default: return false
            }
            return true
        }

        private mutating func add(_ end: SerialWords.Meaning, _ number: Int) {
            if end == .first {
                places.first = min(SerialPlaces.most, places.first + number)
            } else {
                places.last = min(SerialPlaces.most, places.last + number)
            }
        }
    }

    /// The number with the places of the remark as `?`. A place already written so is not put in twice.
    func applied(to text: String) -> String {
        var bytes = Array(SerialPattern(text).normalised.utf8)
        let before = bytes
        let sign = SerialPattern.unreadable
        switch effect {
        case .readable: return text
        case .missing:
            // "AB?123 (primeiro dígito ilegível)": the first digit stands after the maker's letters.
            let leading = bytes.drop { $0 >= UInt8(ascii: "A") }.prefix { $0 == sign }.count
            let trailing = bytes.reversed().drop { $0 >= UInt8(ascii: "A") }.prefix { $0 == sign }.count
            bytes.insert(contentsOf: [UInt8](repeating: sign, count: max(0, first - leading)), at: 0)
            bytes += [UInt8](repeating: sign, count: max(0, last - trailing))
            for place in single.sorted(by: { abs($0) < abs($1) }) {
                let index = place > 0 ? place - 1 : bytes.count + place + 1
                guard index >= 0, index <= bytes.count else { continue }
                let written = place > 0 ? index : index - 1
                if bytes.indices.contains(written), bytes[written] == sign { continue }
                bytes.insert(sign, at: index)
            }
        case .doubtful:
            for index in 0..<min(first, bytes.count) { bytes[index] = sign }
            for index in 0..<min(last, bytes.count) { bytes[bytes.count - 1 - index] = sign }
            for place in single {
                let index = place > 0 ? place - 1 : bytes.count + place
                if bytes.indices.contains(index) { bytes[index] = sign }
            }
        }
        return bytes == before ? text : String(decoding: bytes, as: UTF8.self)
    }

    /// Number of places that the remark says are gone.
    var count: Int { first + last + single.count }
}
