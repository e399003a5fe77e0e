public import Storage

/// The API tokens a user makes for programs that act in its name.
public struct TokenService: Sendable {
    let context: RegistryContext

    /// Longest life of a token.
    public static let longestDays = 366

    /// The actor's own tokens, without their secrets.
    /// - Throws: `RegistryError` `forbidden`.
    public func tokens(_ actor: Actor) async throws -> [APIToken] {
        try Access.require(.manageOwnTokens, actor)
        return try await context.database.read { try SessionStore.tokens(of: actor.user, $0) }
    }

    /// Makes a token.
    /// - Parameter days: life in days, 1 to 366.
    /// - Returns: the token and its secret, which is shown this once.
    public func create(
        name: String, scopes: Set<Scope>, days: Int, _ actor: Actor
    ) async throws -> (token: APIToken, secret: String) {
        try Access.require(.manageOwnTokens, actor)
        var failures: [FieldFailure] = []
        if name.isEmpty { failures.append(FieldFailure("name", "required")) }
        if name.count > 80 { failures.append(FieldFailure("name", "too-long", arguments: ["maximum": "80"])) }
        if scopes.isEmpty { failures.append(FieldFailure("scopes", "required")) }
        if !(1...Self.longestDays).contains(days) {
            failures.append(
                FieldFailure(
                    "days", "out-of-range", value: "\(days)",
                    arguments: ["minimum": "1", "maximum": "\(Self.longestDays)"]
                )
            )
        }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let now = context.now()
        let token = APIToken(
            id: .make(), name: name, scopes: scopes, createdAt: now, expiresAt: now.adding(days: Int64(days))
        )
        let secret = "ct_" + Secret.make()
        try await context.write(actor) { connection in
            try SessionStore.insert(token, secret: Secret.digest(secret), account: actor.user, connection)
            try connection.journal(
                "token.create", "token:\(token.id)",
                ["scopes": scopes.map(\.rawValue).sorted().joined(separator: " "), "expires": "\(token.expiresAt)"]
            )
        }
        return (token, secret)
    }

    /// Ends one of the actor's own tokens.
    public func revoke(_ token: Identifier, _ actor: Actor) async throws {
        try Access.require(.manageOwnTokens, actor)
        try await context.write(actor) { connection in
            guard try SessionStore.revoke(token: token, of: actor.user, at: connection.time, connection) else {
                throw RegistryError(.notFound, subject: "\(token)")
            }
            try connection.journal("token.revoke", "token:\(token)")
        }
    }
}
