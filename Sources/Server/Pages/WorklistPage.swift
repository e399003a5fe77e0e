/// The hits that wait, by their clocks: `GET /worklist`.
struct WorklistPage: Page {
    static let template = "worklist"

    struct Row: Sendable {
        var number: String
        var path: String
        var state: Badge
        /// Absent while no clock runs.
        var clock: ClockView?
        /// The firearm, document, vehicle or person in a line.
        var object: String
        var serial: SerialStrip?
        var recordClass: Badge
        var searcher: BureauName
        var owner: BureauName
        /// What is to be done next and by whom, for example `Your bureau confirms or refutes`.
        var next: String
        /// Whether the next step is the reader's.
        var isReaders: Bool
        var changed: TimeStamp
    }

    var tabs: [FilterTab]
    /// The next due on top.
    var rows: [Row]
    /// For example `2 overdue, 5 open`.
    var summary: String
}
