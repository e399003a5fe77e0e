import Storage

extension CorrelationService {
    /// The exhibits of other cases that agree best with any mark of a case, best first, as far as the actor may know of
    /// them.
    /// - Parameters:
    ///   - number: the case; it is read by its own bureau alone.
    ///   - filter: distances are those from the event of the exhibit that a candidate agrees with.
    ///   - rank: the list goes on after this rank; 0 for its beginning.
    ///   - limit: entries of the page, 1 to 200.
    /// - Throws: `RegistryError` `not-found`; `invalid` with every wrong field of the filter; `forbidden`.
    public func list(
        ofCase number: String, matching filter: CorrelationFilter = CorrelationFilter(), after rank: Int = 0,
        limit: Int = 50, _ actor: Actor
    ) async throws -> CaseCorrelationList {
        try Access.require(.readExhibits, actor)
        try Self.refuseWrong(filter, after: rank, limit: limit)
        let today = CalendarDate(context.now())
        // Who has looked at which candidates is kept.
        try await context.write(actor) { connection in
            let found = try CaseService.found(number, actor, connection)
            try connection.journal("correlation.read", "case:\(found.number)")
        }
        return try await context.database.read { connection in
            let found = try CaseService.found(number, actor, connection)
            let marks = try CaseCorrelationStore.marks(of: found, actor, connection)
            let pairs = try CaseCorrelationStore.pairs(of: found, marks, filter, on: today, actor, connection)
            let page = pairs.dropFirst(rank).prefix(limit)
            return CaseCorrelationList(
                forensicCase: found,
                entries: try page.enumerated().compactMap { place, pair in
                    try CorrelationListStore.entry(
                        rank: rank + place + 1, other: pair.other, of: pair.own.mark, in: pair.own.exhibit, on: today,
                        actor, connection
                    ).map { CaseCorrelationEntry(mark: pair.own.mark, exhibit: pair.own.exhibit, candidate: $0) }
                },
                count: pairs.count, next: rank + page.count < pairs.count ? rank + page.count : nil,
                comparedMarks: marks.count,
                pendingMarks: try CaseCorrelationStore.pending(of: found, actor, connection)
            )
        }
    }
}
