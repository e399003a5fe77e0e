extension ReferenceTable {
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
