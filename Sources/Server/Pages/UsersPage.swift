/// Users: `GET` and `POST /administration/users` with fields `name`, `displayName`, `role`, `bureau`, `language`;
/// `POST /administration/users/{name}/{action}` with action `disable`, `enable` or `reset`.
struct UsersPage: Page {
    static let template = "users"

    struct Row: Sendable {
        var name: String
        var displayName: String
        var role: Badge
        var bureau: BureauName
        /// `active`, `disabled` or `locked`.
        var state: Badge
        var created: TimeStamp
        var mayDisable = false
        var mayEnable = false
        var mayReset = false
    }

    var rows: [Row]
    /// A password shown this once, after a user was made or a password reset.
    var issued: IssuedSecret?
    var name = TextField()
    var displayName = TextField()
    var role = ChoiceField()
    /// Empty where the reader manages one bureau only.
    var bureau = ChoiceField()
    var language = ChoiceField()
    var errors: [FieldError] = []
    /// Whether the form for a new user starts open.
    var isExpanded = false
}

/// A secret that is shown once and then never again.
struct IssuedSecret: Sendable {
    /// Whose or what for.
    var name: String
    var secret: String
}
