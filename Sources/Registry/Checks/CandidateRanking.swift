import Firearms
import Matching

/// Joins the ranking of `Matching` with the records it is about.
enum CandidateRanking {
    static func rank(
        _ query: MatchQuery, _ records: [(summary: RecordSummary, normalised: String)]
    ) -> [CheckCandidate] {
        var summaries: [Int64: RecordSummary] = [:]
        let candidates = records.map { record in
            summaries[record.summary.sequence] = record.summary
            return candidate(record.summary, normalised: record.normalised)
        }
        return Ranking.rank(query, candidates, table: .standard).compactMap { ranked in
            summaries[ranked.id].map { CheckCandidate(record: $0, score: ranked.score, reasons: ranked.reasons) }
        }
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
