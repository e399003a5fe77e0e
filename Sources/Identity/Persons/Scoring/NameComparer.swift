/// Compares prepared names, one pair after another, in memory that it keeps: no allocation once it is warm.
///
/// Words are compared by letters, sound, consonants and tables; each word takes the partner that costs least, in any
/// order; words written together are tried; what is left over on one side is missing, on both sides a conflict. The
/// score is 1 less all costs. Copies are independent: use one for each task.
public struct NameComparer: Sendable {
    /// What differences cost.
    public let weights: NameWeights
    /// What the last comparison rests on, in the order in which it was found.
    public internal(set) var evidence: [NameEvidence] = []

    var edits = EditDistance()
    var sounds = SoundDistance()
    var costs: [WordCost] = []
    /// For each token whether it has found its partner.
    var leftTaken: [Bool] = []
    var rightTaken: [Bool] = []
    /// For each left token the right one, -1 for none.
    var partner: [Int8] = []
    var scratch: [UInt8] = []

    /// A comparer with its own memory.
    public init(weights: NameWeights = NameWeights()) {
        self.weights = weights
        evidence.reserveCapacity(64)
        costs.reserveCapacity(NameSplitter.mostWords * NameSplitter.mostWords)
    }

    /// How well two names agree, from 0 (nothing) to 1 (the same). ``evidence`` says why. Symmetric up to the sides of
    /// the evidence. Names of different kinds are compared by the words that both have.
    public mutating func compare(_ left: PreparedName, _ right: PreparedName) -> Float {
        evidence.removeAll(keepingCapacity: true)
        if left.tokens.isEmpty || right.tokens.isEmpty { return 0 }
        fillCosts(left, right)
        reset(&leftTaken, left.tokens.count)
        reset(&rightTaken, right.tokens.count)
        partner.removeAll(keepingCapacity: true)
        for _ in left.tokens { partner.append(-1) }
        var loss = takeJoined(left, right, mostEdits: 0)
        loss += takePairs(left, right)
        loss += takeJoined(left, right, mostEdits: 1)
        loss += takeInitials(left, right)
        loss += weighRest(left, right)
        loss += weighOrder(left, right)
        return max(0, min(1, 1 - loss))
    }

    /// The evidence of the last comparison with its texts; the names are those that were compared.
    public func explanation(_ left: PreparedName, _ right: PreparedName) -> [ExplainedEvidence] {
        evidence.map {
            ExplainedEvidence(
                feature: $0.feature, weight: $0.weight, left: left.written($0.left), right: right.written($0.right)
            )
        }
    }

    private func reset(_ flags: inout [Bool], _ count: Int) {
        flags.removeAll(keepingCapacity: true)
        for _ in 0..<count { flags.append(false) }
    }

    @inline(__always)
    mutating func note(
        _ feature: NameEvidence.Feature, _ cost: Float, _ left: NameEvidence.WordRange,
        _ right: NameEvidence.WordRange
    ) -> Float {
        evidence.append(NameEvidence(feature, -cost, left, right))
        return cost
    }
}

/// What it costs to take one word for another, and why.
struct WordCost: Sendable {
    var cost: Float
    var feature: NameEvidence.Feature

    static let different = WordCost(cost: 1, feature: .conflict)
}
