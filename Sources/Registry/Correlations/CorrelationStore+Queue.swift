import Storage

extension CorrelationStore {
    /// Puts the current preparation of a mark into the queue, in the transaction that made it current.
    ///
    /// Asked for twice, it stands in the queue once. A job that is done is done again; one that runs is done again after
    /// its end. Jobs of earlier preparations of the mark are cancelled.
    /// - Parameters:
    ///   - mark: sequence of the mark; without a current preparation nothing happens.
    ///   - priority: nil leaves that of a job that is there already.
    static func enqueue(
        mark: Int64, priority: CorrelationJob.Priority? = nil, _ connection: JournalledConnection
    ) throws {
        guard let subject = try CorrelationScope.of(mark: mark, connection) else { return }
        try connection.execute(
            """
            UPDATE correlation_jobs SET state = 'cancelled', ended_at = ?
            WHERE mark = ? AND preparation <> ? AND state IN ('waiting', 'running')
            """,
            [connection.time.databaseValue, .integer(mark), .integer(subject.preparation)]
        )
        // What was compared for an earlier preparation is of no more use.
        try connection.execute(
            """
            DELETE FROM correlation_partials WHERE job IN \
            (SELECT sequence FROM correlation_jobs WHERE mark = ? AND preparation <> ?)
            """,
            [.integer(mark), .integer(subject.preparation)]
        )
        let added = try connection.execute(
            """
            INSERT INTO correlation_jobs (mark, preparation, state, priority, stage, progress, attempts, \
            is_asked_again, scope, queued_at) VALUES (?, ?, 'waiting', ?, '', 0, 0, 0, ?, ?)
            ON CONFLICT (preparation) DO NOTHING
            """,
            [
                .integer(mark), .integer(subject.preparation),
                .integer((priority ?? .normal).rawValue), .text(subject.scope.text), connection.time.databaseValue,
            ]
        )
        if added == 0 { try askAgain(subject, priority, connection) }
        try connection.journal("correlation.queue", "mark:\(subject.number)")
    }

    private static func askAgain(
        _ subject: CorrelationScope.Subject, _ priority: CorrelationJob.Priority?, _ connection: JournalledConnection
    ) throws {
        try connection.execute(
            """
            UPDATE correlation_jobs SET is_asked_again = 1, scope = ?
            WHERE preparation = ? AND state = 'running'
            """,
            [.text(subject.scope.text), .integer(subject.preparation)]
        )
        try connection.execute(
            """
            UPDATE correlation_jobs SET state = 'waiting', attempts = 0, progress = 0, stage = '', failure = NULL, \
            scope = ?, queued_at = ?, started_at = NULL, ended_at = NULL
            WHERE preparation = ? AND state IN ('done', 'failed', 'cancelled')
            """,
            [.text(subject.scope.text), connection.time.databaseValue, .integer(subject.preparation)]
        )
        if let priority {
            try connection.execute(
                "UPDATE correlation_jobs SET priority = ? WHERE preparation = ?",
                [.integer(priority.rawValue), .integer(subject.preparation)]
            )
        }
    }

    /// Takes the next job for a worker: the most urgent of those that wait and of those whose worker is not heard of.
    ///
    /// On PostgreSQL other workers skip the locked row; SQLite has one writer at a time.
    static func take(
        worker: String, silentSince: Moment, dialect: Dialect, at time: Moment, _ connection: any WriteConnection
    ) throws -> TakenCorrelation? {
        let found = try connection.first(
            """
            SELECT sequence, mark, preparation, attempts, state FROM correlation_jobs
            WHERE state IN ('waiting', 'running') AND (state = 'waiting' OR heartbeat_at < ?)
            ORDER BY priority DESC, sequence LIMIT 1\(dialect.workRowLockSuffix)
            """,
            [silentSince.databaseValue]
        ) { row in
            TakenCorrelation(
                job: row.integer(0), mark: row.integer(1), preparation: row.integer(2),
                attempts: Int(row.integer(3)) + 1, worker: worker
            )
        }
        guard let found else { return nil }
        try connection.execute(
            """
            UPDATE correlation_jobs SET state = 'running', worker = ?, attempts = ?, heartbeat_at = ?, started_at = ?, \
            stage = 'reading', progress = 0, is_asked_again = 0 WHERE sequence = ?
            """,
            [
                .text(worker), .integer(found.attempts), time.databaseValue, time.databaseValue, .integer(found.job),
            ]
        )
        return found
    }

    /// Tells that the worker lives and how far it has come; false when the job is no longer its own.
    static func beat(
        _ taken: TakenCorrelation, stage: CorrelationJob.Stage, progress: Double, at time: Moment,
        _ connection: any WriteConnection
    ) throws -> Bool {
        try connection.execute(
            """
            UPDATE correlation_jobs SET heartbeat_at = ?, stage = ?, progress = ?
            WHERE \(heldBy)
            """,
            [time.databaseValue, .text(stage.rawValue), .real(progress)] + taken.held
        ) > 0
    }

    /// Gives a job back unfinished, so that any worker may take it at once; its attempt does not count.
    static func release(_ taken: TakenCorrelation, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE correlation_jobs SET state = 'waiting', worker = NULL, heartbeat_at = NULL, stage = '', \
            attempts = attempts - 1 WHERE \(heldBy)
            """,
            taken.held
        )
    }

    /// Ends a job of the worker; false when it is no longer its own, and nothing may be written for it.
    static func end(
        _ taken: TakenCorrelation, as state: CorrelationJob.State, failure: CorrelationJob.Failure?, at time: Moment,
        _ connection: any WriteConnection
    ) throws -> Bool {
        let ended = try connection.execute(
            """
            UPDATE correlation_jobs SET state = CASE WHEN is_asked_again = 1 THEN 'waiting' ELSE ? END, \
            progress = CASE WHEN is_asked_again = 1 THEN 0 ELSE 1 END, attempts = 0, stage = '', worker = NULL, \
            heartbeat_at = NULL, ended_at = ?, failure = ?, is_asked_again = 0 WHERE \(heldBy)
            """,
            [
                .text(state.rawValue), time.databaseValue, .optional(try failure.map { try DocumentCoding.text($0) }),
            ] + taken.held
        )
        return ended > 0
    }

    /// Stops a job that waits or runs.
    static func cancel(_ job: CorrelationJob, at time: Moment, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE correlation_jobs SET state = 'cancelled', is_asked_again = 0, ended_at = ?
            WHERE sequence = ? AND state IN ('waiting', 'running')
            """,
            [time.databaseValue, .integer(job.sequence)]
        )
    }

    static func setPriority(
        _ priority: CorrelationJob.Priority, of job: CorrelationJob, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "UPDATE correlation_jobs SET priority = ? WHERE sequence = ?",
            [.integer(priority.rawValue), .integer(job.sequence)]
        )
    }

    private static let heldBy = "sequence = ? AND state = 'running' AND worker = ? AND attempts = ?"

    /// The job of a mark's current preparation.
    static func job(ofMark mark: Int64, _ connection: any ReadConnection) throws -> CorrelationJob? {
        try connection.first(
            "SELECT \(columns) FROM \(tables) WHERE j.mark = ? AND j.preparation = m.current_preparation",
            [.integer(mark)], job
        )
    }

    /// The jobs that the actor may know of, the latest asked for first.
    static func jobs(
        _ filter: CorrelationQueueFilter, before: Int64?, limit: Int, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [CorrelationJob] {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        var sql = "SELECT \(columns) FROM \(tables) WHERE \(rule.sql) AND j.preparation = m.current_preparation"
        var values = rule.values
        if let state = filter.state {
            sql += " AND j.state = ?"
            values.append(.text(state.rawValue))
        }
        if filter.isOwnOnly {
            sql += " AND e.bureau = ?"
            values.append(.text(actor.bureau))
        }
        if let before {
            sql += " AND j.sequence < ?"
            values.append(.integer(before))
        }
        return try connection.rows("\(sql) ORDER BY j.sequence DESC LIMIT ?", values + [.integer(limit)], job)
    }

    /// How many jobs of each state but `done` the actor's bureau has: those that are done are as many as its marks.
    static func counts(_ actor: Actor, _ connection: any ReadConnection) throws -> [CorrelationJob.State: Int] {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        let rows = try connection.rows(
            """
            SELECT j.state, COUNT(*) FROM \(tables)
            WHERE \(rule.sql) AND e.bureau = ? AND j.preparation = m.current_preparation
            AND j.state IN ('waiting', 'running', 'failed', 'cancelled') GROUP BY j.state
            """,
            rule.values + [.text(actor.bureau)]
        ) { (CorrelationJob.State(rawValue: $0.text(0)), Int($0.integer(1))) }
        return rows.reduce(into: [:]) { counts, row in if let state = row.0 { counts[state] = row.1 } }
    }
}

/// A job that a worker has taken. What it writes is accepted while no other has taken the job since.
struct TakenCorrelation: Sendable, Hashable {
    var job: Int64
    var mark: Int64
    var preparation: Int64
    var attempts: Int
    var worker: String

    /// The values of the condition that the job is still its own.
    var held: [DatabaseValue] { [.integer(job), .text(worker), .integer(attempts)] }
}
