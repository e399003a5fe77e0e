/// A rising step function from scores to natural logarithms of likelihood ratios.
///
/// Pool-adjacent-violators (Ayer et al. 1955, doi:10.1214/aoms/1177728423; as calibration: Bruemmer, du Preez 2006,
/// doi:10.1016/j.csl.2005.08.001). It assumes nothing but that a higher score never speaks less for a match.
struct IsotonicFit: Hashable, Sendable, Codable {
    /// Scores that share one likelihood ratio.
    struct Block: Hashable, Sendable, Codable {
        var lowest: Double
        var highest: Double
        var matching: Double
        var other: Double
        /// The natural logarithm of the likelihood ratio.
        var value = 0.0

        fileprivate var share: Double { matching / (matching + other) }
    }

    /// From the lowest scores to the highest; values strictly rise.
    let blocks: [Block]

    /// Fits the steps.
    ///
    /// - Parameter misleading: pairs of each kind that are added at either end, as if one more pair had misled: keeps the
    ///   outermost steps finite. 0 gives the plain fit, which Cllr at best calibration needs.
    init(_ scores: [WeightedScore], misleading: Double) {
        var runs: [Block] = []
        for score in scores.filter({ $0.weight > 0 }).sorted(by: { $0.score < $1.score }) {
            if runs.last?.lowest != score.score {
                runs.append(Block(lowest: score.score, highest: score.score, matching: 0, other: 0))
            }
            runs[runs.count - 1].matching += score.isMatch ? score.weight : 0
            runs[runs.count - 1].other += score.isMatch ? 0 : score.weight
        }
        if misleading > 0, let first = runs.first, let last = runs.last {
            let (low, high) = (first.lowest, last.highest)
            runs.insert(Block(lowest: low, highest: low, matching: misleading, other: misleading), at: 0)
            runs.append(Block(lowest: high, highest: high, matching: misleading, other: misleading))
        }
        var pooled: [Block] = []
        for run in runs {
            pooled.append(run)
            while pooled.count > 1, pooled[pooled.count - 2].share >= pooled[pooled.count - 1].share {
                let upper = pooled.removeLast()
                pooled[pooled.count - 1].highest = upper.highest
                pooled[pooled.count - 1].matching += upper.matching
                pooled[pooled.count - 1].other += upper.other
            }
        }
        let matching = pooled.reduce(0) { $0 + $1.matching }
        let other = pooled.reduce(0) { $0 + $1.other }
        for index in pooled.indices {
            pooled[index].value =
                ExactMath.logarithm(pooled[index].matching / matching)
                - ExactMath.logarithm(pooled[index].other / other)
        }
        blocks = pooled
    }

    /// The natural logarithm of the likelihood ratio; between two steps a straight line joins them.
    func value(_ score: Double) -> Double {
        guard let first = blocks.first, let last = blocks.last else { return 0 }
        if score <= first.highest { return first.value }
        if score >= last.lowest { return last.value }
        var (low, high) = (0, blocks.count - 1)
        while low + 1 < high {
            let middle = (low + high) / 2
            if blocks[middle].lowest <= score { low = middle } else { high = middle }
        }
        if score <= blocks[low].highest { return blocks[low].value }
        let part = (score - blocks[low].highest) / (blocks[high].lowest - blocks[low].highest)
        return blocks[low].value + part * (blocks[high].value - blocks[low].value)
    }
}
