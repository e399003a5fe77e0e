extension ReferenceTable {
    /// The make that a text names, or nil when it is not known: unknown stays unknown.
    ///
    /// Tried in this order: the whole text as an alias; without company words; the leading words, the rest being taken
    /// for a model; a small spelling error. The rules and their confidence stand in ``RecognitionRule``.
    public func make(_ raw: String) -> Recognition<Make>? {
        guard raw.utf8.count <= TextKey.longest else { return nil }
        let key = TextKey.letters(raw)
        if let entry = makeIndex[key] { return recognition(makes, entry, 1, RecognitionRule.alias) }
        let words = Self.meaningfulWords(raw)
        let shortened = words.joined
        if shortened != key, let entry = makeIndex[shortened] {
            return recognition(makes, entry, 0.95, RecognitionRule.withoutCommonWords)
        }
        for end in words.ends.dropLast().reversed() where end >= 3 {
            // At least three letters: shorter aliases (FN, SW) are too often the beginning of something else.
            if let entry = makeIndex[String(shortened.utf8.prefix(end)) ?? ""] {
                return recognition(makes, entry, 0.85, RecognitionRule.leadingWords)
            }
        }
        return nearest(makes, makeIndex, key) ?? (shortened == key ? nil : nearest(makes, makeIndex, shortened))
    }

    /// The calibre that a text names, or nil when it is not known.
    ///
    /// Where a text names two calibres (`.38/.357`), it is recognised only when both are the same.
    public func calibre(_ raw: String) -> Recognition<Calibre>? {
        guard raw.utf8.count <= TextKey.longest else { return nil }
        let key = TextKey.calibre(raw)
        if let entry = calibreIndex[key] { return recognition(calibres, entry, 1, RecognitionRule.alias) }
        let shortened = Self.withoutCalibreWords(key)
        if shortened != key, let entry = calibreIndex[shortened] {
            return recognition(calibres, entry, 0.95, RecognitionRule.withoutCommonWords)
        }
        if let agreed = agreedCalibre(raw) { return agreed }
        return nearest(calibres, calibreIndex, shortened)
    }

    /// The text without company words, joined, and where each word ends in it.
    private static func meaningfulWords(_ raw: String) -> (joined: String, ends: [Int]) {
        var joined = ""
        var ends: [Int] = []
        for word in TextKey.words(raw).utf8.split(separator: UInt8(ascii: " ")) {
            let word = String(Substring(word))
            if companyWords.contains(word) { continue }
            joined += word
            ends.append(joined.utf8.count)
        }
        return (joined, ends)
    }

    private func agreedCalibre(_ raw: String) -> Recognition<Calibre>? {
        let parts = raw.split(whereSeparator: { "/()[];".contains($0) })
            .map { Self.withoutCalibreWords(TextKey.calibre(String($0))) }.filter { !$0.isEmpty }
        guard parts.count > 1 else { return nil }
        let entries = parts.compactMap { calibreIndex[$0] }
        guard entries.count == parts.count, let first = entries.first,
            entries.allSatisfy({ $0.place == first.place })
        else { return nil }
        return Recognition(
            value: calibres[first.place], confidence: 0.95, rule: RecognitionRule.withoutCommonWords
        )
    }

    private func recognition<Value>(
        _ values: [Value], _ entry: AliasIndex.Entry, _ confidence: Double, _ rule: String
    ) -> Recognition<Value> {
        Recognition(
            value: values[entry.place],
            confidence: entry.isUsualMeaning ? min(confidence, 0.75) : confidence,
            rule: entry.isUsualMeaning ? RecognitionRule.usualMeaning : rule
        )
    }

    private func nearest<Value>(_ values: [Value], _ index: AliasIndex, _ key: String) -> Recognition<Value>? {
        guard let (place, distance) = index.nearest(to: key) else { return nil }
        return Recognition(
            value: values[place],
            confidence: distance == 1 ? 0.8 : 0.65,
            rule: distance == 1 ? RecognitionRule.spellingOne : RecognitionRule.spellingTwo
        )
    }

    /// Words of company names that do not tell one maker from another.
    private static let companyWords: Set<String> = [
        "AG", "AS", "ARMAS", "ARMES", "ARMI", "ARMS", "CO", "COMPANY", "CORP", "CORPORATION", "DE", "FIREARM",
        "FIREARMS", "FABRICA", "FORJAS", "GES", "GMBH", "INC", "IND", "INDUSTRIA", "INDUSTRIAS", "INDUSTRIES", "INT",
        "INTERNATIONAL", "LIMITED", "LLC", "LTD", "LTDA", "MANUFACTURING", "MFG", "SA", "SPA", "SRL", "THE", "USA",
    ]

    /// A key without a leading word for "calibre", and without a trailing one.
    private static func withoutCalibreWords(_ key: String) -> String {
        var rest = Substring(key)
        for word in ["CALIBRE", "CALIBER", "CALIBRO", "CAL"] where rest.hasPrefix(word) && rest.count > word.count {
            rest = rest.dropFirst(word.count)
            break
        }
        for word in ["CALIBRE", "CALIBER", "CALIBRO", "CAL"] where rest.hasSuffix(word) && rest.count > word.count {
            rest = rest.dropLast(word.count)
            break
        }
        return String(rest)
    }
}
