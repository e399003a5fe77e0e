/// Records in a list: `GET /records` with `text`, `recordClass`, `status`, `bureau`, `after`; `GET /records.csv` alike.
struct RecordListPage: Page {
    static let template = "records"

    struct Row: Sendable {
        var number: String
        var path: String
        var recordClass: Badge
        var status: Badge
        /// Only for levels above the widest.
        var handling: Badge?
        /// The firearm in a line.
        var firearm: String
        var serial: SerialStrip?
        var owner: BureauName
        var changed: TimeStamp
    }

    /// The serial number sought.
    var text: String = ""
    var recordClass = ChoiceField()
    var status = ChoiceField()
    var bureau = ChoiceField()
    /// Newest first.
    var rows: [Row]
    var pager = Pager()
    /// For example `1 204 records`, if they were counted.
    var summary: String?
    /// Absent where the reader may not enter records.
    var newPath: String?
    /// The same filter as a file; absent where the reader may not export.
    var exportPath: String?
    /// Whether any filter is set.
    var isFiltered = false
}
