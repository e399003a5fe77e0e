import Storage

extension ExaminationService {
    /// What laboratories did: that of the actor's bureau; to the coordination centre's coordinators, each of those that
    /// have entered exhibits.
    public func statistics(_ span: StatisticsSpan, _ actor: Actor) async throws
        -> [LaboratoryStatistics]
    {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            let isCentre = actor.isCoordinationCentre && actor.role == .coordinator
            let bureaus = isCentre ? try BureauStore.bureaus(connection).map(\.code) : [actor.bureau]
            let all = try bureaus.map { try Self.statistics(of: $0, span, actor, connection) }
            return isCentre ? all.filter { $0.entries + $0.leads + $0.hits > 0 } : all
        }
    }

    private static func statistics(
        of bureau: String, _ span: StatisticsSpan, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> LaboratoryStatistics {
        let links = try StatisticsStore.links(of: bureau, actor, connection)
        let leads = links.filter { span.contains($0.leadAt) }
        let confirmed = links.filter { $0.hitAt.map(span.contains) ?? false }
        let ranks = try confirmed.filter { $0.standing == .hit }.map {
            try StatisticsStore.rank(of: $0, actor, connection)
        }
        return LaboratoryStatistics(
            bureau: bureau, entries: try StatisticsStore.entries(of: bureau, span, actor, connection),
            leads: leads.count, hits: try StatisticsStore.hits(of: bureau, span, actor, connection),
            refuted: links.filter { $0.standing == .refuted && span.contains($0.since) }.count,
            entryToCorrelation: median(leads.compactMap { link in link.correlatedAt?.seconds(since: link.enteredAt) }),
            entryToLead: median(leads.map { $0.leadAt.seconds(since: $0.enteredAt) }),
            leadToHit: median(confirmed.compactMap { link in link.hitAt?.seconds(since: link.leadAt) }),
            recall: LaboratoryStatistics.ranks.map { rank in
                RecallAtRank(
                    rank: rank, found: Proportion(ranks.count { $0.map { $0 <= rank } ?? false }, of: ranks.count)
                )
            }
        )
    }

    /// The middle value, or the mean of the two in the middle; nil of none.
    static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
