/// Cases in a list: `GET /cases` with `text`, `after`.
struct CaseListPage: Page {
    static let template = "cases"

    struct Row: Sendable {
        var number: String
        var path: String
        var title: String
        var reference: String?
        /// The events in a line.
        var events: String?
        var exhibits: String
        var changed: TimeStamp
    }

    var text: String = ""
    var rows: [Row]
    var pager = Pager()
    /// Absent where the reader may not open cases.
    var newPath: String?
    var isFiltered = false
}

/// A case: `GET /cases/{number}`.
struct CasePage: Page {
    static let template = "case"

    struct Event: Sendable {
        var place: Int
        var kind: String
        /// The day or the range, or that it is unknown.
        var date: String
        /// Place and country in a line.
        var location: String?
        var coordinates: String?
        var border: String?
    }

    /// The beginning of the ranked list of the case.
    struct Candidates: Sendable {
        var rows: [CorrelationListPage.Row]
        /// For example `42 exhibits of other cases`.
        var summary: String
        /// What must be known to read the list.
        var note: String
        /// How many marks are still being correlated; absent where none is.
        var pending: String?
        var listPath: String
    }

    var number: String
    var version: Int
    var title: String
    var laboratory: String
    var reference: String?
    var summary: String?
    var created: TimeStamp
    var events: [Event]
    var exhibits: [ExhibitListPage.Row]
    /// The exhibits of other cases that agree best; absent while nothing of the case is compared.
    var candidates: Candidates?
    var editPath: String?
    var newExhibitPath: String?
    /// A form for a further event; absent where the reader may not change the case.
    var eventForm: EventForm?
}

/// The fields of an event.
struct EventForm: Sendable {
    var kind: ChoiceField
    var from: TextField
    var until: TextField
    var country: ChoiceField
    var locality: TextField
    var latitude: TextField
    var longitude: TextField
    var distanceToBorderKilometres: TextField
    /// Whether it stands open.
    var isOpen = false
}

/// The form of a case: `GET /cases/new`, `GET /cases/{number}/edit`.
struct CaseFormPage: Page {
    static let template = "case-form"

    var action: String
    var cancelPath: String
    var number: String?
    var version: Int?
    var errors: [FieldError] = []
    var title: TextField
    var laboratory: TextField
    var reference: TextField
    var summary: TextField
    var reason: TextField
    /// The first event; only for a new case.
    var event: EventForm?
}
