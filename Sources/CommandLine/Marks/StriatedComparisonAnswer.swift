import Foundation
import Toolmarks

/// What came of comparing two striated marks, for programs and in words.
struct StriatedComparisonAnswer: Encodable {
    struct Scan: Encodable {
        var file: String
        var width: Double
        var striae: Int
        var axis: StriaeAxis?
        var finding: SignatureFinding
    }

    struct Evidence: Encodable {
        var ratio: LikelihoodRatio?
        var refusal: String?
        var reference: ReferenceSetSummary?
    }

    let first: Scan
    let second: Scan
    let kind: ToolmarkKind
    let score: Double
    let comparison: SignatureComparison
    let evidence: Evidence?
    let method: String
    let extraction: SignatureExtraction
    private let sentences: (String, String)

    private enum CodingKeys: String, CodingKey {
        case first, second, kind, score, comparison, evidence, method, extraction
    }

    init(
        _ first: StriatedScan, _ second: StriatedScan, kind: ToolmarkKind, comparison: SignatureComparison,
        evidence: Evidence?, method: String, extraction: SignatureExtraction
    ) {
        func scan(_ scan: StriatedScan) -> Scan {
            Scan(
                file: scan.path, width: scan.signature.width, striae: scan.profile.striae.count,
                axis: scan.signature.axis, finding: scan.signature.finding
            )
        }
        self.first = scan(first)
        self.second = scan(second)
        self.kind = kind
        self.comparison = comparison
        self.evidence = evidence
        self.method = method
        self.extraction = extraction
        score = comparison.score
        sentences = (first.sentence, second.sentence)
    }

    /// The answer in words.
    var lines: [String] {
        var lines = ["A  \(first.file)", "   \(sentences.0)", "B  \(second.file)", "   \(sentences.1)", ""]
        let result = comparison
        lines.append(
            "The signatures fit best over \(text(result.overlap, 0)) um with B moved by \(text(result.shift, 0)) um"
                + (result.isReversed ? ", turned round" : "")
                + (result.stretch == 1 ? "" : ", lengths of B times \(text(result.stretch, 4))") + "."
        )
        lines.append(Self.meaning(result))
        lines.append("")
        var table = TextTable(headings: ["", "value", "two lands of one barrel (Hamby 252)", "other lands"])
        for row in Self.rows(result) { table.add(row) }
        lines += table.lines
        lines.append("")
        lines += evidenceLines
        return lines
    }

    private static func meaning(_ result: SignatureComparison) -> String {
        if result.score >= 0.5 {
            return "Most of both signatures agrees; lands of different barrels were not seen to agree so well."
        }
        if result.score >= 0.4 {
            return "A part agrees. Damaged or worn marks of one barrel and, rarely, marks of two barrels reach this."
        }
        return
            "No more agrees than in marks of different barrels. That does not exclude one source: marks wear and change."
    }

    private static func rows(_ result: SignatureComparison) -> [[String]] {
        func text(_ value: Double) -> String { StriatedScan.text(value, 2) }
        return [
            ["score", text(result.score), StriatedFigures.score.matching, StriatedFigures.score.other],
            [
                "correlation", text(result.correlation), StriatedFigures.correlation.matching,
                StriatedFigures.correlation.other,
            ],
            ["waves below 70 um", text(result.fineCorrelation), "", ""],
            ["local correlation", text(result.localCorrelation), "", ""],
            [
                "congruent segments (CMPS)", "\(result.congruentSegments)", StriatedFigures.segments.matching,
                StriatedFigures.segments.other,
            ],
            ["matching striae", "\(result.striae.matches)", "", ""],
            ["striae without counterpart", "\(result.striae.mismatches)", "", ""],
            [
                "consecutively matching (CMS)", "\(result.striae.consecutiveMatches)", StriatedFigures.run.matching,
                StriatedFigures.run.other,
            ],
            ["height difference, um", text(result.distance), "", ""],
        ]
    }

    private var evidenceLines: [String] {
        guard let evidence else {
            return [
                "No likelihood ratio: it needs a reference set of marks whose truth is known (--reference-set, made by",
                "'cartouche evaluate toolmarks').",
            ]
        }
        guard let ratio = evidence.ratio else {
            return ["No likelihood ratio: \(evidence.refusal ?? "the reference set does not allow one")."]
        }
        return LikelihoodRatioText.lines(ratio)
    }

    private func text(_ value: Double, _ decimals: Int) -> String { StriatedScan.text(value, decimals) }
}

/// What the comparison gives on the public lands of Hamby set 252, barrel 1, for orientation; `docs/striated-marks.md`.
enum StriatedFigures {
    static let score = (matching: "0.90 to 0.96", other: "0.16 to 0.32")
    static let correlation = (matching: "0.92 to 0.97", other: "0.20 to 0.49")
    static let segments = (matching: "24 to 25", other: "1 to 3")
    static let run = (matching: "10 to 34", other: "2 to 8")
}
