/// A number that agrees, before its text is needed.
struct SerialCandidate {
    let step: SerialIndexStep
    /// What speaks against it, see ``SerialPreference``.
    let cost: Int
    let confusions: Int
    /// Places of a partial record that were not compared.
    var missing = 0
    let record: Int64
    /// The packed number, which tells apart several numbers of one record.
    let key: UInt64
    let variant: UInt32
    let part: Int
    let ordinal: UInt32
    let edit: SerialEdit?
    let beginsAt: Int?
    let traits: SerialTraits
}

/// Counts numbers that agree and keeps all equal ones and the best others.
struct SerialCandidates {
    let limit: Int
    private(set) var counts = [Int](repeating: 0, count: SerialIndexStep.allCases.count)
    private(set) var openCounts = [Int](repeating: 0, count: SerialIndexStep.allCases.count)
    private(set) var equal: [SerialCandidate] = []
    private var others: [SerialCandidate] = []
    /// Nothing that comes after this one in order is kept any more.
    private var worst: SerialCandidate?

    init(limit: Int) { self.limit = max(limit, 0) }

    mutating func add(_ candidate: SerialCandidate, isOpen: Bool) {
        counts[candidate.step.rawValue] += 1
        if isOpen { openCounts[candidate.step.rawValue] += 1 }
        if candidate.step == .exact {
            equal.append(candidate)
            return
        }
        if limit == 0 { return }
        if let worst, !Self.precedes(candidate, worst) { return }
        others.append(candidate)
        if others.count >= 2 * limit + 64 { prune() }
    }

    /// The candidates to list, in order.
    consuming func best() -> [SerialCandidate] {
        prune()
        return equal.sorted(by: Self.precedes) + others.prefix(max(limit - equal.count, 0))
    }

    private mutating func prune() {
        others.sort(by: Self.precedes)
        guard others.count > limit else { return }
        others.removeLast(others.count - limit)
        worst = others.last
    }

    /// Ordered by what the pairs are, not by where they are kept.
    private static func precedes(_ left: SerialCandidate, _ right: SerialCandidate) -> Bool {
        if left.cost != right.cost { return left.cost < right.cost }
        if left.step != right.step { return left.step < right.step }
        if left.missing != right.missing { return left.missing < right.missing }
        if left.confusions != right.confusions { return left.confusions < right.confusions }
        return (left.record, left.key, left.variant) < (right.record, right.key, right.variant)
    }
}
