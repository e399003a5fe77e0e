/// What the recognition of makes and of calibres share.
extension ReferenceTable {
    func recognition<Value>(
        _ values: [Value], _ entry: AliasIndex.Entry, _ confidence: Double, _ rule: String
    ) -> Recognition<Value> {
        Recognition(
            value: values[entry.place],
            confidence: entry.isUsualMeaning ? min(confidence, 0.75) : confidence,
            rule: entry.isUsualMeaning ? RecognitionRule.usualMeaning : rule
        )
    }

    func nearest<Value>(_ values: [Value], _ index: AliasIndex, _ key: String) -> Recognition<Value>? {
        guard let (place, distance) = index.nearest(to: key) else { return nil }
        return Recognition(
            value: values[place],
            confidence: distance == 1 ? 0.8 : 0.65,
            rule: distance == 1 ? RecognitionRule.spellingOne : RecognitionRule.spellingTwo
        )
    }
}
