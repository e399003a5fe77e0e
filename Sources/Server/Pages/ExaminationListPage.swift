/// The laboratory's examinations: `GET /examinations`.
struct ExaminationListPage: Page {
    static let template = "examinations"

    struct Row: Sendable {
        var number: String
        var path: String
        var state: Badge
        var basis: String
        var first: PairedExhibit
        var second: PairedExhibit
        var ages: [StepAge]
        /// What is to be done next.
        var next: String
        /// Whether the next step may be the reader's.
        var isReaders: Bool
    }

    var tabs: [FilterTab]
    var rows: [Row]
    /// What the list holds, in a sentence.
    var explanation: String
    /// Whether the reader plants tests and reads error rates.
    var managesQuality: Bool
    /// Whether the reader opens examinations.
    var mayOpen: Bool
    /// The two numbers of the form that opens one.
    var first = TextField()
    var second = TextField()
    /// Whether the form starts open.
    var isOpening = false
    var errors: [FieldError] = []
}
