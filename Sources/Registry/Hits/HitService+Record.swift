import Storage

extension HitService {
    /// The hits that concern a record and that the actor may know of, the latest first, at most 50.
    /// - Throws: `RegistryError` `forbidden` for an actor who may not read hits.
    public func hits(on record: FirearmRecord, _ actor: Actor) async throws -> [Hit] {
        try Access.require(.readHits, actor)
        return try await context.database.read { try HitStore.hits(on: .firearm, record.sequence, actor, $0) }
    }

    /// The hits that concern a record of a document or vehicle and that the actor may know of, the latest first, at most
    /// 50.
    /// - Throws: `RegistryError` `forbidden` for an actor who may not read hits.
    public func hits<Object>(on record: ObjectRecord<Object>, _ actor: Actor) async throws -> [Hit] {
        try Access.require(.readHits, actor)
        let kind: HitRecord.Kind = Object.kind == .document ? .document : .vehicle
        return try await context.database.read { try HitStore.hits(on: kind, record.sequence, actor, $0) }
    }

    /// The hits that concern a notice and that the actor may know of, the latest first, at most 50.
    /// - Throws: `RegistryError` `forbidden` for an actor who may not read hits.
    public func hits(on notice: Notice, _ actor: Actor) async throws -> [Hit] {
        try Access.require(.readHits, actor)
        return try await context.database.read { try HitStore.hits(on: .notice, notice.sequence, actor, $0) }
    }
}
