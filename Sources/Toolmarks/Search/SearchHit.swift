/// A candidate with its place in the order of screening.
public struct ScreenedCandidate: Hashable, Sendable, Codable {
    /// The candidate's index in the list that was screened.
    public let candidate: Int
    /// How well its coarse form agrees with the query.
    public let score: ScreeningScore

    /// Puts a candidate and its score together.
    public init(candidate: Int, score: ScreeningScore) {
        self.candidate = candidate
        self.score = score
    }

    /// The better score first, the earlier of equals.
    static func comesBefore(_ one: ScreenedCandidate, _ other: ScreenedCandidate) -> Bool {
        (other.score.value, one.candidate) < (one.score.value, other.candidate)
    }
}

/// A candidate that was compared in full.
public struct SearchHit: Hashable, Sendable, Codable {
    /// The candidate's index in the list that was screened.
    public let candidate: Int
    /// How well its coarse form agreed.
    public let screening: ScreeningScore
    /// Cells of both directions that agree on one registration.
    public let registeredCount: Int
    /// Cells of both directions that could be looked for.
    public let usableCount: Int
    /// The score of the full comparison, 0 to 1.
    public let score: Double
    /// How the candidate lies on the query; nil when no cell was found.
    public let registration: Registration?

    init(_ screened: ScreenedCandidate, _ comparison: MarkComparison) {
        candidate = screened.candidate
        screening = screened.score
        registeredCount = comparison.registeredCount
        usableCount = comparison.usableCount
        score = comparison.score
        registration = comparison.registration
    }

    /// The better full comparison first; screening and the place in the list decide between equals.
    static func comesBefore(_ one: SearchHit, _ other: SearchHit) -> Bool {
        if one.score != other.score { return one.score > other.score }
        if one.registeredCount != other.registeredCount { return one.registeredCount > other.registeredCount }
        return (other.screening.value, one.candidate) < (one.screening.value, other.candidate)
    }
}

/// A candidate that could not be compared.
public struct SearchFailure: Error, Hashable, Sendable, Codable {
    /// The candidate's index in the list that was screened.
    public let candidate: Int
    /// Why, in a sentence.
    public let reason: String

    /// Names a candidate and what is wrong with it.
    public init(candidate: Int, reason: String) {
        self.candidate = candidate
        self.reason = reason
    }
}
