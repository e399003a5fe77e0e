/// The likeliest names so far, by an estimate of their score: a heap of bounded size with the worst on top.
struct PersonCandidates {
    struct Candidate {
        var cost: Float
        var ordinal: UInt32

        /// The greater cost is worse; of equal ones the later name.
        static func isWorse(_ left: Candidate, _ right: Candidate) -> Bool {
            left.cost > right.cost || left.cost == right.cost && left.ordinal > right.ordinal
        }
    }

    private(set) var heap: [Candidate] = []
    private let limit: Int
    /// Names that were as good as the worst kept one and found no room.
    private(set) var crowdedOut = 0

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(limit + 1)
    }

    /// Whether a name of this cost, or of a lower one, would be kept or counted.
    func mayTake(_ cost: Float) -> Bool {
        guard heap.count == limit, let worst = heap.first else { return true }
        return cost <= worst.cost
    }

    mutating func add(_ cost: Float, _ ordinal: UInt32) {
        let candidate = Candidate(cost: cost, ordinal: ordinal)
        if heap.count < limit {
            heap.append(candidate)
            var child = heap.count - 1
            while child > 0 {
                let parent = (child - 1) / 2
                if !Candidate.isWorse(heap[child], heap[parent]) { break }
                heap.swapAt(child, parent)
                child = parent
            }
            return
        }
        guard let worst = heap.first else { return }
        if cost == worst.cost { crowdedOut += 1 }
        if !Candidate.isWorse(worst, candidate) { return }
        heap[0] = candidate
        var parent = 0
        while true {
            var child = 2 * parent + 1
            if child >= heap.count { break }
            if child + 1 < heap.count, Candidate.isWorse(heap[child + 1], heap[child]) { child += 1 }
            if !Candidate.isWorse(heap[child], heap[parent]) { break }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
