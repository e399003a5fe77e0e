/// Cuts an examiner's text into words and signs.
///
/// Works on scalars that were brought to plain ASCII punctuation first. Time grows with the length of the text only.
struct SerialScanner {
    private let bytes: [Unicode.Scalar]
    private var place = 0
    private var isGlued = false
    /// The words and signs of the text.
    private(set) var tokens: [SerialToken] = []
    /// Brackets that became places of a number, as written.
    private(set) var remarks: [String] = []

    init(_ raw: String) {
        bytes = Self.plain(raw)
        run()
    }

    /// Full-width forms, typographic dashes, quotes and spaces as ASCII; control characters as spaces; letters stay.
    static func plain(_ raw: String) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        out.reserveCapacity(raw.utf8.count)
        for scalar in raw.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D, 0x2028, 0x2029: out.append("\n")
            case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x202F, 0x205F, 0x3000, 0xFEFF: out.append(" ")
            case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: out.append("-")
            case 0x2018, 0x2019, 0x201C, 0x201D, 0xAB, 0xBB: out.append("\"")
            case 0x2026: out += [".", ".", "."]
            case 0xB7, 0x2022: out.append(".")
            case 0x2116: out += ["N", "º"]
            case 0xBF, 0xFFFD: out.append("?")
            case 0xFF01...0xFF5E: out.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default:
                // "2ºdígito" is two words.
                if let last = out.last, "º°ª".unicodeScalars.contains(last), out.dropLast().last.map(isDigit) == true,
                    isWordScalar(scalar), !isDigit(scalar)
                {
                    out.append(" ")
                }
                out.append(scalar)
            }
        }
        return out
    }

    private mutating func run() {
        while place < bytes.count {
            switch bytes[place] {
            case " ", "\"", "'", "\t":
                place += 1
                isGlued = false
            case "(", "[", "{", "<":
                if !takeBracketedPlaces() { sign(.open) }
            case ")", "]", "}", ">": sign(.close)
            case ";", "|", "\n": sign(.stop)
            case ":", "=": sign(.colon)
            case ",": sign(.comma)
            case "+", "&": sign(.plus)
            case "/", "\\": sign(.slash)
            default: takeWord()
            }
        }
    }

    private mutating func sign(_ kind: SerialToken.Kind) {
        tokens.append(SerialToken(kind, String(Character(bytes[place])), isGlued: isGlued))
        place += 1
        isGlued = true
    }

    private mutating func takeWord() {
        let start = place
        while place < bytes.count, !endsWord(start) { place += 1 }
        if place == start { place += 1 }
        let scalars = bytes[start..<place]
        let word = SerialSigns(scalars)
        if word.isDash {
            // "12345 - 67890": the sign may part two numbers; glued dashes never come here.
            tokens.append(SerialToken(.dash, word.written, isGlued: isGlued))
        } else {
            for (index, text) in word.pieces.enumerated() {
                tokens.append(SerialToken(.word, text, isGlued: isGlued || index > 0))
            }
            if word.endsSentence, place < bytes.count { tokens.append(SerialToken(.stop, ".", isGlued: true)) }
        }
        isGlued = true
    }

    /// A slash inside `S/N`, a comma or colon that parts thousands belong to the word.
    private func endsWord(_ start: Int) -> Bool {
        switch bytes[place] {
        case " ", "\"", "\t", "(", ")", "[", "]", "{", "}", "<", ">", ";", "|", "\n", ":", "=", "+", "&": return true
        case "/", "\\":
            let before = place - start
            let next = place + 1 < bytes.count ? bytes[place + 1] : " "
            // One letter, slash, one letter: S/N, N/C, N/A, N/I.
            let isShortWord = before == 1 && Self.isLetter(bytes[start]) && Self.isLetter(next)
            return !isShortWord
        case ",":
            return !partsThousands()
        default: return false
        }
    }

    private func partsThousands() -> Bool {
        guard place > 0, place + 3 < bytes.count, Self.isDigit(bytes[place - 1]) else { return false }
        var before = place - 1
        while before > 0, Self.isDigit(bytes[before - 1]), place - before <= 3 { before -= 1 }
        guard place - before <= 3, before == 0 || bytes[before - 1] == " " || bytes[before - 1] == "," else {
            return false
        }
        let isGroup = (1...3).allSatisfy { Self.isDigit(bytes[place + $0]) }
        return isGroup && (place + 4 == bytes.count || !Self.isWordScalar(bytes[place + 4]))
    }

    /// `12[ilegível]45`, `12(?)45`, `12{B/8}45`: what stands in the bracket is a place of the number.
    private mutating func takeBracketedPlaces() -> Bool {
        let limit = min(bytes.count, place + 40)
        guard let close = bytes[place..<limit].firstIndex(where: { ")]}>".unicodeScalars.contains($0) }) else {
            return false
        }
        let inner = String(String.UnicodeScalarView(bytes[(place + 1)..<close]))
        if inner.unicodeScalars.contains(where: { "([{<".unicodeScalars.contains($0) }) { return false }
        guard let count = SerialSigns.bracketedPlaces(inner) else { return false }
        let text = String(String.UnicodeScalarView(bytes[place...close]))
        let followsWord = isGlued && tokens.last?.isWord == true
        let precedesWord = close + 1 < bytes.count && Self.isWordScalar(bytes[close + 1])
        let isInside = followsWord || precedesWord
        if !isInside, SerialSigns.isAlternative(inner) { return false }
        if isInside {
            if !TextKey.letters(inner).isEmpty { remarks.append(text) }
            tokens.append(SerialToken(.word, String(repeating: "?", count: count), isGlued: isGlued))
        } else {
            tokens.append(SerialToken(.gap(count), text, isGlued: isGlued))
        }
        place = close + 1
        isGlued = true
        return true
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (scalar >= "A" && scalar <= "Z") || (scalar >= "a" && scalar <= "z")
    }

    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || isLetter(scalar) || scalar == "?" || scalar == "*" || scalar.value >= 0x80
    }
}
