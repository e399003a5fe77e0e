import Storage

extension HitService {
    /// The hits that concern a record and that the actor may know of, the latest first, at most 50.
    /// - Throws: `RegistryError` `forbidden` for an actor who may not read hits.
    public func hits(on record: FirearmRecord, _ actor: Actor) async throws -> [Hit] {
        try Access.require(.readHits, actor)
        return try await context.database.read { try HitStore.hits(onRecord: record.sequence, actor, $0) }
    }
}
