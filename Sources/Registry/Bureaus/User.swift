public import Storage

/// A person who may sign in, authorised by its bureau.
public struct User: Sendable, Hashable, Codable {
    /// Identifier that the user's sessions and tokens refer to.
    public var id: Identifier
    /// Sign-in name, unique in the installation, lower case: `officer.br`.
    public var name: String
    /// Full name, for pages.
    public var displayName: String
    /// Code of the bureau that authorised the user.
    public var bureau: String
    /// What the user may do there, see `Access`.
    public var role: Role
    /// Whether the user is kept from signing in; sessions and tokens are refused too.
    public var isDisabled: Bool
    /// Language of pages and messages, as in BCP 47: `en`, `es`.
    public var language: String
    /// When the user was added.
    public var createdAt: Moment
}

/// What is given to create a user.
public struct NewUser: Sendable, Hashable, Codable {
    /// Sign-in name: 1 to 64 small letters, digits, dots and hyphens.
    public var name: String
    /// Full name, for pages; not empty.
    public var displayName: String
    /// Code of the bureau that the user will belong to.
    public var bureau: String
    /// What the user will be; coordinators belong to the coordination centre only.
    public var role: Role
    /// First password, at least 12 characters; only its Argon2id hash is stored.
    public var password: String
    /// Language of pages and messages, as in BCP 47: `en`, `es`.
    public var language: String

    /// States a user; `UserService.create` checks what is stated.
    public init(
        name: String, displayName: String, bureau: String, role: Role, password: String, language: String = "en"
    ) {
        self.name = name
        self.displayName = displayName
        self.bureau = bureau
        self.role = role
        self.password = password
        self.language = language
    }
}
