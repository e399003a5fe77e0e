/// The signed-in user's own account: `GET /account`; `POST /account/password` with `currentPassword`, `newPassword`,
/// `repeatedPassword`; `POST /account/tokens` with `name`, `scopes`, `days`;
/// `POST /account/tokens/{identifier}/revoke`.
struct AccountPage: Page {
    static let template = "account"

    struct Token: Sendable {
        var identifier: String
        var name: String
        var scopes: [String]
        var created: TimeStamp
        var expires: TimeStamp
        /// `active`, `expired` or `revoked`.
        var state: Badge
        var mayRevoke: Bool
    }

    var name: String
    var displayName: String
    var role: String
    var bureau: BureauName
    /// Why the change of password was refused, by field.
    var currentPassword = TextField()
    var newPassword = TextField()
    var repeatedPassword = TextField()
    /// A token just made.
    var issued: IssuedSecret?
    var tokens: [Token] = []
    /// False for users who may not have tokens.
    var mayHaveTokens = true
    var tokenName = TextField()
    /// The scopes to tick.
    var scopes: [Choice] = []
    var days = ChoiceField()
    var errors: [FieldError] = []
    /// Whether the form for a new token starts open.
    var isExpanded = false
}
