/// What waits for readers at the coordination centre: `GET /notices/screening`.
struct NoticeScreeningPage: Page {
    static let template = "notice-screening"

    struct Row: Sendable {
        var number: String
        var path: String
        var colour: Badge
        var subject: String
        var owner: BureauName
        var state: Badge
        /// How long the present step has waited, in words.
        var waits: String
        var since: TimeStamp
        var sent: TimeStamp
        /// What is to be done, and by whom.
        var next: String
        /// Whether the reader of the page may read it.
        var isReaders: Bool
    }

    var tabs: [FilterTab]
    var rows: [Row]
}
