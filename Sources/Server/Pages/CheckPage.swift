/// The check form: `GET /`; `POST /checks` with fields `query`, `serial`, `make`, `model`, `calibre`, `type`,
/// `country`, `place`, `purpose`, `operation`, and those of ``CheckForm/kinds``.
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

    /// The fields of one kind of thing.
    struct Kind: Sendable {
        /// For example `Travel document`.
        var title: String
        var fields: [FormField]
        /// Whether any of them is filled in, so that they are shown.
        var isOpen: Bool
    }

    /// The one field that takes anything: numbers, names, machine-readable zones.
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
    /// What may be asked beside a firearm, one group of fields for each kind of thing.
    var kinds: [Kind] = []
    /// Every wrong field.
    var errors: [FieldError] = []
    /// Whether the fields of a firearm are shown.
    var isExpanded = false
    /// Whether the place of the check is given or wrong, so that its field is shown.
    var showsPlace = false
    /// The user's last checks, latest first.
    var recent: [RecentCheck] = []
}
