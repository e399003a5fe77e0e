public import Storage

/// A signed-in user's session, as found from the secret in its cookie.
public struct Session: Sendable, Hashable {
    /// The user that signed in.
    public var actor: Actor
    /// The value every form that changes something must send back.
    public var forgerySecret: String
}

/// A token for programs. Its secret is shown once, when it is made.
public struct APIToken: Sendable, Hashable, Codable {
    /// Identifier by which the token is revoked; it is not the secret.
    public var id: Identifier
    /// What the user says the token is for, 1 to 80 characters.
    public var name: String
    /// What the token may be used for, as far as its user's role allows the same.
    public var scopes: Set<Scope>
    /// When the token was made.
    public var createdAt: Moment
    /// From this moment on the token is refused.
    public var expiresAt: Moment
    /// When its user ended it; nil while it was not ended.
    public var revokedAt: Moment?
}
