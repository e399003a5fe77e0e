import Foundation
import Surfaces
import Toolmarks

/// What came of comparing two impressed marks, for programs and in words.
struct ImpressedComparisonAnswer: Encodable {
    struct Evidence: Encodable {
        var ratio: LikelihoodRatio?
        var refusal: String?
        var reference: ReferenceSetSummary?
    }

    /// Congruent cells, both directions together.
    struct Counts: Encodable {
        var registered: Int
        var original: Int
        var high: Int
        var usable: Int
        var comparable: Int
    }

    struct Scan: Encodable {
        var file: String
        var state: ScanState
        var steps: [StepRecord]
    }

    let first: Scan
    let second: Scan
    let kind: ToolmarkKind
    let values: SurfaceKind
    let counts: Counts
    let score: Double
    let registration: Registration?
    let evidence: Evidence?
    let method: String
    let parameters: CellParameters
    let comparison: MarkComparison
    private let sentences: (String, String)

    private enum CodingKeys: String, CodingKey {
        case first, second, kind, values, counts, score, registration, evidence, method, parameters, comparison
    }

    init(
        first: String, second: String, kind: ToolmarkKind, values: SurfaceKind, method: String,
        parameters: CellParameters,
        comparison: MarkComparison, evidence: Evidence?, readied: (ReadySurface, ReadySurface)
    ) {
        self.first = Scan(file: first, state: readied.0.state, steps: readied.0.records)
        self.second = Scan(file: second, state: readied.1.state, steps: readied.1.records)
        self.kind = kind
        self.values = values
        self.method = method
        self.parameters = parameters
        self.comparison = comparison
        self.evidence = evidence
        counts = Counts(
            registered: comparison.registeredCount, original: comparison.originalCount, high: comparison.highCount,
            usable: comparison.usableCount, comparable: comparison.agreement?.comparableCount ?? 0
        )
        score = comparison.score
        registration = comparison.registration
        sentences = (readied.0.sentence, readied.1.sentence)
    }

    /// The answer in words.
    var lines: [String] {
        var lines = ["A  \(first.file)", "   \(sentences.0)", "B  \(second.file)", "   \(sentences.1)", ""]
        if values != .height {
            lines += [
                "The scans are pictures: their brightness is compared, not their heights. It depends on the lighting; a",
                "difference may come from the lighting alone.", "",
            ]
        }
        lines.append(
            "Of \(counts.usable) cells (A on B: \(comparison.forward.usableCount), B on A: "
                + "\(comparison.backward.usableCount)), \(counts.registered) lie where one arrangement of the two marks "
                + "puts them"
        )
        lines.append(
            "and agree with a correlation of at least \(parameters.rule.minimumCorrelation). " + Self.meaning(counts)
        )
        lines.append("")
        lines += figures
        lines.append("")
        lines += evidenceLines
        return lines
    }

    private static func meaning(_ counts: Counts) -> String {
        let share = Double(counts.registered) / Double(max(1, min(counts.usable, max(counts.comparable, 1))))
        if counts.registered < 10 { return "So few are found by chance as well." }
        return share > 0.5 ? "Most of what can be compared agrees." : "A part of what can be compared agrees."
    }

    private var figures: [String] {
        var table = TextTable(headings: ["", "A on B", "B on A", "together"])
        let (forward, backward) = (comparison.forward, comparison.backward)
        table.add(["usable cells", "\(forward.usableCount)", "\(backward.usableCount)", "\(counts.usable)"])
        table.add([
            "congruent, registered", "\(comparison.agreement?.forward.count(where: { $0 }) ?? 0)",
            "\(comparison.agreement?.backward.count(where: { $0 }) ?? 0)", "\(counts.registered)",
        ])
        table.add([
            "congruent, original rule", "\(forward.originalCount)", "\(backward.originalCount)", "\(counts.original)",
        ])
        table.add(["congruent, high-CMC rule", "\(forward.highCount)", "\(backward.highCount)", "\(counts.high)"])
        var lines = table.lines
        lines.append("")
        lines.append("Score \(Self.text(score, 3)) of 1")
        if let agreement = comparison.agreement {
            let place = agreement.registration
            lines.append(
                "B lies on A turned by \(Self.text(place.rotation, 1)) degrees and moved by "
                    + "\(Self.text(-place.shift.x, 0)), \(Self.text(-place.shift.y, 0)) micrometres;"
            )
            lines.append(
                "congruent cells lie \(Self.text(agreement.spread, 0)) micrometres from that arrangement (root mean "
                    + "square), median correlation \(Self.text(agreement.medianCorrelation, 2))"
            )
        }
        return lines
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

    /// A number with a fixed number of decimals.
    static func text(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value + 0) }
}
