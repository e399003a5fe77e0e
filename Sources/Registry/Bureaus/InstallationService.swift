import Storage

/// Setting up a new installation: its coordination centre and the first administrator.
public struct InstallationService: Sendable {
    let context: RegistryContext

    /// Whether nobody has been set up yet.
    public func isEmpty() async throws -> Bool {
        try await context.database.read { try BureauStore.bureaus($0).isEmpty }
    }

    /// Sets up the coordination centre and its administrator, who then adds bureaus and their administrators.
    /// - Throws: `RegistryError` `illegal-state` where the installation has bureaus already, `invalid` for a bad user.
    public func setUp(centre: Bureau, administrator: NewUser) async throws {
        let failures = UserService.failures(administrator)
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
        let hash = await Password.hash(administrator.password)
        let system = Actor.system(bureau: centre.code)
        try await context.write(system) { connection in
            guard try BureauStore.bureaus(connection).isEmpty else { throw RegistryError(.illegalState) }
            try BureauStore.insert(centre, connection)
            let user = User(
                id: .make(), name: administrator.name, displayName: administrator.displayName, bureau: centre.code,
                role: .administrator, isDisabled: false, language: administrator.language, createdAt: connection.time
            )
            try BureauStore.insert(user, passwordHash: hash, connection)
            try connection.journal("installation.set-up", "bureau:\(centre.code)")
        }
    }
}
