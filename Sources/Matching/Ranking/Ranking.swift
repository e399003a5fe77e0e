public import Firearms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Orders candidates by the evidence that they are the firearm asked about, and says why.
public enum Ranking {
    /// The candidates, best first, each record once: where several of its numbers were found, by the best of them.
    ///
    /// No candidate is dropped, whatever speaks against it. All else being the same, an equal number is above every
    /// other one, also where many records carry it: that lowers the score of each, not its place. The same input gives the
    /// same order: ties are broken by the record's identifier.
    /// - Parameters:
    ///   - query: what is asked.
    ///   - candidates: what look-ups found.
    ///   - table: recognises makes and calibres that have no code, and names them in reasons.
    public static func rank(
        _ query: MatchQuery, _ candidates: [MatchCandidate], table: ReferenceTable
    ) -> [RankedCandidate] {
        let comparison = FirearmComparison(query, candidates, table)
        var best: [Int64: (evidence: Double, place: Double, reasons: [MatchReason])] = [:]
        best.reserveCapacity(candidates.count)
        for candidate in candidates {
            let reasons = comparison.reasons(candidate)
            let evidence = reasons.reduce(0) { $0 + $1.weight }
            if let known = best[candidate.id], known.evidence >= evidence { continue }
            let shared = reasons.first { $0.code == SerialRarity.sharedCode }?.weight ?? 0
            best[candidate.id] = (evidence, evidence - shared, reasons)
        }
        return best.sorted { left, right in
            left.value.place == right.value.place
                ? left.key < right.key : left.value.place > right.value.place
        }.map { id, value in
            RankedCandidate(id: id, score: score(value.evidence), reasons: value.reasons)
        }
    }

    private static func score(_ evidence: Double) -> Double {
        1 / (1 + exp2(-(evidence + MatchWeights.prior)))
    }
}
