public import Storage

/// A signed-in user's session, as found from the secret in its cookie.
public struct Session: Sendable, Hashable {
    public var actor: Actor
    /// The value every form that changes something must send back.
    public var forgerySecret: String
}

/// A token for programs. Its secret is shown once, when it is made.
public struct APIToken: Sendable, Hashable, Codable {
    public var id: Identifier
    public var name: String
    public var scopes: Set<Scope>
    public var createdAt: Moment
    public var expiresAt: Moment
    public var revokedAt: Moment?
}
