public import Storage

/// A test pair among the casework of a laboratory, known as such to its quality managers alone.
public struct PlantedTest: Sendable, Hashable {
    /// What made the marks of the two exhibits.
    public enum Truth: String, Sendable, Hashable, Codable, CaseIterable {
        /// One firearm.
        case sameSource = "same-source"
        /// Two firearms.
        case differentSources = "different-sources"
    }

    /// The examination that carries it.
    public var examination: Examination
    /// What is true.
    public var truth: Truth
    /// Sign-in name of who planted it.
    public var plantedBy: String
    /// When it was planted.
    public var plantedAt: Moment
    /// Where the pair comes from, for the quality managers; at most 2,000 characters.
    public var note: String
    /// What the examiners concluded, oldest first.
    public var conclusions: [SignedConclusion]
}

/// A share of cases with its interval.
public struct Proportion: Sendable, Hashable {
    /// The cases that count.
    public let count: Int
    /// All cases.
    public let total: Int

    /// States how many of how many.
    public init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// The share; nil of no cases.
    public var share: Double? { total > 0 ? Double(count) / Double(total) : nil }

    /// The interval of 95 % by Wilson's score (1927, doi:10.1080/01621459.1927.10502953), which holds for few cases and
    /// for none that count; nil of no cases.
    public var interval: ClosedRange<Double>? {
        guard total > 0 else { return nil }
        // The 97.5th percentile of the standard normal distribution.
        let z = 1.959963984540054
        let n = Double(total)
        let share = Double(count) / n
        let middle = share + z * z / (2 * n)
        let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return max(0, (middle - half) / scale)...min(1, (middle + half) / scale)
    }
}

/// What planted tests say about a laboratory.
public struct ErrorRates: Sendable, Hashable {
    /// Conclusions on pairs of one source, by kind.
    public var sameSource: [Conclusion: Int]
    /// Conclusions on pairs of different sources, by kind.
    public var differentSources: [Conclusion: Int]

    /// Counts conclusions whose truth is known.
    public init(_ conclusions: some Sequence<(truth: PlantedTest.Truth, conclusion: Conclusion)>) {
        sameSource = [:]
        differentSources = [:]
        for (truth, conclusion) in conclusions {
            switch truth {
            case .sameSource: sameSource[conclusion, default: 0] += 1
            case .differentSources: differentSources[conclusion, default: 0] += 1
            }
        }
    }

    /// Identifications among the conclusions on different sources, those that found marks unsuitable left out.
    public var falseIdentification: Proportion { Self.proportion(differentSources) { $0 == .identification } }
    /// Eliminations among the conclusions on one source, those that found marks unsuitable left out.
    public var falseElimination: Proportion { Self.proportion(sameSource) { $0 == .elimination } }
    /// Inconclusive ones among the conclusions on one source, those that found marks unsuitable left out.
    public var inconclusiveSameSource: Proportion { Self.proportion(sameSource, \.isInconclusive) }
    /// Inconclusive ones among the conclusions on different sources, those that found marks unsuitable left out.
    public var inconclusiveDifferentSources: Proportion { Self.proportion(differentSources, \.isInconclusive) }

    private static func proportion(
        _ counts: [Conclusion: Int], _ isCounted: (Conclusion) -> Bool
    ) -> Proportion {
        let suitable = counts.filter { $0.key != .unsuitable }
        return Proportion(
            suitable.filter { isCounted($0.key) }.values.reduce(0, +), of: suitable.values.reduce(0, +)
        )
    }
}

/// The results of a laboratory's planted tests.
public struct ProficiencyReport: Sendable, Hashable {
    /// The tests, the latest first.
    public var tests: [PlantedTest]
    /// By the conclusions of single examiners, verifications among them.
    public var byConclusion: ErrorRates
    /// By what the laboratory would have reported: outcomes after verification and discussion.
    public var byOutcome: ErrorRates
}
