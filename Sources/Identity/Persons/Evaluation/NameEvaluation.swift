/// Two persons, organisations or vessels of which somebody knows whether they are the same.
public struct LabelledPair: Sendable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// One side.
    public var left: PreparedPerson
    /// The other.
    public var right: PreparedPerson
    /// They are the same.
    public var isMatch: Bool
    /// The label is beyond doubt.
    public var isStrong: Bool

    /// A labelled pair.
    public init(line: Int, left: PreparedPerson, right: PreparedPerson, isMatch: Bool, isStrong: Bool = false) {
        self.line = line
        self.left = left
        self.right = right
        self.isMatch = isMatch
        self.isStrong = isStrong
    }
}

/// How well the scores part labelled pairs, at the threshold where they do it best.
public struct NameEvaluation: Sendable {
    /// A pair on the wrong side of the threshold.
    public struct Mistake: Sendable {
        /// The pair.
        public let pair: LabelledPair
        /// What it scored.
        public let score: Float
        /// Why.
        public let explanation: [ExplainedEvidence]
    }

    /// Pairs evaluated.
    public let rows: Int
    /// Pairs that score at least this much are taken as the same.
    public let threshold: Float
    /// Share of the pairs taken as the same that are.
    public let precision: Double
    /// Share of the same pairs that are taken as such.
    public let recall: Double
    /// Pairs with a label beyond doubt, and how many of them are on the right side.
    public let strongRows: Int
    /// See ``strongRows``.
    public let strongCorrect: Int
    /// The pairs on the wrong side, by line.
    public let mistakes: [Mistake]

    /// The harmonic mean of precision and recall (C. J. van Rijsbergen, Information Retrieval, 1979, chapter 7).
    public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    /// Scores the pairs and finds the threshold with the best F1; of equal ones that with the most strong labels right,
    /// then the highest. A threshold lies midway between two scores.
    public init(_ pairs: [LabelledPair], comparer: PersonComparer = PersonComparer()) {
        var comparer = comparer
        let scores = pairs.map { comparer.compare($0.left, $0.right) }
        let order = pairs.indices.sorted { scores[$0] > scores[$1] }
        let positives = pairs.count { $0.isMatch }
        let strongNegatives = pairs.count { $0.isStrong && !$0.isMatch }
        var best = (f1: -1.0, strong: -1, threshold: Float(1), taken: 0, right: 0)
        var right = 0
        var strong = strongNegatives
        for (place, index) in order.enumerated() {
            if pairs[index].isMatch { right += 1 }
            if pairs[index].isStrong { strong += pairs[index].isMatch ? 1 : -1 }
            let next = place + 1 < order.count ? scores[order[place + 1]] : 0
            if next == scores[index] { continue }
            let f1 = 2 * Double(right) / Double(place + 1 + positives)
            if (f1, strong) > (best.f1, best.strong) {
                best = (f1, strong, (scores[index] + next) / 2, place + 1, right)
            }
        }
        rows = pairs.count
        threshold = best.threshold
        precision = best.taken == 0 ? 0 : Double(best.right) / Double(best.taken)
        recall = positives == 0 ? 0 : Double(best.right) / Double(positives)
        strongRows = pairs.count { $0.isStrong }
        strongCorrect = max(0, best.strong)
        mistakes = pairs.indices.compactMap { index in
            let pair = pairs[index]
            if (scores[index] >= best.threshold) == pair.isMatch { return nil }
            _ = comparer.compare(pair.left, pair.right)
            return Mistake(
                pair: pair, score: scores[index], explanation: comparer.explanation(pair.left, pair.right)
            )
        }
    }
}
