/// A text recognised as an entry of the reference table.
public struct Recognition<Value: Sendable>: Sendable {
    /// The entry.
    public let value: Value
    /// How sure the rule is, 0 to 1. Below 0.8 a person should look.
    public let confidence: Double
    /// The rule that recognised it, one of ``RecognitionRule``.
    public let rule: String

    /// What else the text may mean, likeliest first.
    public let alternatives: [Value]

    /// Makes a recognition.
    public init(value: Value, confidence: Double, rule: String, alternatives: [Value] = []) {
        self.value = value
        self.confidence = confidence
        self.rule = rule
        self.alternatives = alternatives
    }
}

extension Recognition: Equatable where Value: Equatable {}
extension Recognition: Hashable where Value: Hashable {}

/// The rules by which texts are recognised, surest first.
public enum RecognitionRule {
    /// The name or an alias, apart from case, accents and punctuation. Confidence 1.
    public static let alias = "alias"
    /// An alias that can mean several things and usually means this one (`.38`, `7.62`). Confidence 0.75.
    public static let usualMeaning = "usual-meaning"
    /// An alias after words such as `S.A.`, `Inc.`, `cal.` were left out. Confidence 0.95.
    public static let withoutCommonWords = "without-common-words"
    /// The first words are an alias; the rest may be a model. Confidence 0.85.
    public static let leadingWords = "leading-words"
    /// One letter away from a single alias. Confidence 0.8.
    public static let spellingOne = "spelling-1"
    /// Two letters away from a single alias. Confidence 0.65.
    public static let spellingTwo = "spelling-2"
}
