import Storage

/// The library of methods: those of purple notices, found by what they are and by their words, and those that are alike.
public struct MethodService: Sendable {
    let context: RegistryContext

    /// Most methods that are looked through, the last changed first.
    private static let most = 5_000
    /// Agreement from which methods are called alike.
    static let leastAgreement = 0.1

    /// The methods that agree with a filter, as far as the actor may know of them: by words the best first, else the last
    /// changed first.
    public func search(_ filter: MethodFilter, limit: Int = 100, _ actor: Actor) async throws -> [FoundMethod] {
        try Access.require(.readNotices, actor)
        return try await index(actor).search(filter, limit: max(1, min(limit, 500)))
    }

    /// The methods most like that of a notice, as far as the actor may know of them, with what makes them so.
    /// - Throws: `RegistryError` `not-found` where there is no such notice, or the actor may not know of it.
    public func similar(to number: NoticeNumber, limit: Int = 5, _ actor: Actor) async throws -> [FoundMethod] {
        try Access.require(.readNotices, actor)
        let notice = try await context.database.read { try NoticeService.found(number, actor, $0) }
        guard notice.content.colour == .purple else { return [] }
        return try await index(actor).similar(
            to: notice.sequence, limit: max(1, min(limit, 50)), least: Self.leastAgreement
        )
    }

    @concurrent
    private func index(_ actor: Actor) async throws -> MethodIndex {
        let notices = try await context.database.read { try MethodStore.methods(limit: Self.most, actor, $0) }
        return MethodIndex(notices)
    }
}
