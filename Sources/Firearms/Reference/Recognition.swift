/// A text recognised as an entry of the reference table.
public struct Recognition<Value: Sendable>: Sendable {
    /// The entry.
    public let value: Value
    /// How sure the rule is, 0 to 1. Below ``sure`` a person should look.
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

extension Recognition {
    /// The confidence from which a program may act on the answer, such as store the code beside the text, before a
    /// person has looked at it.
    public static var sure: Double { 0.8 }

    /// Whether the answer is sure enough to be acted on before a person has looked at it.
    public var isSure: Bool { confidence >= Self.sure }

    /// The entry where the answer is sure, else nil: what a program may store as recognised.
    public var ifSure: Value? { isSure ? value : nil }
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
    /// A known name inside the text, other words before it. Confidence 0.75.
    public static let containedWords = "contained-words"
    /// The letter M before a number added or left out (`M92`, `92`). Confidence 0.9.
    public static let modelLetter = "model-letter"
    /// A model name that several makers use, the maker not being known. Confidence 0.4.
    public static let sharedModelName = "shared-model-name"
    /// A name among words that may stand beside any: kinds of firearm, calibres, labels (`PISTOLA TAURUS`).
    /// Confidence 0.9.
    public static let amongCommonWords = "among-common-words"
    /// Two names kept apart by a sign (`TAURUS/ROSSI`): the first, or the maker sooner than an importer; the other is an
    /// alternative. Confidence at most 0.6.
    public static let firstOfSeveral = "first-of-several"
    /// Spelt otherwise but sounding the same (`HEKLER & KOCK`, `KOLT`). Confidence 0.78.
    public static let soundsAlike = "sounds-alike"
    /// Only the first letter is wrong, missing, one too many or out of its place. Confidence 0.65.
    public static let firstLetter = "first-letter"
    /// Written as Spanish or Portuguese speakers hear it (`GUINCHESTER`, `ESMITH`). Confidence 0.7.
    public static let asSpoken = "as-spoken"
    /// Words cut short or without their vowels (`FABR MILITARES`, `SPFLD ARMORY`, `RGR`). Confidence at most 0.7.
    public static let shortenedWords = "shortened-words"
    /// Some of the words are a name with a spelling error. Confidence at most 0.7.
    public static let spellingAmongWords = "spelling-among-words"
    /// A bare number that usually means this on the type of firearm given (`32` on a shotgun). Confidence 0.8.
    public static let usualForType = "usual-for-type"
    /// A bare number that usually means this on the firearms of the maker given (`.32` on a Davis). Confidence 0.75, where
    /// the maker made no other 0.8.
    public static let usualForMake = "usual-for-make"
    /// Several calibres in the text: the first of them; the others are alternatives. Confidence 0.7.
    public static let severalCalibres = "several-calibres"
    /// A calibre among words that are not known. Confidence 0.85, of a bare number 0.5.
    public static let amongWords = "among-words"
    /// A number whose point was taken for a slip (`3.80`). Confidence 0.6.
    public static let withoutPoint = "without-point"

    /// Every rule.
    public static let all = [
        alias, usualMeaning, withoutCommonWords, leadingWords, spellingOne, spellingTwo, containedWords, modelLetter,
        sharedModelName, amongCommonWords, firstOfSeveral, soundsAlike, firstLetter, asSpoken, shortenedWords,
        spellingAmongWords, usualForType, usualForMake, severalCalibres, amongWords, withoutPoint, ofModel,
    ]
}
