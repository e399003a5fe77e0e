/// Draws groups of a reference set again and again, as if other tools had been collected.
///
/// Pairs that share a tool rise and fall together; drawing pairs would pretend to more knowledge than there is. With a
/// group drawn k times, its own pairs count k times and its pairs with a group drawn l times count k l times (the
/// bootstrap for dyadic data: Davezies, d'Haultfoeuille, Guyonvarch 2021, doi:10.1214/20-AOS2021).
struct SourceResampling {
    private let set: ReferenceSet
    private let groups: [Int]
    private let groupCount: Int
    private var state: UInt64

    init(_ set: ReferenceSet, seed: UInt64) {
        self.set = set
        groups = set.groupNumbers
        groupCount = set.groupCount
        state = seed
    }

    /// The pairs of the next draw; nil when it holds pairs of one kind only.
    mutating func next() -> [WeightedScore]? {
        var drawn = [Double](repeating: 0, count: groupCount)
        for _ in 0..<groupCount { drawn[Int(random() % UInt64(groupCount))] += 1 }
        var scores: [WeightedScore] = []
        scores.reserveCapacity(set.pairs.count)
        for pair in set.pairs {
            let (one, other) = (groups[pair.first], groups[pair.second])
            let weight = one == other ? drawn[one] : drawn[one] * drawn[other]
            guard weight > 0 else { continue }
            scores.append(WeightedScore(score: pair.score, isMatch: pair.isMatch, weight: weight))
        }
        guard scores.weight(matching: true) > 0, scores.weight(matching: false) > 0 else { return nil }
        return scores
    }

    /// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
