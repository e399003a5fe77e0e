/// Cheap answers for the many wordings of a line that are tried one after the other, and of which few name anything.
extension ReferenceTable {
    /// The make of which a wording is a name or an alias, apart from company words and countries.
    func make(worded wording: String) -> Recognition<Make>? {
        guard wording.utf8.count <= TextKey.longest else { return nil }
        if let decided = correctedMake(wording) { return decided }
        if let entry = makeIndex[TextKey.letters(wording)] {
            return recognition(makes, entry, 1, RecognitionRule.alias)
        }
        return makeSearch(wording).named()
    }

    /// The make of which a wording is a name with a slip of the pen.
    func make(misspelt wording: String) -> Recognition<Make>? {
        guard wording.utf8.count <= TextKey.longest else { return nil }
        return makeSearch(wording).misspelt()
    }

    /// The kind of firearm that a wording names with every word.
    func type(worded wording: String) -> FirearmType? {
        if let decided = correctedType(wording) { return decided.value }
        let words = TextKey.words(wording).split(separator: " ")
        guard words.allSatisfy({ TypeWords.standard.knows(String($0)) }), let type = type(wording),
            type.rule == RecognitionRule.alias
        else { return nil }
        return type.value
    }

    private func makeSearch(_ wording: String) -> MakeSearch {
        MakeSearch(makes: makes, index: makeIndex, spellings: makeSpellings, text: MakeText(wording))
    }
}

extension MakeSearch {
    /// The whole text, or the whole without company words and countries, is a name.
    func named() -> Recognition<Make>? {
        whole(text.withoutLegalForm, 0.95, RecognitionRule.withoutCommonWords)
            ?? whole(text.names, 0.95, RecognitionRule.withoutCommonWords)
    }

    /// The whole text is a name with one or two letters wrong.
    func misspelt() -> Recognition<Make>? {
        for words in [Array(text.words.indices), text.names] where !words.isEmpty {
            guard let near = spellings.near(text.joined(words), limit: 1).first else { continue }
            guard near.rule == RecognitionRule.spellingOne || near.rule == RecognitionRule.spellingTwo else { continue }
            return Recognition(value: makes[near.place], confidence: near.confidence, rule: near.rule)
        }
        return nil
    }
}
