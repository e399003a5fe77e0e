import Storage

/// What an administrator does with the users of its own bureau, and what users do with their own account.
public struct UserService: Sendable {
    let context: RegistryContext

    /// The users of the actor's bureau, by name.
    public func users(_ actor: Actor) async throws -> [User] {
        try Access.require(.manageUsers, actor)
        return try await context.database.read { try BureauStore.users(of: actor.bureau, $0) }
    }

    /// Creates a user. An administrator creates users of its own bureau; the coordination centre's administrator
    /// may also create another bureau's administrators, so that a new bureau has a first user.
    /// - Throws: `RegistryError` `invalid` with every wrong field, `forbidden`, or `duplicate` for a name in use.
    public func create(_ new: NewUser, _ actor: Actor) async throws -> User {
        let isFirstAdministrator = Access.allows(.manageBureaus, actor) && new.role == .administrator
        guard Access.mayManageUsers(of: new.bureau, actor) || isFirstAdministrator else {
            throw RegistryError(.forbidden, subject: Right.manageUsers.rawValue)
        }
        let failures = Self.failures(new)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let hash = await Password.hash(new.password)
        let user = User(
            id: .make(), name: new.name, displayName: new.displayName, bureau: new.bureau, role: new.role,
            isDisabled: false, language: new.language, createdAt: context.now()
        )
        return try await context.write(actor) { connection in
            guard let bureau = try BureauStore.bureau(code: new.bureau, connection) else {
                throw RegistryError(.invalid, failures: [FieldFailure("bureau", "unknown-code", value: new.bureau)])
            }
            guard new.role != .coordinator || bureau.isCoordinationCentre else {
                throw RegistryError(.invalid, failures: [FieldFailure("role", "not-allowed", value: new.role.rawValue)])
            }
            guard try BureauStore.user(named: new.name, connection) == nil else {
                throw RegistryError(
                    .duplicate, subject: new.name,
                    failures: [
                        FieldFailure("name", "duplicate", value: new.name, arguments: ["number": new.name])
                    ])
            }
            try BureauStore.insert(user, passwordHash: hash, connection)
            try connection.journal(
                "user.create", "user:\(new.name)", ["role": new.role.rawValue, "bureau": new.bureau])
            return user
        }
    }

    /// Disables or enables a user; a disabled user's sessions and tokens stop at once.
    public func setDisabled(_ disabled: Bool, userNamed name: String, _ actor: Actor) async throws {
        try await change(userNamed: name, actor) { user, connection in
            guard user.id != actor.user else {
                throw RegistryError(.invalid, failures: [FieldFailure("name", "own-account", value: name)])
            }
            try BureauStore.setDisabled(disabled, user: user.id, connection)
            if disabled { try SessionStore.end(sessionsOf: user.id, connection) }
            try connection.journal(disabled ? "user.disable" : "user.enable", "user:\(name)")
        }
    }

    /// Gives a user a new password, ending its sessions and any lock-out.
    public func resetPassword(userNamed name: String, to password: String, _ actor: Actor) async throws {
        let failures = Password.failures(password, userName: name, field: "password")
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let hash = await Password.hash(password)
        try await change(userNamed: name, actor) { user, connection in
            try BureauStore.setPasswordHash(hash, user: user.id, connection)
            try SessionStore.end(sessionsOf: user.id, connection)
            // Whoever was locked out after forgetting the old one may use the new one at once.
            try SessionStore.clearFailedSignIns(name: name, connection)
            try connection.journal("user.reset-password", "user:\(name)")
        }
    }

    /// Changes the actor's own password after the present one was given again; all its sessions end.
    public func changeOwnPassword(from current: String, to password: String, _ actor: Actor) async throws {
        guard actor.scopes == nil else { throw RegistryError(.forbidden, subject: "password") }
        let failures = Password.failures(password, userName: actor.name, field: "newPassword")
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let stored = try await context.database.read {
            try BureauStore.passwordHash(ofUserNamed: actor.name, $0) ?? Password.decoy
        }
        guard await Password.verify(current, against: stored) else {
            throw RegistryError(.invalid, failures: [FieldFailure("currentPassword", "wrong")])
        }
        let hash = await Password.hash(password)
        try await context.write(actor) { connection in
            try BureauStore.setPasswordHash(hash, user: actor.user, connection)
            try SessionStore.end(sessionsOf: actor.user, connection)
            try connection.journal("user.change-password", "user:\(actor.name)")
        }
    }

    /// Remembers the language the actor reads.
    public func setOwnLanguage(_ language: String, _ actor: Actor) async throws {
        let failures = Self.languageFailures(language)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        try await context.write(actor) { connection in
            try BureauStore.setLanguage(language, user: actor.user, connection)
            try connection.journal("user.change-language", "user:\(actor.name)", ["language": language])
        }
    }

    /// One guarded change of another user; users of other bureaus do not exist for the actor.
    private func change(
        userNamed name: String, _ actor: Actor,
        _ body: @escaping @Sendable (User, JournalledConnection) throws -> Void
    ) async throws {
        try Access.require(.manageUsers, actor)
        try await context.write(actor) { connection in
            guard let user = try BureauStore.user(named: name, connection),
                Access.mayManageUsers(of: user.bureau, actor)
            else { throw RegistryError(.notFound, subject: name) }
            try body(user, connection)
        }
    }

    static func failures(_ new: NewUser) -> [FieldFailure] {
        var failures: [FieldFailure] = []
        let allowed = new.name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
        }
        if new.name.isEmpty {
            failures.append(FieldFailure("name", "required"))
        } else if new.name.count > 64 {
            failures.append(FieldFailure("name", "too-long", value: new.name, arguments: ["maximum": "64"]))
        } else if !allowed {
            failures.append(FieldFailure("name", "invalid-name", value: new.name))
        }
        if new.displayName.isEmpty { failures.append(FieldFailure("displayName", "required")) }
        if new.displayName.count > 120 {
            failures.append(FieldFailure("displayName", "too-long", arguments: ["maximum": "120"]))
        }
        return failures + languageFailures(new.language)
            + Password.failures(new.password, userName: new.name, field: "password")
    }

    /// A language tag is 2 to 12 letters, digits and hyphens: `en`, `pt-BR`.
    private static func languageFailures(_ language: String) -> [FieldFailure] {
        let isTag =
            (2...12).contains(language.utf8.count)
            && language.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
        return isTag ? [] : [FieldFailure("language", "invalid-code", value: language)]
    }
}
