extension ReferenceTable {
    /// The table with what people decided about spellings, which stands above every rule. Corrections whose meaning the
    /// table does not have are without effect.
    public func corrected(by corrections: some Sequence<SpellingCorrection>) -> ReferenceTable {
        var table = self
        table.corrections = SpellingCorrections(corrections)
        return table
    }

    func correctedMake(_ raw: String) -> Recognition<Make>? {
        corrections.meaning(.make, raw).flatMap(make(code:)).map(Self.corrected)
    }

    func correctedCalibre(_ raw: String) -> Recognition<Calibre>? {
        corrections.meaning(.calibre, raw).flatMap(calibre(code:)).map(Self.corrected)
    }

    func correctedType(_ raw: String) -> Recognition<FirearmType>? {
        corrections.meaning(.type, raw).flatMap { FirearmType($0) }.map(Self.corrected)
    }

    /// - Parameter makeCode: the maker, where it is known; a correction to a model of another maker is then none.
    func correctedModel(_ raw: String, makeCode: String?) -> Recognition<Model>? {
        guard let found = corrections.meaning(.model, raw).flatMap(model(reference:)) else { return nil }
        return makeCode == nil || makeCode == found.makeCode ? Self.corrected(found) : nil
    }

    /// The model of a reference such as `taurus:PT 92`: the code of its make, a colon and its name or an alias.
    public func model(reference: String) -> Model? {
        let halves = reference.split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return nil }
        return modelIndex.place(of: TextKey.letters(halves[1]), makeCode: halves[0]).map { models[$0] }
    }

    private static func corrected<Value>(_ value: Value) -> Recognition<Value> {
        Recognition(value: value, confidence: 1, rule: RecognitionRule.corrected)
    }
}

extension RecognitionRule {
    /// A person decided that this text means this. Confidence 1.
    public static let corrected = "corrected"
}
