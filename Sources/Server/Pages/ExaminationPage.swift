/// An examination: `GET /examinations/{number}`.
struct ExaminationPage: Page {
    static let template = "examination"

    /// Two marks of one kind that can be compared.
    struct MarkPair: Sendable {
        /// Both numbers, as the form sends them.
        var value: String
        var label: String
        /// The comparison microscope.
        var path: String
        var isSelected: Bool
    }

    /// One entry of the history.
    struct Entry: Sendable {
        var label: String
        var time: TimeStamp
        var actor: String?
        /// The conclusion, for those that are one.
        var conclusion: Badge?
        /// What was written.
        var text: String?
        /// Marks and method, in a line.
        var detail: String?
    }

    /// A further round that may be begun.
    struct Proceeding: Sendable {
        var basis: String
        var label: String
        var explanation: String
    }

    /// A report that was issued.
    struct Report: Sendable {
        var number: String
        var path: String
        var time: TimeStamp
        var issuer: String
        /// Whether a later one takes its place.
        var isSuperseded: Bool
    }

    /// The form that signs a conclusion.
    struct ConclusionForm: Sendable {
        var conclusions: [Choice]
        var reasons = TextField()
        var method = TextField()
        var isLikely = false
        var asksVerification = true
        /// Whether it is the first of the round: later ones ask for no verification.
        var isFirst: Bool
        /// Why no conclusion was accepted.
        var conclusionError: String?
        var marksError: String?
        var likelyError: String?
    }

    /// The form that records a discussion.
    struct DiscussionForm: Sendable {
        var conclusions: [Choice]
        var record = TextField()
    }

    var number: String
    var version: Int
    var state: Badge
    var basis: String
    /// For example `Round 2`.
    var round: String
    var outcome: Badge?
    var isBlind: Bool
    /// Whether the reader is kept blind because others have concluded.
    var isVerification: Bool
    var first: PairedExhibit
    var second: PairedExhibit
    var pairs: [MarkPair]
    var ages: [StepAge]
    var history: [Entry]
    var linkPath: String?
    var linkStanding: Badge?
    var conclude: ConclusionForm?
    var discuss: DiscussionForm?
    var proceed: [Proceeding] = []
    var mayWithdraw = false
    var mayReport = false
    var reports: [Report] = []
    var errors: [FieldError] = []
}
