import Foundation
import Toolmarks

/// The figures of an evaluation in words.
struct EvaluationText {
    let figures: EvaluationFigures
    let scorer: MarkScorer

    var lines: [String] {
        let matching = figures.pairs.count(where: \.isMatch)
        let sources = Set(scorer.scans.map(\.source)).count
        var lines = [
            "\(NumberText.grouped(figures.pairs.count)) pairs of \(figures.scans) scans from \(sources) sources: "
                + "\(NumberText.grouped(matching)) match, \(NumberText.grouped(figures.pairs.count - matching)) do not",
            "",
        ]
        var table = TextTable(headings: ["", "lowest matching", "highest non-matching", "area under the curve"])
        table.add(["score"] + cells(figures.scores, 3))
        if scorer.countColumn != scorer.columns.first { table.add([scorer.countColumn] + cells(figures.counts, 0)) }
        if let correlations = figures.correlations { table.add(["correlation"] + cells(correlations, 3)) }
        for (name, curve) in figures.other { table.add(["\(name) rule"] + cells(curve, 0)) }
        lines += table.lines
        lines.append("")
        lines.append(
            "Score: \(NumberText.percent(figures.scores.recallWithoutFalsePositive)) of the matching pairs above every "
                + "non-matching one; equal error rate \(NumberText.percent(figures.scores.equalErrorRate))"
        )
        lines.append(
            "A mark of the same source stands first for \(NumberText.percent(figures.recall.recall(at: 1))) of the scans, "
                + "among the first ten for \(NumberText.percent(figures.recall.recall(at: 10)))"
        )
        if let validation = figures.validation {
            lines.append(
                "Likelihood ratios, each without its own sources: Cllr \(text(validation.cost.cost, 3)), "
                    + "\(text(validation.cost.leastCost, 3)) at best calibration; misleading "
                    + "\(NumberText.percent(validation.misleadingMatching)) of matching and "
                    + "\(NumberText.percent(validation.misleadingOther)) of non-matching pairs"
            )
        } else if case .failure(let error) = figures.reference {
            lines.append("No likelihood ratios: \(error)")
        }
        if let seconds = figures.secondsPerPair {
            lines.append("\(text(1_000 * seconds, 1)) ms a pair on one thread")
        }
        return lines
    }

    private func cells(_ curve: OperatingCurve, _ decimals: Int) -> [String] {
        [text(curve.lowestMatching, decimals), text(curve.highestOther, decimals), text(curve.area, 4)]
    }

    private func text(_ value: Double, _ decimals: Int) -> String {
        value.isFinite ? String(format: "%.\(decimals)f", value) : "-"
    }
}
