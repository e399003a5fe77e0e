/// The check form: `GET /`; `POST /checks` with fields `query`, `serial`, `make`, `model`, `calibre`, `type`,
/// `country`, `place`, `purpose`, `operation`.
struct CheckPage: Page {
    static let template = "check"

    /// A check made earlier by the same user.
    struct RecentCheck: Sendable {
        /// For example `/checks/0198…`.
        var path: String
        /// What was asked, in short.
        var query: String
        /// What was found, in short.
        var outcome: String
        /// `found` or `nothing`; chooses the look.
        var outcomeCode: String
        var time: TimeStamp
    }

    /// The one field that takes a serial number and anything else.
    var query = TextField()
    var purpose = ChoiceField()
    var operation = ChoiceField()
    var serial = TextField()
    var make = TextField()
    var model = TextField()
    var calibre = TextField()
    var type = ChoiceField()
    var country = ChoiceField()
    var place = TextField()
    /// Names offered while the make is typed.
    var makes: [String] = []
    /// Names offered while the calibre is typed.
    var calibres: [String] = []
    /// Every wrong field.
    var errors: [FieldError] = []
    /// Whether the full form is open.
    var isExpanded = false
    /// The user's last checks, latest first.
    var recent: [RecentCheck] = []
}
