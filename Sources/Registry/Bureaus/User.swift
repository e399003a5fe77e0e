public import Storage

/// A person who may sign in, authorised by its bureau.
public struct User: Sendable, Hashable, Codable {
    public var id: Identifier
    /// Sign-in name, unique in the installation, lower case: `officer.br`.
    public var name: String
    public var displayName: String
    public var bureau: String
    public var role: Role
    public var isDisabled: Bool
    /// Language of pages and messages, as in BCP 47: `en`, `es`.
    public var language: String
    public var createdAt: Moment
}

/// What is given to create a user.
public struct NewUser: Sendable, Hashable, Codable {
    public var name: String
    public var displayName: String
    public var bureau: String
    public var role: Role
    public var password: String
    public var language: String

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
