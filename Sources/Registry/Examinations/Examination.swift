public import Storage

/// One pair of exhibits under examination at one laboratory.
///
/// It goes on in rounds: usually a first one on the screen, and one on the exhibits themselves. In each round up to three
/// examiners conclude, each without knowing what the others concluded.
public struct Examination: Sendable, Hashable {
    /// Row number in the database; means nothing outside this installation.
    public var sequence: Int64
    /// The number people use: `BR-X-2026-000012`.
    public var number: String
    /// The bureau whose laboratory examines.
    public var bureau: String
    /// The exhibit that was entered first.
    public var first: Exhibit
    /// The exhibit that was entered later.
    public var second: Exhibit
    /// Where it stands, as far as the reader may know.
    public var state: ExaminationState
    /// What the present round looks at.
    public var basis: ExaminationBasis
    /// The present round, from 1.
    public var round: Int
    /// What the round ended with; nil before, and for a reader who is kept blind.
    public var outcome: Conclusion?
    /// 1 at first; each step adds one.
    public var version: Int
    /// When it was opened.
    public var openedAt: Moment
    /// When its present round began.
    public var roundOpenedAt: Moment
    /// When the last step was taken. For a reader who is kept blind, when the round's first conclusion was signed.
    public var changedAt: Moment
    /// Whether the reader has concluded in the present round.
    public var hasReaderConcluded: Bool
    /// Whether the reader is kept from the conclusions and everything that follows from them, because they may still
    /// have to conclude themselves.
    public var isReaderBlind: Bool
}

/// Where an examination stands in its present round.
public enum ExaminationState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nobody has concluded.
    case opened
    /// One examiner has concluded; a second is asked to verify without knowing how.
    case awaitingVerification = "awaiting-verification"
    /// Two examiners came to the same conclusion.
    case verified
    /// Examiners came to different conclusions: a third concludes, or they discuss and record it.
    case disagreed
    /// A disagreement was settled by a third examiner or a recorded discussion.
    case settled
    /// One examiner has concluded and asked for no verification.
    case concluded
    /// Opened by mistake.
    case withdrawn

    /// Whether conclusions may still be due, so that examiners who have not concluded are kept blind.
    public var isPending: Bool { self == .opened || self == .awaitingVerification || self == .disagreed }
}

/// What was done in an examination besides concluding, and by whom.
public struct ExaminationStep: Sendable, Hashable {
    /// The kind of a step.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The examination was opened.
        case opened
        /// A further round was begun.
        case continued
        /// The examiners of the round discussed their disagreement.
        case discussed
        /// The examination was opened by mistake.
        case withdrawn
        /// A report was issued.
        case reported
    }

    /// Its place among the steps, from 1.
    public var position: Int
    /// The round it belongs to.
    public var round: Int
    /// What was done.
    public var kind: Kind
    /// Sign-in name; empty where the reader may not know, as for the opening.
    public var user: String
    /// When.
    public var time: Moment
    /// What was written with it: of a discussion its record, of a report its number.
    public var note: String
    /// For a discussion, what the examiners agreed on.
    public var conclusion: Conclusion?
}

/// An examination with everything its page shows to one reader.
public struct ExaminationDetail: Sendable, Hashable {
    /// The examination.
    public var examination: Examination
    /// The marks of the first exhibit.
    public var firstMarks: [Mark]
    /// The marks of the second exhibit.
    public var secondMarks: [Mark]
    /// The conclusions the reader may see, oldest first.
    public var conclusions: [SignedConclusion]
    /// The steps the reader may see, oldest first.
    public var steps: [ExaminationStep]
    /// When marks of the two were first correlated; nil where none were.
    public var correlatedAt: Moment?
    /// The link that came of it, where the reader may know of it.
    public var link: ExhibitLink?
    /// The reports the reader may see, oldest first.
    public var reports: [ExaminationReport]
    /// What the reader may do now.
    public var actions: [ExaminationAction]
}

/// What can be done with an examination.
public enum ExaminationAction: String, Sendable, Hashable, CaseIterable {
    /// Sign a conclusion.
    case conclude
    /// Record the discussion of a disagreement.
    case discuss
    /// Begin a round on the exhibits themselves, or once more.
    case proceed
    /// End it before anybody has concluded.
    case withdraw
    /// Issue a report.
    case report
}
