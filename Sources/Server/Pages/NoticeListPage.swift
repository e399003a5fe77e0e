/// Notices in a list: `GET /notices` with `text`, `colour`, `state`, `bureau`, `before`.
struct NoticeListPage: Page {
    static let template = "notices"

    struct Row: Sendable {
        var number: String
        var path: String
        /// A small picture; nil where there is none.
        var thumbnail: String?
        var colour: Badge
        var state: Badge
        /// Only for levels above the widest.
        var handling: Badge?
        var isDiffusion: Bool
        /// Whom or what it is about.
        var subject: String
        /// What tells it further: year of birth and nationality, or the object.
        var detail: String
        var owner: BureauName
        var changed: TimeStamp
    }

    var tabs: [FilterTab]
    /// Words sought.
    var text = ""
    var colour = ChoiceField()
    var state = ChoiceField()
    var bureau = ChoiceField()
    /// Last changed first.
    var rows: [Row]
    var pager = Pager()
    /// Absent where the reader may not write notices.
    var newPath: String?
    var isFiltered = false
}
