/// A text as somebody wrote it, and the name that a person says it means.
public struct LabelledText: Hashable, Sendable {
    /// Line of the file it comes from, counted from 1.
    public var line: Int
    /// The text as written.
    public var raw: String
    /// The name it means; empty where it names nothing.
    public var expected: String

    /// Makes a labelled text.
    public init(line: Int, raw: String, expected: String) {
        self.line = line
        self.raw = raw
        self.expected = expected
    }
}

/// How often the reference table recognises labelled texts as what a person says they mean.
///
/// An expected name is itself looked up by name or alias; one that the table does not know counts as an error. Where
/// nothing is expected, by an empty field or a word such as `unknown`, nothing is to be recognised.
public struct RecognitionEvaluation: Sendable {
    /// A text that was not recognised as expected.
    public struct Mistake: Hashable, Sendable {
        /// The text and what it means.
        public var text: LabelledText
        /// What it was taken for; nil for nothing.
        public var answer: String?
        /// The rule that answered; nil where none did.
        public var rule: String?
        /// Whether the table does not have the expected name at all.
        public var isUnknownName: Bool
    }

    /// How one rule did.
    public struct RuleRecord: Hashable, Sendable {
        /// Answers that were as expected.
        public var right = 0
        /// Answers that were not.
        public var wrong = 0
    }

    /// Number of texts.
    public private(set) var rows = 0
    /// Number of texts recognised as expected.
    public private(set) var right = 0
    /// The others, in the order of the file.
    public private(set) var mistakes: [Mistake] = []
    /// By rule; `none` where nothing was recognised.
    public private(set) var rules: [String: RuleRecord] = [:]

    /// Share of texts recognised as expected, 0 to 1; 0 without texts.
    public var accuracy: Double { rows == 0 ? 0 : Double(right) / Double(rows) }

    /// What was taken for what, the commonest first.
    public var confusions: [(expected: String, answer: String?, count: Int)] {
        struct Pair: Hashable {
            var expected: String
            var answer: String?
        }
        let counts = Dictionary(grouping: mistakes) { Pair(expected: $0.text.expected, answer: $0.answer) }
        return counts.map { ($0.key.expected, $0.key.answer, $0.value.count) }.sorted {
            ($1.2, $0.0, $0.1 ?? "") < ($0.2, $1.0, $1.1 ?? "")
        }
    }

    /// Evaluates the recognition of makes.
    public static func makes(_ texts: some Sequence<LabelledText>, _ table: ReferenceTable) -> RecognitionEvaluation {
        evaluate(
            texts, name: \.name, code: \.code,
            named: { table.make(named: $0) ?? Self.fullMake($0, table) }, recognise: { table.make($0) }
        )
    }

    /// Evaluates the recognition of calibres.
    public static func calibres(
        _ texts: some Sequence<LabelledText>, _ table: ReferenceTable
    ) -> RecognitionEvaluation {
        evaluate(
            texts, name: \.name, code: \.code, named: { table.calibre(named: $0) ?? Self.fullName($0, table) },
            recognise: { table.calibre($0) }
        )
    }

    /// A make under two of its names: `FN (Fabrique Nationale)`, `Heckler & Koch / H&K`.
    private static func fullMake(_ text: String, _ table: ReferenceTable) -> Make? {
        let names = text.split(whereSeparator: { "/,;()".contains($0) }).map(String.init)
            .filter { !TextKey.letters($0).isEmpty }
        guard names.count > 1, let first = table.make(named: names[0]) else { return nil }
        return names.allSatisfy { table.make(named: $0) == first } ? first : nil
    }

    /// A calibre under two of its names or with words for it: `.25 ACP (6.35 mm)`, `12 gauge shotgun`.
    private static func fullName(_ text: String, _ table: ReferenceTable) -> Calibre? {
        guard let found = table.calibre(text) else { return nil }
        return fullNameRules.contains(found.rule) ? found.value : nil
    }

    private static let fullNameRules: Set<String> = [
        RecognitionRule.alias, RecognitionRule.withoutCommonWords, RecognitionRule.usualMeaning,
        RecognitionRule.usualForType,
    ]

    /// Whether an expected name says that the text names nothing: empty, or a word such as `unknown`.
    private static func isNothing(_ expected: String) -> Bool {
        let words = TextKey.words(expected).split(separator: " ")
        return words.allSatisfy { MakeWords.unknown.contains(String($0)) }
            || MakeWords.unknown.contains(TextKey.letters(expected))
    }

    private static func evaluate<Value>(
        _ texts: some Sequence<LabelledText>, name: (Value) -> String, code: (Value) -> String,
        named: (String) -> Value?, recognise: (String) -> Recognition<Value>?
    ) -> RecognitionEvaluation {
        var evaluation = RecognitionEvaluation()
        for text in texts {
            let answer = recognise(text.raw)
            let known = named(text.expected)
            let expectsNothing = known == nil && isNothing(text.expected)
            let isRight =
                expectsNothing ? answer == nil : known != nil && known.map(code) == answer.map { code($0.value) }
            evaluation.rows += 1
            let rule = answer?.rule ?? "none"
            if isRight {
                evaluation.right += 1
                evaluation.rules[rule, default: RuleRecord()].right += 1
            } else {
                evaluation.rules[rule, default: RuleRecord()].wrong += 1
                evaluation.mistakes.append(
                    Mistake(
                        text: text, answer: answer.map { name($0.value) }, rule: answer?.rule,
                        isUnknownName: known == nil && !expectsNothing
                    )
                )
            }
        }
        return evaluation
    }
}
