/// Something with an owner and versions, which only its owner changes, and only as it was last seen.
protocol OwnedVersion: Sendable {
    /// Code of the bureau that owns it.
    var bureau: String { get }
    /// 1 for the first version; each change adds one.
    var version: Int { get }
}

extension FirearmRecord: OwnedVersion {}
extension ObjectRecord: OwnedVersion {}
extension ForensicCase: OwnedVersion {}
extension Exhibit: OwnedVersion {}

extension RegistryContext {
    /// One guarded change in one transaction.
    ///
    /// - Parameters:
    ///   - version: the version the actor saw; a newer one in the database refuses the change.
    ///   - right: what the actor needs before anything is looked for.
    ///   - mayChange: the rule of `Access` for what the bureau owns.
    ///   - find: reads it as it is now, nil where the actor may not know of it.
    ///   - body: writes the change and its journal entries.
    /// - Returns: it as it is after the change.
    /// - Throws: `RegistryError` `not-found`, `forbidden`, or that the version was overtaken; what `body` throws.
    func change<Owned: OwnedVersion>(
        _ number: String, version: Int, needs right: Right,
        _ mayChange: @escaping @Sendable (_ bureau: String, Actor) -> Bool, _ actor: Actor,
        find: @escaping @Sendable (JournalledConnection) throws -> Owned?,
        _ body: @escaping @Sendable (Owned, JournalledConnection) throws -> Void
    ) async throws -> Owned {
        try Access.require(right, actor)
        return try await write(actor) { connection in
            func present() throws -> Owned {
                guard let owned = try find(connection) else { throw RegistryError(.notFound, subject: number) }
                return owned
            }
            let owned = try present()
            guard mayChange(owned.bureau, actor) else { throw RegistryError(.forbidden, subject: number) }
            guard owned.version == version else {
                throw RegistryError(seen: version, now: owned.version, subject: number)
            }
            try body(owned, connection)
            return try present()
        }
    }
}
