extension ReferenceTable {
    /// The kind of firearm that a text names, or nil when no word of it does.
    ///
    /// Words in English, Spanish and Portuguese, misspelt or short, alone or in a longer text (`GARRUCHA CAL 32`).
    public func type(_ raw: String) -> Recognition<FirearmType>? { typeReading(raw).type }

    /// The kind of firearm, its action and its conversion, as far as words of the text name them.
    public func typeReading(_ raw: String) -> TypeReading {
        guard raw.utf8.count <= TextKey.longest else { return TypeReading() }
        if let decided = correctedType(raw) { return TypeReading(type: decided) }
        let words = TypeWords.standard
        let findings = words.findings(raw)
        if findings.isEmpty { return TypeReading() }
        let meaning = TypeWords.together(findings)
        let all = TextKey.words(raw).split(separator: " ").count
        let isWhole = findings.reduce(0) { $0 + $1.length } == all
        let distance = findings.first { $0.meaning.type == meaning.type }?.distance ?? 0
        let type = meaning.type.map { type in
            var others: [FirearmType] = []
            for other in findings.compactMap(\.meaning.type) where other != type && !others.contains(other) {
                others.append(other)
            }
            let isClear = others.allSatisfy { $0 == .other }
            let (confidence, rule): (Double, String) =
                switch distance {
                case 0 where isWhole: (1, RecognitionRule.alias)
                case 0: (0.9, RecognitionRule.amongWords)
                case 1: (0.8, RecognitionRule.spellingOne)
                default: (0.65, RecognitionRule.spellingTwo)
                }
            return Recognition(
                value: type, confidence: isClear ? confidence : min(confidence, 0.7), rule: rule,
                alternatives: Array(others.filter { $0 != .other }.prefix(5))
            )
        }
        return TypeReading(type: type, action: meaning.action, conversion: meaning.conversion)
    }
}
