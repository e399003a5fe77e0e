/// A reference set made ready to weigh scores.
public struct EvidenceModel: Sendable {
    /// How evidence is weighed.
    public struct Options: Hashable, Sendable, Codable {
        /// How the relation between score and likelihood ratio is found.
        public var method = Calibration.Method.logistic
        /// How often groups are drawn again for the interval.
        public var resamples = 500
        /// The seed of the drawing: the same seed gives the same interval.
        public var seed: UInt64 = 1
        /// The share of the resampled sets that the interval holds.
        public var confidence = 0.95
        /// Words for ranges of likelihood ratios.
        public var scale = VerbalScale.enfsi

        /// Logistic calibration, 500 draws, 95 %, ENFSI's words.
        public init() {}
    }

    /// What is said of the set in a report.
    public let summary: ReferenceSetSummary
    /// The calibration on the whole set.
    public let calibration: Calibration
    /// The set's own pairs, each weighed without its groups.
    public let validation: CrossValidation
    private let resampled: [Calibration]
    private let options: Options

    /// Calibrates on the set. Throws `invalidParameter`.
    public init(_ set: ReferenceSet, options: Options = Options()) throws(ToolmarksError) {
        guard (0...100_000).contains(options.resamples) else {
            throw ToolmarksError(.invalidParameter, subject: "resamples", advice: "use 0 to 100,000 draws")
        }
        guard options.confidence > 0, options.confidence < 1 else {
            throw ToolmarksError(.invalidParameter, subject: "confidence", advice: "use a share between 0 and 1")
        }
        self.options = options
        calibration = Calibration(set.scores, method: options.method)
        validation = CrossValidation(set, method: options.method)
        var draws = SourceResampling(set, seed: options.seed)
        resampled = (0..<options.resamples).compactMap { _ in
            draws.next().map { Calibration($0, method: options.method) }
        }
        let cost = validation.cost
        summary = ReferenceSetSummary(
            name: set.name,
            identity: set.identity,
            method: set.method,
            matchingPairs: set.matchingCount,
            otherPairs: set.otherCount,
            scans: set.scans.count,
            groups: set.groupCount,
            lowestScore: set.range.lowerBound,
            highestScore: set.range.upperBound,
            cost: cost.cost,
            leastCost: cost.leastCost
        )
    }

    /// Weighs a score that was made by `method`.
    ///
    /// Throws `scoreNotFinite`; `differentMethod` when the set's scores were made in another way; and
    /// `outsideReferenceRange` when the set holds no score as low or as high: it cannot say what such a score is worth.
    public func weigh(_ score: Double, method: String) throws(ToolmarksError) -> LikelihoodRatio {
        guard score.isFinite else {
            throw ToolmarksError(.scoreNotFinite, subject: "score", advice: "compare the marks again")
        }
        guard method == summary.method else {
            throw ToolmarksError(
                .differentMethod,
                subject: "reference set \(summary.name)",
                advice:
                    "its scores were made by \"\(summary.method)\", this one by \"\(method)\": use the same settings "
                    + "or another set"
            )
        }
        guard score >= summary.lowestScore, score <= summary.highestScore else {
            throw ToolmarksError(
                .outsideReferenceRange,
                subject: "score \(ToolmarksError.text(score))",
                advice:
                    "the reference set \(summary.name) holds scores from \(ToolmarksError.text(summary.lowestScore)) "
                    + "to \(ToolmarksError.text(summary.highestScore)) and says nothing about others: choose a set that "
                    + "holds such scores"
            )
        }
        let value = calibration.log10LikelihoodRatio(score)
        let others = resampled.map { $0.log10LikelihoodRatio(score) }.sorted()
        let tail = (1 - options.confidence) / 2
        let words = options.scale.words(log10: value)
        return LikelihoodRatio(
            score: score,
            log10: value,
            lower: min(value, EvidenceModel.quantile(tail, of: others) ?? value),
            upper: max(value, EvidenceModel.quantile(1 - tail, of: others) ?? value),
            confidence: options.confidence,
            isAtBound: value == calibration.bounds.lower || value == calibration.bounds.upper,
            bounds: calibration.bounds,
            words: words.words,
            supportsSameSource: words.forSameSource,
            scale: options.scale.name,
            reference: summary
        )
    }

    /// The value below which a share of sorted values lies.
    private static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
        guard let last = sorted.indices.last else { return nil }
        let place = share * Double(last)
        let below = Int(place)
        let part = place - Double(below)
        return sorted[below] + part * (sorted[min(below + 1, last)] - sorted[below])
    }
}
