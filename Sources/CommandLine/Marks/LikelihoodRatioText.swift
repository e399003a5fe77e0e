import Foundation
import Toolmarks

/// A likelihood ratio in words.
enum LikelihoodRatioText {
    static func lines(_ ratio: LikelihoodRatio) -> [String] {
        let reference = ratio.reference
        let favours = ratio.supportsSameSource.map { $0 ? "one source" : "two sources" }
        let meaning =
            favours.map { "\(ratio.words) for the proposition of \($0)" } ?? ratio.words
        let tail = ratio.isAtBound ? " (at the bound of the reference set: it cannot carry more)" : ""
        return [
            "Likelihood ratio \(number(ratio.log10)), log10 \(decimals(ratio.log10)) "
                + "(\(NumberText.percent(ratio.confidence)) interval \(decimals(ratio.lower)) to "
                + "\(decimals(ratio.upper)), over sources)\(tail)",
            "In words (\(ratio.scale)): \(meaning)",
            "Reference set \"\(reference.name)\": \(reference.matchingPairs) matching and \(reference.otherPairs) "
                + "non-matching pairs of \(reference.groups) sources, scores "
                + "\(decimals(reference.lowestScore)) to \(decimals(reference.highestScore))",
            "  Cllr \(decimals(reference.cost)) (\(decimals(reference.leastCost)) at best calibration), bounds log10 "
                + "\(decimals(ratio.bounds.lower)) to \(decimals(ratio.bounds.upper))",
            "  SHA-256 \(reference.identity)",
            "It holds for marks made and measured like those of the set, and speaks of the comparison alone.",
        ]
    }

    private static func decimals(_ value: Double) -> String { String(format: "%.2f", value + 0) }

    /// The ratio as people say it: `about 120`, `about 1 to 60`.
    private static func number(_ log10: Double) -> String {
        let size = pow(10, abs(log10))
        let rounded = size < 10 ? String(format: "%.1f", size) : NumberText.grouped(Int(twoDigits(size)))
        return log10 < 0 && size > 1.05 ? "1 to \(rounded)" : rounded
    }

    private static func twoDigits(_ value: Double) -> Double {
        let unit = pow(10, (Foundation.log10(value)).rounded(.down) - 1)
        return (value / unit).rounded() * unit
    }
}
