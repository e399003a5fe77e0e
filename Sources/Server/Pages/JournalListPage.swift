/// The journal: `GET /journal` with `action`, `user`, `object`, `from`, `until`, `before`.
struct JournalListPage: Page {
    static let template = "journal"

    struct Row: Sendable {
        var sequence: String
        var time: TimeStamp
        var user: String
        var bureau: BureauName
        /// What was done, in words.
        var action: String
        /// What was done, in code: `record.change`.
        var actionCode: String
        /// What it was done to: `record:BR-2026-000123`.
        var object: String
        /// Where the object can be seen; absent where it has no page.
        var objectPath: String?
        /// The entry's details, each a name and a value.
        var details: [Detail] = []
    }

    struct Detail: Sendable {
        var name: String
        var value: String
    }

    /// Whether the chain of hashes holds.
    struct Verification: Sendable {
        /// `verified`, `failed` or `unknown`; chooses the look.
        var state: Badge
        /// For example `1 204 331 entries, head 9f3a…`.
        var text: String
        var time: TimeStamp?
        /// What is wrong, each naming the entry.
        var problems: [String] = []
    }

    var verification: Verification?
    var action = ChoiceField()
    var user: String = ""
    var object: String = ""
    var from: String = ""
    var until: String = ""
    var isFiltered = false
    /// Newest first.
    var rows: [Row]
    var pager = Pager()
}
