/// Looks for the name of a maker among the words of a text.
struct MakeSearch {
    /// A name found in the text.
    struct Found {
        let words: Range<Int>
        let place: Int
        let letters: Int
        /// How far the name can be trusted, apart from what stands around it.
        var weight: Double
        let isUsualMeaning: Bool
    }

    let makes: [Make]
    let index: AliasIndex
    let spellings: MakeSpellings
    let text: MakeText

    /// Longest name, in words.
    private static let longestName = 6

    func result() -> Recognition<Make>? {
        if text.words.isEmpty { return nil }
        if let found = whole(text.withoutLegalForm, 0.95, RecognitionRule.withoutCommonWords) { return found }
        if let found = whole(text.names, 0.95, RecognitionRule.withoutCommonWords) { return found }
        if let found = whole(text.core, 0.9, RecognitionRule.amongCommonWords) { return found }
        let inside = contained()
        if let best = inside.first, best.weight >= 0.7 { return recognition(inside) }
        if let near = near(), near.confidence > inside.first?.weight ?? 0 { return near }
        return inside.isEmpty ? glued() : recognition(inside)
    }

    /// The words together are one name.
    func whole(_ words: [Int], _ confidence: Double, _ rule: String) -> Recognition<Make>? {
        guard !words.isEmpty else { return nil }
        let key = text.joined(words)
        if let entry = index[key] {
            let alternatives = entry.isUsualMeaning ? others(key, entry.place) : []
            return Recognition(
                value: makes[entry.place], confidence: entry.isUsualMeaning ? 0.75 : confidence,
                rule: entry.isUsualMeaning ? RecognitionRule.usualMeaning : rule, alternatives: alternatives
            )
        }
        if let place = spellings.make(shortened: key) {
            return Recognition(
                value: makes[place], confidence: min(confidence, 0.75), rule: RecognitionRule.withoutCommonWords,
                alternatives: others(key, place)
            )
        }
        return nil
    }

    func others(_ key: String, _ place: Int) -> [Make] {
        spellings.beginning(with: key, except: place, limit: 5).map { makes[$0] }
    }

    // MARK: - Names inside a longer text

    /// The names found, best first, none within another.
    private func contained() -> [Found] {
        var found: [Found] = []
        for sequence in [Array(text.words.indices), text.names] where sequence.count > 0 {
            for start in sequence.indices {
                for end in stride(from: min(start + Self.longestName, sequence.count), to: start, by: -1) {
                    let words = sequence[start..<end]
                    let key = text.joined(words)
                    // "PARA USA": words that stand beside any name are one only together, and first.
                    if words.allSatisfy({ text.isBeside[$0] }), start > 0 || words.count < 2 || key.utf8.count < 7 {
                        continue
                    }
                    guard key.utf8.count >= 2, let entry = index[key] else { continue }
                    let range = words[start]..<(words[end - 1] + 1)
                    found.append(weighed(range, key.utf8.count, entry))
                    break
                }
            }
        }
        found.sort { ($1.letters, $0.words.lowerBound) < ($0.letters, $1.words.lowerBound) }
        var kept: [Found] = []
        for one in found where !kept.contains(where: { $0.words.overlaps(one.words) }) && one.weight > 0 {
            kept.append(one)
        }
        if Set(kept.map(\.place)).count > 1 {
            // An importer's name stands on the gun too; the other name is the maker's.
            for place in kept.indices where MakeWords.importers.contains(makes[kept[place].place].code) {
                kept[place].weight -= 0.2
            }
        }
        return kept.sorted { ($1.weight, $0.words.lowerBound) < ($0.weight, $1.words.lowerBound) }
    }

    private func weighed(_ words: Range<Int>, _ letters: Int, _ entry: AliasIndex.Entry) -> Found {
        let isFirst = words.lowerBound == text.firstName
        let isLast = words.upperBound == text.words.count && text.words.count <= 3
        let isAlone = text.isExplained(without: words)
        var weight: Double
        if entry.isUsualMeaning {
            // One that can mean other things is believed only where nothing else is left to explain, a long one also
            // beside what may be a model.
            weight = isAlone ? 0.6 : isFirst && letters >= 6 || isLast && letters >= 8 ? 0.55 : 0
        } else if letters == 2 {
            weight = isAlone ? 0.75 : isFirst ? 0.65 : isLast ? 0.5 : 0
        } else {
            weight = letters == 3 ? 0.8 : 0.85
        }
        if weight > 0 {
            if isFirst { weight += 0.05 }
            if text.followsCartridgeNumber(words.lowerBound), Self.isCartridgeName(text.joined(words)) { weight -= 0.4 }
        }
        return Found(
            words: words, place: entry.place, letters: letters, weight: max(0, weight),
            isUsualMeaning: entry.isUsualMeaning
        )
    }

    /// Makers whose names are also those of cartridges: after a number, as in `.40 S&W`, they name no maker.
    private static func isCartridgeName(_ key: String) -> Bool {
        [
            "SW", "SMITHWESSON", "COLT", "LUGER", "REMINGTON", "REM", "WINCHESTER", "WIN", "WEATHERBY", "BROWNING",
            "MAUSER", "TOKAREV", "NAGANT", "SAVAGE", "MARLIN", "RUGER", "SIG", "NORMA", "ROSSI", "LONGCOLT",
        ].contains(key)
    }

    private func recognition(_ found: [Found]) -> Recognition<Make>? {
        guard let best = found.first else { return nil }
        var alternatives: [Make] = []
        for other in found.dropFirst() where other.place != best.place {
            let make = makes[other.place]
            if !alternatives.contains(make), alternatives.count < 5 { alternatives.append(make) }
        }
        let isLeading = found.contains { $0.place == best.place && $0.words.lowerBound == text.firstName }
        var rule = isLeading ? RecognitionRule.leadingWords : RecognitionRule.containedWords
        var confidence = min(best.weight, isLeading ? 0.85 : 0.75)
        if best.isUsualMeaning {
            rule = RecognitionRule.usualMeaning
        } else if !alternatives.isEmpty, text.hasSeparator {
            (rule, confidence) = (RecognitionRule.firstOfSeveral, min(confidence, 0.6))
        }
        return Recognition(
            value: makes[best.place], confidence: max(confidence, 0.4), rule: rule, alternatives: alternatives
        )
    }

    // MARK: - Spelling

    /// The name is not written as any alias is: the whole text first, then one to three words of it.
    private func near() -> Recognition<Make>? {
        if text.core.isEmpty { return nil }
        var best: [MakeSpellings.Near] = []
        var isWhole = true
        var tried: Set<String> = []
        func search(_ words: some Collection<Int>, whole: Bool) {
            let key = text.joined(words)
            guard tried.count < 10, tried.insert(key).inserted else { return }
            let found = spellings.near(key, limit: 6)
            guard let first = found.first, whole || first.confidence >= 0.75 else { return }
            if let known = best.first, known.confidence >= first.confidence { return }
            (best, isWhole) = (found, whole)
        }
        search(text.words.indices, whole: true)
        search(text.names, whole: true)
        search(text.core, whole: true)
        if best.isEmpty {
            for length in [2, 1, 3] where text.core.count > length {
                for start in 0...(text.core.count - length) {
                    let words = text.core[start..<(start + length)]
                    // One short word among others is too easily near to something.
                    if length == 1, text.words[words[start]].utf8.count < 5 { continue }
                    search(words, whole: false)
                }
                if !best.isEmpty { break }
            }
        }
        if best.isEmpty {
            best =
                [text.core, text.names].lazy.map { [text, spellings] words in
                    spellings.shortenedWords(words.map { text.words[$0] }.joined(separator: " "))
                }.first { !$0.isEmpty } ?? []
        }
        guard let first = best.first else { return nil }
        let isTied = best.count > 1 && best[1].confidence == first.confidence
        return Recognition(
            value: makes[first.place],
            confidence: min(first.confidence, isWhole ? 1 : 0.7, isTied ? 0.5 : 1),
            rule: isWhole ? first.rule : RecognitionRule.spellingAmongWords,
            alternatives: best.dropFirst().prefix(5).map { makes[$0.place] }
        )
    }

    /// A long name with the letters of a model number written right behind it (`TAURUSPT92`).
    private func glued() -> Recognition<Make>? {
        for place in text.core where text.words[place].utf8.count >= 7 && text.isBeforeNumber(place) {
            let bytes = text.words[place].utf8
            for end in stride(from: bytes.count - 1, through: 5, by: -1) {
                guard let entry = index[String(Substring(bytes.prefix(end)))], !entry.isUsualMeaning,
                    bytes.count - end <= 3
                else { continue }
                return Recognition(value: makes[entry.place], confidence: 0.6, rule: RecognitionRule.leadingWords)
            }
        }
        return nil
    }
}
