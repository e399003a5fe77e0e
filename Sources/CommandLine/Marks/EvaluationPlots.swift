import Foundation
import Surfaces
import Toolmarks

/// The diagrams of an evaluation.
struct EvaluationPlots {
    let figures: EvaluationFigures
    let scorer: MarkScorer

    /// File names and diagrams.
    var all: [(file: String, plot: Plot)] {
        var plots = [
            ("roc.png", roc), ("density-score.png", density(0, "score", bins: 40)),
        ]
        if let column = scorer.columns.firstIndex(of: scorer.countColumn), column > 0 {
            plots.append(("density-count.png", density(column, "congruent cells, both directions", bins: nil)))
        }
        if let validation = figures.validation {
            plots.append(("tippett.png", tippett(validation)))
            plots.append(("calibration.png", calibration(validation)))
        }
        return plots
    }

    /// Draws every diagram into a folder.
    func write(to folder: URL) throws {
        for (file, plot) in all {
            try Data(plot.draw(width: 900, height: 640).png()).write(to: folder.appending(path: file), options: .atomic)
        }
    }

    private var roc: Plot {
        var plot = Plot(
            title: "Every threshold: right and wrong calls",
            x: PlotAxis("non-matching pairs called a match", range: 0...1),
            y: PlotAxis("matching pairs called a match", range: 0...1),
            guides: [.line(PlotPoint(0, 0), PlotPoint(1, 1))],
            legend: .lowerRight
        )
        func add(_ name: String, _ curve: OperatingCurve) {
            let area = String(format: "%.4f", curve.area)
            plot.add(
                PlotSeries(
                    "\(name), area \(area)", .line,
                    [PlotPoint(0, 0)] + curve.points.map { PlotPoint($0.falsePositiveRate, $0.truePositiveRate) }
                )
            )
        }
        add("score", figures.scores)
        if scorer.columns.first != scorer.countColumn { add("count", figures.counts) }
        return plot
    }

    /// The share of pairs of each kind over the values of a column.
    private func density(_ column: Int, _ label: String, bins: Int?) -> Plot {
        let all = figures.pairs.map { $0.values[column] }
        let (low, high) = (min(0, all.min() ?? 0), max(all.max() ?? 1, 1e-9))
        let count = bins ?? max(1, Int(high - low) + 1)
        let width = bins == nil ? 1 : (high - low) / Double(count)
        func series(_ name: String, _ isMatch: Bool, _ colour: Colour) -> PlotSeries {
            let values = figures.pairs.filter { $0.isMatch == isMatch }.map { $0.values[column] }
            var shares = [Double](repeating: 0, count: count + 1)
            for value in values { shares[min(count, Int((value - low) / width))] += 1 / Double(max(1, values.count)) }
            let points = shares.enumerated().map { PlotPoint(low + (Double($0) + (bins == nil ? 0 : 0.5)) * width, $1) }
            return PlotSeries("\(name) (\(values.count) pairs)", .area, points, colour: colour)
        }
        return Plot(
            title: "How pairs spread",
            x: PlotAxis(label),
            y: PlotAxis("share of the pairs of a kind"),
            series: [series("non-matching", false, .vermilion), series("matching", true, .blue)]
        )
    }

    private func tippett(_ validation: CrossValidation) -> Plot {
        let points = TippettCurves(matching: validation.matching, other: validation.other).points
        /// A share falls at the ratio of the pairs that are passed, and is level in between.
        func stairs(_ share: (TippettCurves.Point) -> Double) -> [PlotPoint] {
            points.indices.flatMap { index in
                [
                    PlotPoint(points[index].log10, share(points[index])),
                    PlotPoint(points[index].log10, index + 1 < points.count ? share(points[index + 1]) : 0),
                ]
            }
        }
        return Plot(
            title: "Tippett: each pair weighed without its own sources",
            x: PlotAxis("log10 likelihood ratio"),
            y: PlotAxis("share of pairs with at least this ratio", range: 0...1),
            series: [
                PlotSeries("non-matching", .line, stairs(\.other), colour: .vermilion),
                PlotSeries("matching", .line, stairs(\.matching), colour: .blue),
            ],
            guides: [.vertical(0)]
        )
    }

    private func calibration(_ validation: CrossValidation) -> Plot {
        let points = EmpiricalCrossEntropy(matching: validation.matching, other: validation.other).points
        return Plot(
            title: "Empirical cross-entropy: what remains unknown",
            x: PlotAxis("log10 prior odds"),
            y: PlotAxis("bits"),
            series: [
                PlotSeries("without ratios", .dashes, points.map { PlotPoint($0.priorLog10Odds, $0.withoutRatios) }),
                PlotSeries("with the ratios", .line, points.map { PlotPoint($0.priorLog10Odds, $0.withRatios) }),
                PlotSeries(
                    "at best calibration", .line, points.map { PlotPoint($0.priorLog10Odds, $0.atBestCalibration) }
                ),
            ],
            guides: [.vertical(0)]
        )
    }
}
