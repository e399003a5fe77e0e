extension ReferenceTable {
    /// The models of one maker, in the order of the file.
    public func models(of makeCode: String) -> [Model] { models.filter { $0.makeCode == makeCode } }

    /// The model with exactly this name, or nil when the maker has none of that name.
    public func model(name: String, makeCode: String) -> Model? {
        modelIndex.place(of: TextKey.letters(name), makeCode: makeCode).map { models[$0] }
    }

    /// The model that a text names, or nil when it is not known: unknown stays unknown.
    ///
    /// With a maker, tried in this order: the whole text as a name or alias; without a word for "model"; with or
    /// without the letter M before a number; the beginning or another part of the text; a small spelling error.
    /// Without a maker, only whole names and distinctive parts, since many makers have a Model 10. The rules and their
    /// confidence stand in ``RecognitionRule``.
    public func model(_ raw: String, makeCode: String? = nil) -> Recognition<Model>? {
        guard raw.utf8.count <= TextKey.longest else { return nil }
        if let decided = correctedModel(raw, makeCode: makeCode) { return decided }
        let key = TextKey.letters(raw)
        guard let makeCode else { return modelOfAnyMake(raw, key) }
        guard modelIndex.knows(makeCode: makeCode) else { return nil }
        for (variant, confidence, rule) in Self.modelKeys(key) {
            if let place = modelIndex.place(of: variant, makeCode: makeCode) {
                return recognition(place, variant, makeCode, confidence, rule)
            }
        }
        if let part = ModelParts(raw).longest(where: { modelIndex.place(of: $0, makeCode: makeCode) != nil }),
            let place = modelIndex.place(of: part.key, makeCode: makeCode)
        {
            let confidence = part.isLeading ? 0.85 : 0.75
            let rule = part.isLeading ? RecognitionRule.leadingWords : RecognitionRule.containedWords
            return recognition(place, part.key, makeCode, confidence, rule)
        }
        let shortened = Self.withoutModelWord(key)
        guard let (place, distance) = modelIndex.nearest(to: shortened, makeCode: makeCode) else { return nil }
        return Recognition(
            value: models[place], confidence: distance == 1 ? 0.8 : 0.65,
            rule: distance == 1 ? RecognitionRule.spellingOne : RecognitionRule.spellingTwo
        )
    }

    private func recognition(
        _ place: Int, _ key: String, _ makeCode: String, _ confidence: Double, _ rule: String
    ) -> Recognition<Model> {
        let others = modelIndex.places(beginningWith: key, makeCode: makeCode).filter { $0 != place }
        return Recognition(
            value: models[place], confidence: confidence, rule: rule, alternatives: others.prefix(5).map { models[$0] }
        )
    }

    private func modelOfAnyMake(_ raw: String, _ key: String) -> Recognition<Model>? {
        for (variant, confidence, rule) in Self.modelKeys(key) {
            if let found = sharedName(modelIndex.places(of: variant), confidence, rule) { return found }
        }
        let part = ModelParts(raw).longest { Self.isDistinctive($0) && !modelIndex.places(of: $0).isEmpty }
        guard let part else { return nil }
        return sharedName(modelIndex.places(of: part.key), 0.75, RecognitionRule.containedWords)
    }

    /// A name that one maker alone uses says nearly as much as a name with its maker; a shared one says little.
    private func sharedName(_ places: [Int], _ confidence: Double, _ rule: String) -> Recognition<Model>? {
        guard let first = places.first else { return nil }
        if places.count == 1 {
            return Recognition(value: models[first], confidence: min(confidence, 0.9), rule: rule)
        }
        return Recognition(
            value: models[first], confidence: 0.4, rule: RecognitionRule.sharedModelName,
            alternatives: places.dropFirst().prefix(8).map { models[$0] }
        )
    }

    /// The keys a text may be found under, surest first.
    private static func modelKeys(_ key: String) -> [(key: String, confidence: Double, rule: String)] {
        var keys: [(key: String, confidence: Double, rule: String)] = [(key, 1, RecognitionRule.alias)]
        let shortened = withoutModelWord(key)
        if shortened != key { keys.append((shortened, 0.95, RecognitionRule.withoutCommonWords)) }
        let bytes = Array(shortened.utf8)
        if bytes.count > 1, bytes[0] == UInt8(ascii: "M"), bytes[1] <= UInt8(ascii: "9") {
            keys.append((String(shortened.dropFirst()), 0.9, RecognitionRule.modelLetter))
        } else if let first = bytes.first, first <= UInt8(ascii: "9") {
            keys.append(("M" + shortened, 0.9, RecognitionRule.modelLetter))
        }
        return keys
    }

    static func withoutModelWord(_ key: String) -> String {
        for word in ["MODELO", "MODELE", "MODELL", "MODEL", "MODNO", "MOD", "MDL"]
        where key.hasPrefix(word) && key.utf8.count > word.utf8.count {
            return String(key.dropFirst(word.utf8.count))
        }
        return key
    }

    /// Whether a key can be a model without its maker: letters and digits together, or a longer word.
    private static func isDistinctive(_ key: String) -> Bool {
        let digits = key.utf8.count { $0 <= UInt8(ascii: "9") }
        let letters = key.utf8.count - digits
        return digits > 0 && letters > 0 && key.utf8.count >= 3 || digits == 0 && letters >= 6
    }
}
