/// The ranked list of a case: `GET /cases/{number}/correlation`.
struct CaseCorrelationPage: Page {
    static let template = "case-correlation"

    var number: String
    var casePath: String
    var title: String
    /// How many marks of the case are compared: `5 marks of this case are compared`.
    var compared: String
    /// How many of them are still being correlated; absent where none is.
    var pending: String?
    var filter: CorrelationListPage.Filter
    var rows: [CorrelationListPage.Row]
    /// For example `42 candidates`.
    var summary: String
    /// What must be known to read the list.
    var note: String
    var pager = Pager()
}
