import Storage

/// Signing in and out, and finding out who is asking.
public struct SignInService: Sendable {
    let context: RegistryContext

    /// Failures in a row before a name is locked. Each further one doubles the wait, up to the longest.
    static let failuresBeforeLock = 5
    static let firstLockSeconds = 30
    static let longestLockSeconds = 900

    /// Checks the password and opens a session.
    /// - Returns: the session and its secret, which only the cookie holds.
    /// - Throws: `RegistryError` `wrong-credentials` or `locked-out`; both are the same for names that do not exist,
    ///   so that nobody learns who has an account.
    public func signIn(
        name: String, password: String, channel: Actor.Channel = .page
    ) async throws -> (session: Session, secret: String) {
        let name = String(name.lowercased().prefix(64))
        let now = context.now()
        let (hash, actor) = try await context.database.read { connection in
            try Self.refuseWhileLocked(name: name, at: now, connection)
            return (
                try BureauStore.passwordHash(ofUserNamed: name, connection),
                try SessionStore.actor(userNamed: name, channel: channel, connection)
            )
        }
        let isRight = await Password.verify(String(password.prefix(Password.longest)), against: hash ?? Password.decoy)
        guard isRight, let actor else { throw try await failure(name: name, now: now) }
        let secret = Secret.make()
        let session = Session(actor: actor, forgerySecret: Secret.make())
        try await context.write(actor) { connection in
            // Again inside the transaction: guesses sent side by side must not outrun the count.
            try Self.refuseWhileLocked(name: name, at: now, connection)
            try SessionStore.clearFailedSignIns(name: name, connection)
            try SessionStore.deleteSessions(
                seenBefore: now.adding(seconds: -Int64(context.settings.sessionIdleSeconds)), connection
            )
            try SessionStore.insert(session, secret: Secret.digest(secret), at: now, connection)
            try connection.journal("session.open", "user:\(name)")
        }
        return (session, secret)
    }

    /// Ends the session of the secret; does nothing where there is none.
    public func signOut(secret: String) async throws {
        guard let session = try await session(secret: secret) else { return }
        try await context.write(session.actor) { connection in
            try SessionStore.end(secret: Secret.digest(secret), connection)
            try connection.journal("session.close", "user:\(session.actor.name)")
        }
    }

    /// The session of a cookie's secret, or nil where it has ended by time, sign-out or a disabled user.
    public func session(secret: String) async throws -> Session? {
        let now = context.now()
        let digest = Secret.digest(secret)
        let found = try await context.database.read { connection in
            try SessionStore.session(
                secret: digest,
                createdAfter: now.adding(seconds: -Int64(context.settings.sessionLongestSeconds)),
                seenAfter: now.adding(seconds: -Int64(context.settings.sessionIdleSeconds)),
                connection
            )
        }
        guard let found else { return nil }
        // Once a minute is precise enough for an idle limit of an hour, and spares a write on every request.
        if now.seconds(since: found.seenAt) > 60 {
            try await context.database.write { try SessionStore.touch(secret: digest, at: now, $0) }
        }
        return found.session
    }

    /// The actor of an API token, or nil where it is unknown, expired, revoked or its user disabled.
    public func actor(token secret: String) async throws -> Actor? {
        let now = context.now()
        let digest = Secret.digest(secret)
        return try await context.database.read { try SessionStore.actor(tokenSecret: digest, at: now, $0) }
    }

    /// The actor for a command run on the machine itself by somebody who can read the database file anyway; the
    /// journal states the channel.
    /// - Throws: `RegistryError` `not-found` for an unknown or disabled user.
    public func actor(onThisMachine name: String) async throws -> Actor {
        let actor = try await context.database.read {
            try SessionStore.actor(userNamed: name, channel: .commandLine, $0)
        }
        guard let actor else { throw RegistryError(.notFound, subject: name) }
        return actor
    }

    /// Whether a form came from a page of the session: the value it sent is the session's own.
    public static func isGenuine(formSecret: String, of session: Session) -> Bool {
        Secret.equal(formSecret, session.forgerySecret)
    }

    private static func refuseWhileLocked(name: String, at now: Moment, _ connection: any ReadConnection) throws {
        guard let attempts = try SessionStore.failedSignIns(name: name, connection), attempts.lockedUntil > now else {
            return
        }
        throw RegistryError(.lockedOut, retryAfterSeconds: max(1, Int(attempts.lockedUntil.seconds(since: now))))
    }

    /// Counts a wrong guess.
    /// - Returns: what to answer. Guesses sent side by side are locked out by each other, right and wrong ones alike:
    ///   a different answer would tell which of them was right.
    private func failure(name: String, now: Moment) async throws -> RegistryError {
        try await context.database.write { connection in
            do {
                try Self.refuseWhileLocked(name: name, at: now, connection)
            } catch let error as RegistryError {
                return error
            }
            let failures = (try SessionStore.failedSignIns(name: name, connection)?.failures ?? 0) + 1
            let excess = failures - Self.failuresBeforeLock
            let wait = excess < 0 ? 0 : min(Self.longestLockSeconds, Self.firstLockSeconds << min(excess, 10))
            try SessionStore.recordFailedSignIn(
                name: name, failures: failures, lockedUntil: now.adding(seconds: Int64(wait)), connection
            )
            // The name goes in as a digest: people type passwords into the name field.
            let digest = Hexadecimal.encode(Secret.digest(name).prefix(8))
            try connection.appendToJournal(
                JournalDraft(
                    actor: "nobody", bureau: "", action: "session.refuse", object: "name:\(digest)",
                    details: JournalDetails.text(["failures": "\(failures)"], channel: .page), time: now
                )
            )
            return RegistryError(.wrongCredentials)
        }
    }
}
