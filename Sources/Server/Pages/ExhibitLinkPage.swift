/// Leads and hits the reader's bureau is a party to: `GET /links`.
struct ExhibitLinkListPage: Page {
    static let template = "links"

    struct Row: Sendable {
        var number: String
        var path: String
        var standing: Badge
        /// The number of the hit between the two cases.
        var hit: String?
        var first: PairedExhibit
        var second: PairedExhibit
        var laboratory: BureauName
        var ages: [StepAge]
        var isNew: Bool
    }

    var tabs: [FilterTab]
    var rows: [Row]
}

/// A link between two exhibits: `GET /links/{number}`.
struct ExhibitLinkPage: Page {
    static let template = "link"

    struct Step: Sendable {
        var label: String
        var time: TimeStamp
        var actor: String
        var note: String?
    }

    struct Action: Sendable {
        var code: String
        var label: String
        var explanation: String
        var weight: String
    }

    var number: String
    var standing: Badge
    var hit: String?
    var laboratory: BureauName
    var first: PairedExhibit
    var second: PairedExhibit
    var ages: [StepAge]
    var steps: [Step]
    var actions: [Action]
    /// The examination, where the reader's laboratory made it.
    var examinationPath: String?
    var note = TextField()
    var errors: [FieldError] = []
}
