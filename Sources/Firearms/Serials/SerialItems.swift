/// Tells what each word of an examiner's text is.
struct SerialItems {
    let tokens: [SerialToken]
    let keys: [String]
    let words: SerialWords
    private var brackets = 0
    var items: [SerialItem] = []

    /// The items of a text, in the written order.
    static func items(of tokens: [SerialToken], words: SerialWords) -> [SerialItem] {
        var reader = SerialItems(tokens: tokens, keys: tokens.map(\.key), words: words)
        reader.run()
        reader.settleLetters()
        return reader.items
    }

    private init(tokens: [SerialToken], keys: [String], words: SerialWords) {
        self.tokens = tokens
        self.keys = keys
        self.words = words
    }

    private mutating func run() {
        var place = 0
        var depth = 0
        brackets = 0
        while place < tokens.count {
            let token = tokens[place]
            guard token.isWord else {
                if case .open = token.kind {
                    depth += 1
                    brackets += 1
                }
                if case .close = token.kind { depth = max(0, depth - 1) }
                if case .stop = token.kind, token.text == "\n" { depth = 0 }
                if case .gap(let count) = token.kind {
                    add(.gap(count), place, 1, depth)
                } else {
                    add(.sign(token.kind), place, 1, depth)
                }
                place += 1
                continue
            }
            if let (remark, length) = SerialPlaces.match(tokens, keys, at: place, words) {
                add(.places(remark), place, length, depth)
                place += length
            } else {
                place += takeWords(place, depth)
            }
        }
    }

    private mutating func takeWords(_ place: Int, _ depth: Int) -> Int {
        let token = tokens[place]
        // One sign before a number announces it; between two groups it is a place.
        if token.text == "#", items.last?.isNumber != true, tokens[(place + 1)...].prefix(2).contains(where: \.hasDigit)
        {
            add(.label, place, 1, depth)
            return 1
        }
        if token.text == "S#" || token.text == "s#" {
            add(.label, place, 1, depth)
            return 1
        }
        if let length = dateLength(place) {
            for index in place..<(place + length) { add(.word, index, 1, depth) }
            return length
        }
        if deniesLabel(token) {
            add(.state(.none), place, 1, depth)
            return 1
        }
        if let (length, meaning) = words.phrase(at: place, in: keys),
            let kind = kind(of: meaning, place, length)
        {
            if meaning == .or || meaning == .maybe { dropSignBeforeReading(place + length) }
            if meaning == .maybe, case .number? = items.last?.kind, isReading(place + length) {
                add(.or, place, length, depth)
                return length
            }
            add(kind, place, length, depth)
            let isAside = if case .label = kind { false } else { meaning == .aside }
            if isAside || (meaning == .maybe && isDoubtPair(place + length)) {
                return length + takeAside(place + length, meaning, depth)
            }
            return length
        }
        if token.hasDigit || token.hasUnreadablePlaces {
            add(.number, place, 1, depth)
        } else if token.key.isEmpty {
            add(.word, place, 1, depth)
        } else if case .state(let state)? = words.nearMeaning(of: token.key) {
            let isNegated = place > 0 && Self.negations.contains(keys[place - 1])
            add(isNegated ? .word : .state(state), place, 1, depth)
        } else {
            add(.letters, place, 1, depth)
        }
        return 1
    }

    /// `S/NUMERAÇÃO`, `s/serie`: "without", shortened, before the word that would announce a number.
    private func deniesLabel(_ token: SerialToken) -> Bool {
        guard token.text.hasPrefix("S/") || token.text.hasPrefix("s/"), token.key.utf8.count > 3 else { return false }
        return words.meaning(of: String(token.key.dropFirst())) == .label
    }

    static let negations: Set<String> = ["NAO", "NOT", "SEM", "SIN", "NUNCA", "NEVER", "WITHOUT", "NON"]

    /// What a listed word is here; nil when it is part of a number, as in `DA 1234`, `NA 1234`.
    private func kind(of meaning: SerialWords.Meaning, _ place: Int, _ length: Int) -> SerialItem.Kind? {
        let next = place + length < tokens.count ? tokens[place + length] : nil
        let isBeforeNumber = next.map { $0.isWord && ($0.hasDigit || $0.hasUnreadablePlaces) } ?? false
        let isShort = length == 1 && keys[place].utf8.count <= 3 && isPlainLetters(tokens[place].text)
        let parts = items.last.map(Self.endsPhrase) ?? false
        if next == nil, isShort, keys[place].utf8.count == 1, items.last?.isNumber == true {
            // A capital at the end is the number's last letter: "48213 A".
            if tokens[place].text == keys[place] { return nil }
        }
        switch meaning {
        case .state(let state):
            if keys[place] == "SN", length == 1, announcesNumber(place + 1) { return .label }
            if isShort, state == .none, isBeforeNumber { return nil }
            if state == .removed, place > 0, Self.negations.contains(keys[place - 1]) { return .word }
            return .state(state)
        case .part(let part): return isShort && isBeforeNumber && place == 0 ? nil : .part(part)
        case .label: return .label
        // A letter that begins a number parts nothing.
        case .and: return length == 1 && isShort && !parts ? nil : .and
        case .or: return length == 1 && isShort && !parts && !followsNumberAndSign ? nil : .or
        case .filler:
            if isShort, isBeforeNumber, place == 0 || items.last.map(Self.announces) == true { return nil }
            return .word
        case .aside:
            let places = next?.places ?? 0
            if isBeforeNumber, places > 3, isOnlyNumber(place + length), Self.registers.contains(keys[place]) {
                return .label
            }
            return isShort && isBeforeNumber && places > 4 ? nil : .word
        default:
            return tokens[place].hasDigit ? .number : (isShort && isBeforeNumber && place == 0 ? nil : .word)
        }
    }

    /// Registers of firearms whose number stands beside the serial number; alone, the number after the word is that.
    private static let registers: Set<String> = [
        "REGISTRO", "CADASTRO", "TOMBO", "TOMBAMENTO", "SINARM", "SIGMA", "CRAF", "RENAR", "ANMAC", "SUCAMEC",
    ]

    /// Whether no other word of the text can be a number of its own.
    private func isOnlyNumber(_ place: Int) -> Bool {
        !tokens.indices.contains { $0 != place && tokens[$0].isWord && tokens[$0].hasDigit && tokens[$0].places > 3 }
    }

    private var followsNumberAndSign: Bool {
        guard items.count >= 2, items[items.count - 2].isNumber else { return false }
        switch items[items.count - 1].kind {
        case .sign(.open), .sign(.comma): return true
        default: return false
        }
    }

    /// "4821 (ou 4827)": the sign before the conjunction parts nothing.
    private mutating func dropSignBeforeReading(_ next: Int) {
        if isReading(next), followsNumberAndSign { items.removeLast() }
    }

    private func isPlainLetters(_ text: String) -> Bool {
        text.utf8.allSatisfy { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    }

    private static func endsPhrase(_ item: SerialItem) -> Bool {
        switch item.kind {
        case .number, .part, .state, .places, .word, .gap, .sign(.close): true
        default: false
        }
    }

    private static func announces(_ item: SerialItem) -> Bool {
        switch item.kind {
        case .label, .sign: true
        default: false
        }
    }

    /// Whether a number follows, perhaps after a colon or another label.
    private func announcesNumber(_ start: Int) -> Bool {
        for token in tokens[start...].prefix(4) {
            switch token.kind {
            case .colon: continue
            case .word:
                if token.hasDigit || token.hasUnreadablePlaces { return true }
                if words.meaning(of: token.key) == .label || words.meaning(of: token.key) == .filler { continue }
                return token.key.utf8.count <= 4 && words.meaning(of: token.key) == nil
            default: return false
            }
        }
        return false
    }

    /// "could be B or 8": two single signs in doubt.
    private func isDoubtPair(_ place: Int) -> Bool {
        place < tokens.count && tokens[place].isWord && keys[place].utf8.count <= 2
    }

    private mutating func takeAside(_ start: Int, _ meaning: SerialWords.Meaning, _ depth: Int) -> Int {
        var length = 0
        if meaning == .maybe {
            while start + length < tokens.count, tokens[start + length].isWord || tokens[start + length].text == "/",
                keys[start + length].utf8.count <= 2, length < 5
            { length += 1 }
        } else {
            if start < tokens.count, case .colon = tokens[start].kind { length += 1 }
            while start + length < tokens.count, tokens[start + length].isWord,
                words.meaning(of: keys[start + length]) == .label
            { length += 1 }
            if start + length < tokens.count, tokens[start + length].isWord,
                words.meaning(of: keys[start + length]) == nil
            {
                length += 1
            }
            // A case number is often written 123/2024.
            if start + length + 1 < tokens.count, length > 0, case .slash = tokens[start + length].kind,
                tokens[start + length].isGlued, tokens[start + length + 1].isWord
            {
                length += 2
            }
        }
        for place in start..<(start + length) {
            if tokens[place].isWord { add(.word, place, 1, depth) } else { add(.sign(.colon), place, 1, depth) }
        }
        return length
    }

    private mutating func add(_ kind: SerialItem.Kind, _ place: Int, _ length: Int, _ depth: Int) {
        let text =
            length == 1 ? tokens[place].text : tokens[place..<(place + length)].map(\.text).joined(separator: " ")
        let key = length == 1 ? tokens[place].key : ""
        let bracket = depth > 0 ? brackets : 0
        items.append(
            SerialItem(kind: kind, text: text, key: key, isGlued: tokens[place].isGlued, bracket: bracket))
    }
}
