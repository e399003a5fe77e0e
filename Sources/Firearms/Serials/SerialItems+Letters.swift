/// Tells which letters belong to a number, once all words are known.
extension SerialItems {
    /// Letters beside digits begin or end a number when they are as few as makers stamp; others are words. Without any
    /// digit a lone short group is a number, and a sentence is not.
    mutating func settleLetters() {
        let hasNumber = items.contains { $0.isNumber }
        guard hasNumber else {
            let letters = items.indices.filter { if case .letters = items[$0].kind { true } else { false } }
            // "No" with a point or a ring is short for "number".
            let isDenied = tokens.contains { Self.negations.contains($0.key) || $0.text == "NO" || $0.text == "no" }
            let isNumber = letters.count == 1 && !isDenied && isLoneNumber(items[letters[0]])
            for index in letters { items[index].kind = isNumber ? .number : .word }
            return
        }
        for index in items.indices.reversed() {
            guard case .letters = items[index].kind else { continue }
            let next = index + 1 < items.count ? items[index + 1] : nil
            let joinsNext = next.map { $0.isNumber || Self.isJoiningDash($0) } ?? false || joinsBySlash(index)
            if joinsNext, items[index].key.utf8.count <= 4, items[index].bracket == next?.bracket, !isMake(index) {
                items[index].kind = .number
            }
        }
        for index in items.indices {
            guard case .letters = items[index].kind else { continue }
            var before = index - 1
            if before > 0, Self.isJoiningDash(items[before]) { before -= 1 }
            let joins = before >= 0 && items[before].isNumber && items[before].bracket == items[index].bracket
            let length = items[index].key.utf8.count
            let isWord = length > 2 && items[index].text.utf8.allSatisfy { $0 >= UInt8(ascii: "a") }
            let isSentence =
                items[index].text.hasSuffix(".") || (index + 1 < items.count && Self.isText(items[index + 1]))
            items[index].kind = joins && length <= 3 && !isWord && !isSentence ? .number : .word
        }
        settleSeriesLetters()
        settleCounts()
    }

    /// `SERIE A Nº 12345`, `letra H nº 12345`: the letter of the series begins the number.
    private mutating func settleSeriesLetters() {
        for index in items.indices.dropFirst() where index + 2 < items.count {
            let item = items[index]
            guard item.key.utf8.count == 1, item.text == item.key,
                item.key.utf8.allSatisfy({ $0 >= UInt8(ascii: "A") }),
                !item.isNumber, items[index + 2].isNumber, item.bracket == items[index + 2].bracket,
                Self.isSeries(items[index - 1]), case .label = items[index + 1].kind
            else { continue }
            items[index].kind = .number
            let label = items.remove(at: index + 1)
            items[index].remark += label.text
            return
        }
    }

    private static func isSeries(_ item: SerialItem) -> Bool {
        ["SERIE", "SERIES", "LETRA", "LETTER"].contains(item.key)
    }

    /// One or two digits beside a word that is not known, where a whole number stands too, are a model or a count:
    /// `ABC12345 GLOCK 19`, `2 serials 12345 & 67890`.
    private mutating func settleCounts() {
        guard items.contains(where: { $0.isWhole() }) else { return }
        for index in items.indices where items[index].isNumber && items[index].key.utf8.count <= 2 {
            let item = items[index]
            guard item.key.utf8.allSatisfy({ $0 <= UInt8(ascii: "9") }), !item.pattern.hasUnreadablePlaces else {
                continue
            }
            let before = index > 0 ? items[index - 1] : nil
            let next = index + 1 < items.count ? items[index + 1] : nil
            let countsUnits = next.map { words.meaning(of: $0.key) == .unit && $0.bracket == item.bracket } ?? false
            let followsWord = before.map { Self.isUnknownWord($0) && $0.bracket == item.bracket } ?? false
            if followsWord || countsUnits || before == nil && next.map(Self.isWordOrLabel) ?? false {
                items[index].kind = .word
            }
        }
    }

    private static func isUnknownWord(_ item: SerialItem) -> Bool {
        guard case .word = item.kind else { return false }
        return item.key.utf8.count >= 4 && item.key.utf8.allSatisfy { $0 >= UInt8(ascii: "A") }
    }

    private static func isWordOrLabel(_ item: SerialItem) -> Bool {
        switch item.kind {
        case .word, .label: true
        default: false
        }
    }

    /// `COLT 12345`: four letters, apart from the digits, that are the name of a maker.
    private func isMake(_ index: Int) -> Bool {
        let key = items[index].key
        guard key.utf8.count == 4, index + 1 < items.count, !items[index + 1].isGlued else { return false }
        return ReferenceTable.standard.make(named: key).map { TextKey.letters($0.name) == key } ?? false
    }

    /// `KT/12345`.
    private func joinsBySlash(_ index: Int) -> Bool {
        guard index + 2 < items.count, items[index + 1].isGlued, items[index + 2].isGlued, items[index + 2].isNumber,
            case .sign(.slash) = items[index + 1].kind
        else { return false }
        return true
    }

    /// `KPB` alone, or what is left in `RASPADO KPB`.
    private func isLoneNumber(_ item: SerialItem) -> Bool {
        let hasRemark = items.contains {
            switch $0.kind {
            case .part, .places: true
            case .word: $0.bracket == 0
            default: false
            }
        }
        let hasState = items.contains { if case .state = $0.kind { true } else { false } }
        // No maker stamps six letters and no digit: a longer word is one that this list does not know.
        return !hasRemark && (2...(hasState ? 4 : 5)).contains(item.key.utf8.count)
    }

    private static func isText(_ item: SerialItem) -> Bool {
        switch item.kind {
        case .letters, .word: true
        default: false
        }
    }

    private static func isJoiningDash(_ item: SerialItem) -> Bool {
        if case .sign(.dash) = item.kind { true } else { false }
    }
}
