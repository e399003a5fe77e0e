/// Words for ranges of likelihood ratios.
public struct VerbalScale: Hashable, Sendable, Codable {
    /// Words that hold from a likelihood ratio upward.
    public struct Step: Hashable, Sendable, Codable {
        /// The smallest likelihood ratio, 1 or more.
        public var from: Double
        /// The words.
        public var words: String

        /// Pairs a ratio with words.
        public init(from: Double, words: String) {
            self.from = from
            self.words = words
        }
    }

    /// What people call the scale.
    public var name: String
    /// What is said when neither proposition is supported.
    public var neutral: String
    /// The words, from weak to strong.
    public var steps: [Step]

    /// Puts a scale together.
    public init(name: String, neutral: String, steps: [Step]) {
        self.name = name
        self.neutral = neutral
        self.steps = steps.sorted { $0.from < $1.from }
    }

    /// The scale of the ENFSI Guideline for Evaluative Reporting in Forensic Science (2015), section on verbal equivalents.
    public static let enfsi = VerbalScale(
        name: "ENFSI 2015",
        neutral: "no support for one proposition over the other",
        steps: [
            Step(from: 2, words: "weak support"), Step(from: 10, words: "moderate support"),
            Step(from: 100, words: "moderately strong support"), Step(from: 1_000, words: "strong support"),
            Step(from: 10_000, words: "very strong support"),
            Step(from: 1_000_000, words: "extremely strong support"),
        ]
    )

    /// The words for a decimal logarithm, and whether they speak for the same source; nil for neither.
    public func words(log10: Double) -> (words: String, forSameSource: Bool?) {
        let size = abs(log10)
        // A ratio that was computed to stand on a step must not fall below it by rounding.
        guard let step = steps.last(where: { ExactMath.decimalLogarithm($0.from) <= size + 1e-9 }) else {
            return (neutral, nil)
        }
        return (step.words, log10 > 0)
    }
}
