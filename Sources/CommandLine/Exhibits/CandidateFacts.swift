import Foundation
import Registry
import Storage
import Toolmarks

/// What the commands tell of the candidates for a case.
struct CandidateFacts: Encodable {
    struct Row: Encodable {
        var rank: Int
        var exhibit: String
        var mark: String
        /// The mark of the case that it agrees with.
        var ownMark: String
        var markKind: String
        /// 0 to 1.
        var score: Double
        /// Decimal logarithm of the likelihood ratio; nil where no reference set weighs the score.
        var log10LikelihoodRatio: Double?
        var distanceKilometres: Double?
        var border: String?
        var daysApart: Int?
        var link: String?
    }

    var caseNumber: String
    var count: Int
    var comparedMarks: Int
    var pendingMarks: Int
    var candidates: [Row]

    init(_ list: CaseCorrelationList) {
        caseNumber = list.forensicCase.number
        count = list.count
        comparedMarks = list.comparedMarks
        pendingMarks = list.pendingMarks
        candidates = list.entries.map { entry in
            let candidate = entry.candidate
            return Row(
                rank: candidate.rank, exhibit: candidate.exhibit.number, mark: candidate.mark.number.description,
                ownMark: entry.mark.number.description, markKind: entry.mark.kind.rawValue,
                score: candidate.figures.score, log10LikelihoodRatio: candidate.figures.evidence?.log10,
                distanceKilometres: candidate.distanceKilometres, border: candidate.border?.rawValue,
                daysApart: candidate.daysApart, link: candidate.connection.link?.rawValue
            )
        }
    }

    /// Lines for people.
    var lines: [String] {
        var table = TextTable(
            headings: ["rank", "candidate", "agrees with", "kind", "score", "log10 LR", "km", "days", "link"]
        )
        for row in candidates {
            table.add([
                "\(row.rank)", row.mark, row.ownMark, row.markKind, String(format: "%.2f", row.score),
                row.log10LikelihoodRatio.map { String(format: "%.1f", $0) } ?? "-",
                row.distanceKilometres.map { String(format: "%.0f", $0) } ?? "-", row.daysApart.map { "\($0)" } ?? "-",
                row.link ?? "-",
            ])
        }
        var end = "\(caseNumber): \(candidates.count) of \(count) candidates"
        if pendingMarks > 0 { end += "; \(pendingMarks) of \(comparedMarks) marks are still being correlated" }
        return (candidates.isEmpty ? [] : table.lines) + [end]
    }
}
