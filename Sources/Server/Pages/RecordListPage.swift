/// Records in a list: `GET /records`, `/documents` or `/vehicles` with `text`, `recordClass`, `status`, `bureau`, `after`; `GET /records.csv` alike.
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

    /// The kinds of records, the present one marked.
    let tabs: [FilterTab]
    /// The address of the list.
    let collectionPath: String
    /// What the numbers are of, and what the objects are, for headings.
    let numberLabel: String
    let objectLabel: String
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

    /// - Parameter kind: `firearm`, `document` or `vehicle`.
    init(
        kind: String, in language: Language, text: String = "", recordClass: ChoiceField, status: ChoiceField,
        bureau: ChoiceField, rows: [Row], pager: Pager = Pager(), summary: String? = nil, newPath: String? = nil,
        exportPath: String? = nil, isFiltered: Bool = false
    ) {
        let kinds = [("firearm", "/records"), ("document", "/documents"), ("vehicle", "/vehicles")]
        tabs = kinds.map { code, path in
            FilterTab(label: language.text("records.tab-\(code)"), path: path, isCurrent: code == kind)
        }
        collectionPath = kinds.first { $0.0 == kind }?.1 ?? "/records"
        numberLabel = language.text(
            kind == "firearm" ? "field.serial" : kind == "document" ? "field.document-number" : "field.number")
        objectLabel = language.text(kind == "firearm" ? "field.firearm" : "object.\(kind)")
        self.text = text
        self.recordClass = recordClass
        self.status = status
        self.bureau = bureau
        self.rows = rows
        self.pager = pager
        self.summary = summary
        self.newPath = newPath
        self.exportPath = exportPath
        self.isFiltered = isFiltered
    }
}
