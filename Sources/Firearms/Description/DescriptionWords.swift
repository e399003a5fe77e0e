/// The words of one line of text, and which of them are still to be understood.
struct DescriptionWords {
    /// What a word was taken for.
    enum Meaning: Hashable {
        case open, calibre, type, make, model, serial, label
    }

    private struct Word {
        var text: String
        var meaning: Meaning = .open
        /// Whether a comma or the like stands after it: no wording goes across.
        var endsGroup = false
    }

    private var words: [Word] = []
    /// The number after a word such as `serial`.
    private(set) var labelledSerial: String?
    /// The words after a word such as `model`.
    private(set) var labelledModel: String?
    /// The words beyond those that are looked at.
    private let tail: [Substring]

    /// Words that are looked at; nobody describes a firearm in more.
    private static let most = 40
    /// Most words in the name of a make, a calibre or a type.
    private static let longestName = 5
    private static let longestModel = 4

    init(_ text: String) {
        let pieces = text.split(whereSeparator: \.isWhitespace)
        tail = Array(pieces.dropFirst(Self.most))
        for piece in pieces.prefix(Self.most) {
            // A comma between digits is a decimal sign: 7,62x39.
            var start = piece.startIndex
            for index in piece.indices where ",;:".contains(piece[index]) {
                let next = piece.index(after: index)
                let isDecimal =
                    piece[index] == "," && index > piece.startIndex && next < piece.endIndex
                    && piece[piece.index(before: index)].isNumber && piece[next].isNumber
                if isDecimal { continue }
                add(piece[start..<index])
                if piece[index] != ":", !words.isEmpty { words[words.count - 1].endsGroup = true }
                start = next
            }
            add(piece[start...])
        }
    }

    private mutating func add(_ text: Substring) {
        if !text.isEmpty { words.append(Word(text: String(text))) }
    }

    /// The text's only word.
    var single: String? { words.count == 1 ? words[0].text : nil }

    /// Takes the text's only word for a number.
    mutating func takeSingle() -> String? {
        guard let single else { return nil }
        words[0].meaning = .serial
        return single
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether a word can be a serial number by its looks: it has a digit or an unreadable place, and no decimal sign.
    static func isNumberLike(_ text: String) -> Bool {
        text.utf8.contains { isDigit($0) || "?*_#".utf8.contains($0) } && !SerialPattern(text).isEmpty
            && !text.hasPrefix(".")
    }

    // MARK: Labels

    private static let serialLabels: Set<String> = [
        "serial", "serie", "série", "número", "numero", "number", "nº", "n°", "no.", "nro", "nro.", "num", "num.",
        "s/n",
        "sn", "#",
    ]
    private static let modelLabels: Set<String> = ["model", "modelo", "mod", "mod."]
    /// Words that only say what comes next or nothing at all.
    private static let fillers: Set<String> = [
        "make", "marca", "calibre", "caliber", "cal", "cal.", "type", "tipo", "de", "del", "da", "do", "the", "a",
        "con",
    ]

    /// Takes the words that say what the next one is, and the number or model they announce.
    mutating func takeLabelled() {
        for index in words.indices where words[index].meaning == .open {
            let label = words[index].text.lowercased()
            if Self.serialLabels.contains(label) {
                words[index].meaning = .label
                // "número de serie": what follows next is another label.
                guard labelledSerial == nil, let next = next(after: index),
                    Self.isNumberLike(words[next].text) || !isLabel(words[next].text)
                else { continue }
                words[next].meaning = .serial
                labelledSerial = words[next].text
            } else if Self.modelLabels.contains(label) {
                words[index].meaning = .label
                guard labelledModel == nil, let next = next(after: index) else { continue }
                words[next].meaning = .model
                labelledModel = words[next].text
            }
        }
    }

    private func isLabel(_ text: String) -> Bool {
        let text = text.lowercased()
        return Self.serialLabels.contains(text) || Self.modelLabels.contains(text) || Self.fillers.contains(text)
    }

    private func next(after index: Int) -> Int? {
        let next = index + 1
        return next < words.count && words[next].meaning == .open ? next : nil
    }

    // MARK: Names

    /// Takes the longest wording, leftmost first, that the condition holds for.
    /// - Parameters:
    ///   - isAfterMake: whether a wording right after the make counts.
    ///   - longest: most words of a wording.
    mutating func take(
        _ meaning: Meaning, isAfterMake: Bool = true, atMost longest: Int = Self.longestName,
        where isName: (String) -> Bool
    ) -> String? {
        for length in (1...longest).reversed() where length <= words.count {
            for start in 0...(words.count - length) {
                let range = start..<(start + length)
                guard words[range].allSatisfy({ $0.meaning == .open }),
                    !words[range].dropLast().contains(where: \.endsGroup),
                    isAfterMake || !followsMake(start)
                else { continue }
                let text = words[range].map(\.text).joined(separator: " ")
                guard isName(text) else { continue }
                for index in range { words[index].meaning = meaning }
                return text
            }
        }
        return nil
    }

    // MARK: What is left

    /// Takes the most number-like word, with a short group of letters before it: `ABC 12345`.
    mutating func takeSerial() -> String? {
        let candidates = words.indices.filter { words[$0].meaning == .open && Self.isNumberLike(words[$0].text) }
        guard let best = candidates.max(by: { rank($0) < rank($1) }) else { return nil }
        let pattern = SerialPattern(words[best].text)
        // Right after the make a short number is a model: "glock 17".
        if candidates.count == 1, followsMake(best), !pattern.hasUnreadablePlaces, pattern.knownPlaces < 5 {
            return nil
        }
        words[best].meaning = .serial
        guard best > 0, words[best - 1].meaning == .open, !words[best - 1].endsGroup, !followsMake(best - 1),
            (1...4).contains(words[best - 1].text.count), words[best - 1].text.allSatisfy(\.isLetter),
            !isLabel(words[best - 1].text)
        else { return words[best].text }
        words[best - 1].meaning = .serial
        return words[best - 1].text + " " + words[best].text
    }

    /// More for more places and for unreadable ones, less right after the make; the first of equals.
    private func rank(_ index: Int) -> (Int, Int, Int) {
        let pattern = SerialPattern(words[index].text)
        let score = pattern.knownPlaces + (pattern.hasUnreadablePlaces ? 4 : 0) - (followsMake(index) ? 3 : 0)
        return (score, pattern.knownPlaces, -index)
    }

    private func followsMake(_ index: Int) -> Bool {
        index > 0 && words[index - 1].meaning == .make && !words[index - 1].endsGroup
    }

    /// Takes the words that follow the make.
    mutating func takeModel() -> String? {
        guard let last = words.lastIndex(where: { $0.meaning == .make }) else { return nil }
        var model: [String] = []
        var index = last
        while !words[index].endsGroup, model.count < Self.longestModel, let next = next(after: index) {
            if isLabel(words[next].text) { break }
            words[next].meaning = .model
            model.append(words[next].text)
            index = next
        }
        return model.isEmpty ? nil : model.joined(separator: " ")
    }

    /// Takes what is said of numbers where that is more than one number alone: a second number, a state such as
    /// `raspado`, a part in brackets. It goes from the first such word to the last, with what stands between.
    mutating func takeNumbers() -> String? {
        let kept = words.indices.filter { [.serial, .open, .label].contains(words[$0].meaning) }
        let keys = kept.map { words[$0].meaning == .label ? "" : TextKey.letters(words[$0].text) }
        var speaking: [Int] = []
        var numbers = 0
        var saysMore = false
        var place = 0
        while place < kept.count {
            let index = kept[place]
            let phrase = SerialWords.standard.phrase(at: place, in: keys)
            let length = max(1, phrase?.length ?? 1)
            defer { place += length }
            if words[index].meaning == .serial || isSecondNumber(index) {
                speaking.append(place)
                if Self.isNumberLike(words[index].text) { numbers += 1 }
                continue
            }
            switch phrase?.meaning ?? SerialWords.standard.nearMeaning(of: keys[place]) {
            // Of a whole gun the word is its finish.
            case .state where Self.finishes.contains(keys[place]): continue
            case .state: saysMore = true
            case .part: if words[index].text.hasPrefix("("), speaking.last == place - 1 { saysMore = true }
            default: continue
            }
            speaking += [place, place + length - 1]
        }
        guard saysMore || numbers > 1, let first = speaking.first, let last = speaking.last else { return nil }
        let said = kept[first...last].map { index in
            if words[index].meaning == .open { words[index].meaning = .serial }
            return words[index].text + (words[index].endsGroup && index != kept[last] ? "," : "")
        }
        return said.joined(separator: " ")
    }

    /// Words that say of a number that it is eaten away, and of a gun that it is blued.
    private static let finishes: Set<String> = ["OXIDADO", "OXIDADA"]

    /// A word that nobody took and that is long enough for a number of its own.
    private func isSecondNumber(_ index: Int) -> Bool {
        words[index].meaning == .open && Self.isNumberLike(words[index].text)
            && SerialPattern(words[index].text).knownPlaces >= 5
    }

    /// The words that were taken for something, in the written order.
    func text(of meaning: Meaning) -> String {
        words.filter { $0.meaning == meaning }.map(\.text).joined(separator: " ")
    }

    /// The words that nobody took, in the written order, without those that only say what comes next.
    var rest: String {
        let open = words.filter { $0.meaning == .open && !isLabel($0.text) }.map { Substring($0.text) }
        return (open + tail).joined(separator: " ")
    }
}
