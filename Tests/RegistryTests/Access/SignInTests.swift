import Storage
import Testing

@testable import Registry

@Suite("Signing in")
struct SignInTests {
    static let password = "correct horse battery"

    /// A world in which `officer.br` has a password; hashed once, because hashing is slow on purpose.
    private func world(_ settings: RegistrySettings = RegistrySettings()) async throws -> World {
        let world = try await World(settings)
        let hash = await Password.hash(Self.password)
        let user = try await world.officer("BR").user
        try await world.database.write { try BureauStore.setPasswordHash(hash, user: user, $0) }
        return world
    }

    private func signIn(
        _ world: World, _ name: String = "officer.br", _ password: String = Self.password
    ) async throws -> (session: Session, secret: String) {
        try await world.registry.signIn.signIn(name: name, password: password)
    }

    @Test("the right password opens a session, whatever the case of the name")
    func rightPassword() async throws {
        let world = try await world()
        let opened = try await signIn(world, "Officer.BR")
        let session = try await world.registry.signIn.session(secret: opened.secret)
        #expect(session?.actor.name == "officer.br")
        #expect(session?.actor.role == .officer)
        #expect(session?.actor.scopes == nil)
        #expect(SignInService.isGenuine(formSecret: opened.session.forgerySecret, of: opened.session))
        #expect(!SignInService.isGenuine(formSecret: "", of: opened.session))
        #expect(try await world.actions().contains("session.open"))
        let stored = try await world.count(
            "SELECT COUNT(*) FROM sessions WHERE secret = ?", [.blob(Array(opened.secret.utf8))]
        )
        #expect(stored == 0)
    }

    @Test("a wrong password, an unknown name and a disabled user get the same answer")
    func sameAnswer() async throws {
        let world = try await world()
        let wrong = await world.refusal { try await signIn(world, "officer.br", "wrong") }
        let unknown = await world.refusal { try await signIn(world, "nobody.br", "wrong") }
        try await world.registry.users.setDisabled(
            true, userNamed: "officer.br", try await world.actor(.administrator, "BR")
        )
        let disabled = await world.refusal { try await signIn(world) }
        #expect(wrong == RegistryError(.wrongCredentials))
        #expect(unknown == wrong)
        #expect(disabled == wrong)
    }

    @Test("the hash that stands in for an unknown user costs as much to verify as a real one")
    func decoy() async throws {
        let parameters = "$argon2id$v=19$m=19456,t=2,p=1$"
        let hash = await Password.hash(Self.password)
        #expect(hash.hasPrefix(parameters) && Password.decoy.hasPrefix(parameters))
        #expect(hash.utf8.count == Password.decoy.utf8.count)
        // A malformed hash is refused in microseconds; two passes over 19 MiB take longer on any machine.
        let taken = await ContinuousClock().measure { _ = await Password.verify("wrong", against: Password.decoy) }
        #expect(taken > .milliseconds(1))
        #expect(await !Password.verify("", against: ""))
    }

    @Test("five failures lock the name, and each further one doubles the wait up to the longest")
    func lockOut() async throws {
        let world = try await world()
        for _ in 0..<SignInService.failuresBeforeLock {
            #expect(await world.refusal { try await signIn(world, "officer.br", "wrong") }?.code == .wrongCredentials)
        }
        var wait: Int64 = 30
        for _ in 0..<7 {
            let locked = await world.refusal { try await signIn(world) }
            #expect(locked == RegistryError(.lockedOut, retryAfterSeconds: Int(wait)))
            world.clock.advance(seconds: wait - 1)
            #expect(await world.refusal { try await signIn(world) }?.code == .lockedOut)
            world.clock.advance(seconds: 1)
            #expect(await world.refusal { try await signIn(world, "officer.br", "wrong") }?.code == .wrongCredentials)
            wait = min(wait * 2, Int64(SignInService.longestLockSeconds))
        }
        world.clock.advance(seconds: wait)
        _ = try await signIn(world)
        // The count begins anew after a success.
        #expect(await world.refusal { try await signIn(world, "officer.br", "wrong") }?.code == .wrongCredentials)
        _ = try await signIn(world)
    }

    @Test("an unknown name is locked like a known one")
    func unknownNameLocked() async throws {
        let world = try await world()
        for _ in 0..<SignInService.failuresBeforeLock { _ = await world.refusal { try await signIn(world, "x", "y") } }
        #expect(await world.refusal { try await signIn(world, "x", "y") }?.code == .lockedOut)
    }

    @Test("guesses sent side by side do not outrun the lock, and do not tell which was right")
    func parallelGuesses() async throws {
        let world = try await world()
        let answers = await withTaskGroup(of: RegistryError.Code?.self) { group in
            for guess in 0..<40 {
                group.addTask {
                    // The right one comes last in the queue of verifications, most of the time.
                    await world.refusal {
                        try await world.registry.signIn.signIn(
                            name: "officer.br", password: guess == 39 ? Self.password : "guess \(guess)"
                        )
                    }?.code
                }
            }
            return await group.reduce(into: [RegistryError.Code?]()) { $0.append($1) }
        }
        let wrong = answers.count { $0 == .wrongCredentials }
        #expect(wrong <= SignInService.failuresBeforeLock)
        #expect(answers.count { $0 == nil } <= 1)
        #expect(answers.count { $0 == .lockedOut } >= 34)
        let refused = try await world.actions().count { $0 == "session.refuse" }
        #expect(refused == wrong)
    }

    @Test("a failed attempt keeps neither the name nor the password in the journal")
    func nothingTypedIsKept() async throws {
        let world = try await world()
        _ = await world.refusal { try await signIn(world, "my-secret-password", "other-secret") }
        let entries = try await world.database.read { try $0.journalEntries(after: 0, limit: 100) }
        #expect(entries.contains { $0.action == "session.refuse" })
        #expect(!entries.contains { "\($0)".contains("my-secret") || "\($0)".contains("other-secret") })
    }

    @Test("a session ends when it is idle, and after its longest life even when it is used")
    func sessionEnds() async throws {
        let world = try await world()
        let idle = try await signIn(world).secret
        world.clock.advance(seconds: 3_599)
        #expect(try await world.registry.signIn.session(secret: idle) != nil)
        world.clock.advance(seconds: 3_599)
        #expect(try await world.registry.signIn.session(secret: idle) != nil)
        world.clock.advance(seconds: 3_600)
        #expect(try await world.registry.signIn.session(secret: idle) == nil)

        let used = try await signIn(world).secret
        for _ in 0..<14 {
            #expect(try await world.registry.signIn.session(secret: used) != nil)
            world.clock.advance(seconds: 3_000)
        }
        #expect(try await world.registry.signIn.session(secret: used) != nil)
        world.clock.advance(seconds: 1_200)
        #expect(try await world.registry.signIn.session(secret: used) == nil)
    }

    @Test("signing out, disabling the user and a new password end the session at once")
    func sessionIsEnded() async throws {
        let world = try await world()
        let service = world.registry.signIn
        let administrator = try await world.actor(.administrator, "BR")
        let first = try await signIn(world).secret
        let second = try await signIn(world).secret
        try await service.signOut(secret: first)
        try await service.signOut(secret: first)
        #expect(try await service.session(secret: first) == nil)
        let session = try #require(try await service.session(secret: second))
        try await world.registry.users.changeOwnPassword(
            from: Self.password, to: "another long phrase", session.actor
        )
        #expect(try await service.session(secret: second) == nil)
        #expect(await world.refusal { try await signIn(world) }?.code == .wrongCredentials)
        let third = try await signIn(world, "officer.br", "another long phrase").secret
        try await world.registry.users.setDisabled(true, userNamed: "officer.br", administrator)
        #expect(try await service.session(secret: third) == nil)
        try await world.registry.users.setDisabled(false, userNamed: "officer.br", administrator)
        #expect(try await service.session(secret: third) == nil)
    }

    @Test("an administrator's new password lifts the lock")
    func resetLiftsLock() async throws {
        let world = try await world()
        for _ in 0..<6 { _ = await world.refusal { try await signIn(world, "officer.br", "wrong") } }
        try await world.registry.users.resetPassword(
            userNamed: "officer.br", to: "a fresh long phrase", try await world.actor(.administrator, "BR")
        )
        _ = try await signIn(world, "officer.br", "a fresh long phrase")
    }

    @Test("one's own password is changed only with the present one, and only to a good one")
    func ownPassword() async throws {
        let world = try await world()
        let actor = try await world.officer("BR")
        let users = world.registry.users
        let wrong = await world.refusal { try await users.changeOwnPassword(from: "x", to: "another phrase", actor) }
        #expect(wrong?.failures.map(\.field) == ["currentPassword"])
        for (password, code) in [
            ("short", "too-short"), (String(repeating: "x", count: 201), "too-long"),
            ("my officer.br key", "contains-name"),
        ] {
            let refusal = await world.refusal {
                try await users.changeOwnPassword(from: Self.password, to: password, actor)
            }
            #expect(refusal?.failures.map(\.code) == [code])
        }
    }
}
