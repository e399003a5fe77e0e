extension ReferenceTable {
    /// The make that a text names, or nil when it is not known: unknown stays unknown.
    ///
    /// Tried in this order: the whole text as an alias; without company words and countries; without kinds of firearm,
    /// numbers and labels too; a name inside the text, the rest being taken for a model; a spelling error. The rules and
    /// their confidence stand in ``RecognitionRule``.
    public func make(_ raw: String) -> Recognition<Make>? {
        guard raw.utf8.count <= TextKey.longest else { return nil }
        if let decided = correctedMake(raw) { return decided }
        let search = MakeSearch(makes: makes, index: makeIndex, spellings: makeSpellings, text: MakeText(raw))
        let key = TextKey.letters(raw)
        if let entry = makeIndex[key] {
            let found = recognition(makes, entry, 1, RecognitionRule.alias)
            guard entry.isUsualMeaning else { return found }
            return Recognition(
                value: found.value, confidence: found.confidence, rule: found.rule,
                alternatives: search.others(key, entry.place)
            )
        }
        return search.result()
    }

    /// The make with exactly this name or alias, or nil.
    ///
    /// Apart from case, accents, punctuation and company words (`Taurus Armas S.A.`); no spelling error is forgiven.
    public func make(named name: String) -> Make? {
        guard let found = make(name) else { return nil }
        let isName =
            found.rule == RecognitionRule.alias || found.rule == RecognitionRule.usualMeaning
            || found.rule == RecognitionRule.withoutCommonWords && found.confidence >= 0.95
        return isName ? found.value : nil
    }
}
