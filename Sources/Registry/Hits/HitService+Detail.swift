import Storage

/// A hit with everything its page shows.
public struct HitDetail: Sendable, Hashable {
    /// The hit itself.
    public var hit: Hit
    /// Oldest first.
    public var events: [HitEvent]
    /// What the searcher read, as far as it concerns the kind of record that the hit names; nil for a hit between two records, and once the check is erased. The
    /// other parties are told of what was read only, not where and in which matter it was checked.
    public var read: CheckRequest?
}

extension HitService {
    /// A hit, its steps and what was read on the firearm, in one read.
    /// - Throws: `RegistryError` `not-found`, also where the actor is no party to it.
    public func detail(of number: String, _ actor: Actor) async throws -> HitDetail {
        try Access.require(.readHits, actor)
        return try await context.database.read { connection in
            guard let hit = try HitStore.hit(number: number, actor, connection) else {
                throw RegistryError(.notFound, subject: number)
            }
            let check = try hit.check.flatMap { try CheckStore.check(id: $0, bureau: hit.searcherBureau, connection) }
            var read = check.map { $0.request.narrowed(to: hit.record.kind, year: $0.time.year) }
            if actor.bureau != hit.searcherBureau {
                read?.place = nil
                read?.device = nil
                read?.operation = nil
                read?.reference = nil
            }
            return HitDetail(hit: hit, events: try HitStore.events(of: hit.sequence, connection), read: read)
        }
    }
}

extension CheckRequest {
    /// Leaves out what a hit of a kind is not about: an owner of a vehicle need not learn who sat in it.
    fileprivate func narrowed(to kind: HitRecord.Kind, year: Int) -> CheckRequest {
        let subjects = CheckSubjects(self, year: year)
        var request = self
        request.zone = nil
        if kind != .firearm { request.firearm = nil }
        request.document = kind == .document ? subjects.documents.first : nil
        if kind != .vehicle { request.vehicle = nil }
        request.person = kind == .notice ? subjects.person : nil
        return request
    }
}
