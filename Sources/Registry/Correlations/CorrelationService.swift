import Storage

/// Ranked lists of marks, and the queue of correlations.
public struct CorrelationService: Sendable {
    let context: RegistryContext

    /// The longest page of a list.
    public static let longestPage = 200

    /// The marks that agree with a mark, best first, as far as the actor may know of them.
    /// - Parameters:
    ///   - rank: the list goes on after this rank; 0 for its beginning.
    ///   - limit: entries of the page, 1 to 200.
    /// - Throws: `RegistryError` `not-found`; `invalid` with every wrong field of the filter; `forbidden`.
    public func list(
        of number: MarkNumber, matching filter: CorrelationFilter = CorrelationFilter(), after rank: Int = 0,
        limit: Int = 50, _ actor: Actor
    ) async throws -> CorrelationList {
        try Access.require(.readExhibits, actor)
        try Self.refuseWrong(filter, after: rank, limit: limit)
        let today = CalendarDate(context.now())
        // Who has looked at which candidates is kept.
        try await context.write(actor) { connection in
            _ = try Self.found(number, actor, connection)
            try connection.journal("correlation.read", "mark:\(number)")
        }
        return try await context.database.read { connection in
            let (mark, exhibit) = try Self.found(number, actor, connection)
            let others = try CorrelationListStore.others(of: mark, in: exhibit, filter, on: today, actor, connection)
            let page = others.dropFirst(rank).prefix(limit)
            let job = try CorrelationStore.job(ofMark: mark.sequence, connection)
            return CorrelationList(
                mark: mark, exhibit: exhibit, job: job,
                entries: try page.enumerated().compactMap { place, other in
                    try CorrelationListStore.entry(
                        rank: rank + place + 1, other: other, of: mark, in: exhibit, on: today, actor, connection
                    )
                },
                count: others.count, next: rank + page.count < others.count ? rank + page.count : nil,
                gaps: try job.map {
                    try CorrelationListStore.gaps(of: $0.sequence, in: exhibit, on: today, actor, connection)
                } ?? []
            )
        }
    }

    // MARK: The queue

    /// Jobs whose marks the actor may know of, the latest first.
    /// - Parameters:
    ///   - before: `CorrelationJob.sequence` of the last job of the page before; nil for the first page.
    public func jobs(
        matching filter: CorrelationQueueFilter = CorrelationQueueFilter(), before: Int64? = nil, limit: Int = 100,
        _ actor: Actor
    ) async throws -> [CorrelationJob] {
        try Access.require(.readExhibits, actor)
        let limit = min(max(1, limit), Self.longestPage)
        return try await context.database.read {
            try CorrelationStore.jobs(filter, before: before, limit: limit, actor, $0)
        }
    }

    /// How many jobs the actor's bureau has in each state but `done`.
    public func counts(_ actor: Actor) async throws -> [CorrelationJob.State: Int] {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { try CorrelationStore.counts(actor, $0) }
    }

    /// The job of a mark's current preparation.
    /// - Throws: `RegistryError` `not-found` where there is none, too.
    public func job(of number: MarkNumber, _ actor: Actor) async throws -> CorrelationJob {
        try Access.require(.readExhibits, actor)
        return try await context.database.read { connection in
            let (mark, _) = try Self.found(number, actor, connection)
            guard let job = try CorrelationStore.job(ofMark: mark.sequence, connection) else {
                throw RegistryError(.notFound, subject: number.description)
            }
            return job
        }
    }

    /// Correlates a mark of the actor's bureau again, or for the first time. What was compared before by the same
    /// method is kept.
    /// - Throws: `RegistryError` `illegal-state` for a mark without a preparation.
    @discardableResult
    public func request(
        _ number: MarkNumber, priority: CorrelationJob.Priority? = nil, _ actor: Actor
    ) async throws -> CorrelationJob {
        try await control(number, actor) { mark, _, connection in
            guard mark.currentPreparation != nil else { throw Self.illegal(number, "request", now: "unprepared") }
            try CorrelationStore.enqueue(mark: mark.sequence, priority: priority, connection)
        }
    }

    /// Stops a job that waits or runs; a worker that has it ends within its next heartbeat.
    public func cancel(_ number: MarkNumber, _ actor: Actor) async throws -> CorrelationJob {
        try await control(number, actor) { _, job, connection in
            guard let job, job.state.isOpen else { throw Self.illegal(number, "cancel", now: job?.state.rawValue) }
            try CorrelationStore.cancel(job, at: connection.time, connection)
            try connection.journal("correlation.cancel", "mark:\(number)")
        }
    }

    /// Puts a job that failed or was cancelled into the queue again.
    public func retry(_ number: MarkNumber, _ actor: Actor) async throws -> CorrelationJob {
        try await control(number, actor) { mark, job, connection in
            guard let job, [.failed, .cancelled].contains(job.state) else {
                throw Self.illegal(number, "retry", now: job?.state.rawValue)
            }
            try CorrelationStore.enqueue(mark: mark.sequence, connection)
        }
    }

    /// Changes how soon a job is taken.
    public func prioritise(
        _ number: MarkNumber, _ priority: CorrelationJob.Priority, _ actor: Actor
    ) async throws -> CorrelationJob {
        try await control(number, actor) { _, job, connection in
            guard let job, job.state == .waiting else {
                throw Self.illegal(number, "priority", now: job?.state.rawValue)
            }
            try CorrelationStore.setPriority(priority, of: job, connection)
            try connection.journal("correlation.prioritise", "mark:\(number)", ["priority": priority.name])
        }
    }

    // MARK: Shared steps

    /// Refuses a page of a list that cannot be asked for, with every wrong field.
    static func refuseWrong(_ filter: CorrelationFilter, after rank: Int, limit: Int) throws {
        var failures = filter.failures
        if rank < 0 { failures.append(FieldFailure("after", "invalid", value: "\(rank)")) }
        if !(1...longestPage).contains(limit) {
            failures.append(
                FieldFailure(
                    "limit", "out-of-range", value: "\(limit)",
                    arguments: ["minimum": "1", "maximum": "\(longestPage)"]
                ))
        }
        guard failures.isEmpty else { throw RegistryError(.invalid, failures: failures) }
    }

    /// One change of the queue by the owner of the mark.
    private func control(
        _ number: MarkNumber, _ actor: Actor,
        _ body: @escaping @Sendable (Mark, CorrelationJob?, JournalledConnection) throws -> Void
    ) async throws -> CorrelationJob {
        try Access.require(.writeExhibits, actor)
        return try await context.write(actor) { connection in
            let (mark, exhibit) = try Self.found(number, actor, connection)
            guard Access.mayChange(exhibitOf: exhibit.bureau, actor) else {
                throw RegistryError(.forbidden, subject: number.description)
            }
            try body(mark, try CorrelationStore.job(ofMark: mark.sequence, connection), connection)
            guard let job = try CorrelationStore.job(ofMark: mark.sequence, connection) else {
                throw RegistryError(.notFound, subject: number.description)
            }
            return job
        }
    }

    private static func found(
        _ number: MarkNumber, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> (mark: Mark, exhibit: Exhibit) {
        guard let mark = try MarkStore.mark(number, actor, connection),
            let exhibit = try ExhibitStore.exhibit(number.exhibit, actor, connection)
        else { throw RegistryError(.notFound, subject: number.description) }
        return (mark, exhibit)
    }

    private static func illegal(_ number: MarkNumber, _ step: String, now: String?) -> RegistryError {
        RegistryError(
            .illegalState, subject: number.description,
            failures: [FieldFailure("state", "not-allowed", value: step, arguments: ["now": now ?? "none"])]
        )
    }
}
