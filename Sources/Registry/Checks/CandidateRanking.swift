import Firearms
import Matching

/// Joins the ranking of `Matching` with the records it is about.
enum CandidateRanking {
    static func rank(
        _ query: MatchQuery, _ found: [FoundRecord], _ table: ReferenceTable
    ) -> [CheckCandidate] {
        var records: [Int64: [FoundRecord]] = [:]
        for record in found { records[record.summary.sequence, default: []].append(record) }
        return Ranking.rank(query, found.map(candidate), table: table).compactMap { ranked in
            guard let record = best(query, records[ranked.id] ?? [], table) else { return nil }
            return CheckCandidate(
                record: record.summary, number: record.number, score: ranked.score, reasons: ranked.reasons
            )
        }
    }

    /// The one of a record's numbers that agrees best.
    private static func best(
        _ query: MatchQuery, _ found: [FoundRecord], _ table: ReferenceTable
    ) -> FoundRecord? {
        guard found.count > 1 else { return found.first }
        return found.max { left, right in score(query, left, table) < score(query, right, table) }
    }

    private static func score(_ query: MatchQuery, _ found: FoundRecord, _ table: ReferenceTable) -> Double {
        Ranking.rank(query, [candidate(found)], table: table).first?.score ?? 0
    }

    private static func candidate(_ found: FoundRecord) -> MatchCandidate {
        var candidate = candidate(found.summary, normalised: found.normalised)
        candidate.part = found.number?.part
        candidate.state = found.number?.state
        return candidate
    }

    static func candidate(_ summary: RecordSummary, normalised: String) -> MatchCandidate {
        MatchCandidate(
            id: summary.sequence, normalised: normalised, makeCode: summary.makeCode,
            make: summary.make.isEmpty ? nil : summary.make, model: summary.model.isEmpty ? nil : summary.model,
            calibreCode: summary.calibreCode, calibre: summary.calibre.isEmpty ? nil : summary.calibre,
            type: summary.type, country: summary.country
        )
    }
}
