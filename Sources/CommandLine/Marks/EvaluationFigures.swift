import Foundation
import Toolmarks

/// The figures of an evaluation.
struct EvaluationFigures {
    let scores: OperatingCurve
    let counts: OperatingCurve
    /// The largest correlation of striated marks, for comparison with the score; nil for others.
    let correlations: OperatingCurve?
    let recall: RankRecall
    let secondsPerPair: Double?
    /// The set that the scores make; nil with the reason when it is too small.
    let reference: Result<ReferenceSet, ToolmarksError>
    let validation: CrossValidation?
    let other: [(name: String, curve: OperatingCurve)]
    let pairs: [PairScore]
    let scans: Int

    init(_ pairs: [PairScore], scorer: MarkScorer, name: String, method: Calibration.Method) {
        func curve(_ column: Int) -> OperatingCurve {
            OperatingCurve(
                matching: pairs.filter(\.isMatch).map { $0.values[column] },
                other: pairs.filter { !$0.isMatch }.map { $0.values[column] }
            )
        }
        self.pairs = pairs
        scans = scorer.scans.count
        scores = curve(0)
        counts = curve(scorer.columns.firstIndex(of: scorer.countColumn) ?? 0)
        correlations = scorer.columns.firstIndex(of: "correlation").map(curve)
        other = ["original", "high"].compactMap { heading in
            scorer.columns.firstIndex(of: heading).map { (heading, curve($0)) }
        }
        let scored = pairs.map {
            ReferenceSet.Pair(first: $0.first, second: $0.second, isMatch: $0.isMatch, score: $0.values[0])
        }
        recall = RankRecall(scans: scorer.scans.count, pairs: scored)
        let times = pairs.compactMap(\.seconds)
        secondsPerPair = times.isEmpty ? nil : times.reduce(0, +) / Double(times.count)
        let reference = Result { () throws(ToolmarksError) in
            try ReferenceSet(
                name: name,
                method: scorer.method,
                scans: scorer.scans.map { ReferenceSet.Scan(name: $0.name, group: $0.group) },
                pairs: scored
            )
        }
        self.reference = reference
        validation = (try? reference.get()).map { CrossValidation($0, method: method) }
    }
}

/// The object on the last line, for programs.
struct EvaluationAnswer: Encodable {
    private let figures: EvaluationFigures
    private let skipped: Int
    private let countColumn: String

    init(_ figures: EvaluationFigures, countColumn: String, skipped: Int) {
        self.figures = figures
        self.countColumn = countColumn
        self.skipped = skipped
    }

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        func put(_ name: String, _ value: Double?) throws {
            // JSON knows no NaN: what could not be found is null.
            let finite = value.flatMap { $0.isFinite ? $0 : nil }
            try values.encode(finite, forKey: Key(stringValue: name))
        }
        try values.encode(figures.pairs.count, forKey: Key(stringValue: "pairs"))
        try values.encode(figures.scans, forKey: Key(stringValue: "scans"))
        try values.encode(skipped, forKey: Key(stringValue: "skipped"))
        try values.encode(figures.pairs.count(where: \.isMatch), forKey: Key(stringValue: "matching_pairs"))
        try values.encode(countColumn, forKey: Key(stringValue: "count"))
        try put("matching_min_count", figures.counts.lowestMatching)
        try put("nonmatching_max_count", figures.counts.highestOther)
        try put("matching_min_score", figures.scores.lowestMatching)
        try put("nonmatching_max_score", figures.scores.highestOther)
        try put("auc_count", figures.counts.area)
        try put("auc_score", figures.scores.area)
        try put("equal_error_rate", figures.scores.equalErrorRate)
        try put("recall_without_false_positive", figures.scores.recallWithoutFalsePositive)
        if let correlations = figures.correlations {
            try put("matching_min_correlation", correlations.lowestMatching)
            try put("nonmatching_max_correlation", correlations.highestOther)
            try put("auc_correlation", correlations.area)
        }
        for (name, curve) in figures.other {
            try put("\(name)_matching_min_count", curve.lowestMatching)
            try put("\(name)_nonmatching_max_count", curve.highestOther)
            try put("\(name)_auc_count", curve.area)
        }
        try put("cllr", figures.validation?.cost.cost)
        try put("cllr_min", figures.validation?.cost.leastCost)
        try put("misleading_matching", figures.validation?.misleadingMatching)
        try put("misleading_nonmatching", figures.validation?.misleadingOther)
        try put("seconds_per_pair", figures.secondsPerPair)
        for rank in [1, 10, 50] { try put("recall_at_\(rank)", figures.recall.recall(at: rank)) }
        let identity = try? figures.reference.get().identity
        try values.encode(identity, forKey: Key(stringValue: "reference_set"))
    }
}
