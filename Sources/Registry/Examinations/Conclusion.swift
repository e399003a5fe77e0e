public import Storage

/// What an examiner concludes about a pair of marks: the range of conclusions of the Association of Firearm and Tool Mark
/// Examiners (AFTE, theory of identification and range of conclusions, 1992).
public enum Conclusion: String, Sendable, Hashable, Codable, CaseIterable {
    /// Class characteristics agree, and individual characteristics agree enough for one tool.
    case identification
    /// Class characteristics agree, and some individual characteristics agree, though not enough for an identification.
    case inconclusiveA = "inconclusive-a"
    /// Class characteristics agree; individual characteristics neither agree nor disagree.
    case inconclusiveB = "inconclusive-b"
    /// Class characteristics agree, and individual characteristics disagree, though not enough for an elimination.
    case inconclusiveC = "inconclusive-c"
    /// Class or individual characteristics disagree: two tools.
    case elimination
    /// The marks cannot be compared.
    case unsuitable

    /// Whether it is one of the three inconclusive ones.
    public var isInconclusive: Bool {
        self == .inconclusiveA || self == .inconclusiveB || self == .inconclusiveC
    }
}

/// What an examiner had before the eyes.
public enum ExaminationBasis: String, Sendable, Hashable, Codable, CaseIterable {
    /// Scans and pictures. What looks alike here is a lead at most.
    case screen
    /// The exhibits themselves under a comparison microscope.
    case exhibits
}

/// The conclusion of one examiner, signed by the act of entering it. It is never changed and never removed.
public struct SignedConclusion: Sendable, Hashable {
    /// Its place among the conclusions of the examination, from 1.
    public var position: Int
    /// The round of the examination it belongs to, from 1.
    public var round: Int
    /// What was before the eyes.
    public var basis: ExaminationBasis
    /// What was concluded.
    public var conclusion: Conclusion
    /// Whether the examiner holds one source for likely although the marks do not carry an identification; makes an
    /// inconclusive A a lead.
    public var isLikely: Bool
    /// Sign-in name of the examiner.
    public var examiner: String
    /// Full name of the examiner.
    public var examinerName: String
    /// When it was signed.
    public var time: Moment
    /// Reasons, marks and settings.
    public var content: ConclusionContent
}

/// What an examiner states with a conclusion.
public struct ConclusionContent: Sendable, Hashable, Codable {
    /// Why, in words; 1 to 10,000 characters.
    public var reasons: String
    /// The marks that were compared.
    public var marks: [ComparedMarks]
    /// How they were looked at: instrument, magnification, light; at most 2,000 characters.
    public var method: String?

    /// States reasons, marks and method.
    public init(reasons: String, marks: [ComparedMarks] = [], method: String? = nil) {
        self.reasons = reasons
        self.marks = marks
        self.method = method
    }
}

/// A mark of the one exhibit and a mark of the other, and the preparations in which they were seen.
public struct ComparedMarks: Sendable, Hashable, Codable {
    /// The mark of the first exhibit.
    public var first: MarkNumber
    /// The mark of the second exhibit.
    public var second: MarkNumber
    /// Sequence of the preparation of the first mark; set when the conclusion is signed.
    public var firstPreparation: Int64?
    /// Sequence of the preparation of the second mark; set when the conclusion is signed.
    public var secondPreparation: Int64?

    /// Names two marks.
    public init(first: MarkNumber, second: MarkNumber) {
        self.first = first
        self.second = second
    }
}

/// A conclusion on its way in.
public struct ConclusionDraft: Sendable, Hashable {
    /// What is concluded.
    public var conclusion: Conclusion
    /// See `SignedConclusion.isLikely`.
    public var isLikely = false
    /// Reasons, marks and method.
    public var content: ConclusionContent
    /// Whether a second examiner shall verify it. An identification is always verified.
    public var asksVerification = true

    /// States a conclusion.
    public init(_ conclusion: Conclusion, content: ConclusionContent) {
        self.conclusion = conclusion
        self.content = content
    }
}
