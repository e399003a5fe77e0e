/// A score with its truth and how much it counts.
struct WeightedScore {
    let score: Double
    let isMatch: Bool
    let weight: Double
}

extension [WeightedScore] {
    /// The sum of the weights of one kind.
    func weight(matching: Bool) -> Double {
        reduce(0) { $0 + ($1.isMatch == matching ? $1.weight : 0) }
    }
}

extension ReferenceSet {
    /// Every pair, each counting once.
    var scores: [WeightedScore] {
        pairs.map { WeightedScore(score: $0.score, isMatch: $0.isMatch, weight: 1) }
    }
}
