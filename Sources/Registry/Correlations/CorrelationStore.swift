import Storage
import Toolmarks

/// The queue of correlations and the pairs they found, in the database.
enum CorrelationStore {
    static let migration = Migration(name: "correlations") { dialect in
        [
            """
            CREATE TABLE correlation_jobs (
                sequence \(dialect.identityColumn),
                mark BIGINT NOT NULL REFERENCES marks(sequence),
                preparation BIGINT NOT NULL UNIQUE REFERENCES mark_preparations(sequence),
                state TEXT NOT NULL,
                priority INTEGER NOT NULL,
                stage TEXT NOT NULL,
                progress DOUBLE PRECISION NOT NULL,
                attempts INTEGER NOT NULL,
                is_asked_again INTEGER NOT NULL,
                scope TEXT NOT NULL,
                worker TEXT,
                heartbeat_at BIGINT,
                queued_at BIGINT NOT NULL,
                started_at BIGINT,
                ended_at BIGINT,
                failure TEXT
            )
            """,
            """
            CREATE INDEX correlation_jobs_open ON correlation_jobs(priority, sequence)
            WHERE state IN ('waiting', 'running')
            """,
            "CREATE INDEX correlation_jobs_by_mark ON correlation_jobs(mark)",
            """
            CREATE TABLE correlation_pairs (
                first_mark BIGINT NOT NULL REFERENCES marks(sequence),
                second_mark BIGINT NOT NULL REFERENCES marks(sequence),
                first_preparation BIGINT NOT NULL,
                second_preparation BIGINT NOT NULL,
                score DOUBLE PRECISION NOT NULL,
                agreeing INTEGER NOT NULL,
                screening DOUBLE PRECISION NOT NULL,
                found_at BIGINT NOT NULL,
                document TEXT NOT NULL,
                PRIMARY KEY (first_mark, second_mark)
            )\(dialect.clusteredTableSuffix)
            """,
            "CREATE INDEX correlation_pairs_by_second ON correlation_pairs(second_mark, first_mark)",
            """
            CREATE TABLE correlation_partials (
                job BIGINT NOT NULL REFERENCES correlation_jobs(sequence),
                mark BIGINT NOT NULL,
                preparation BIGINT NOT NULL,
                document TEXT NOT NULL,
                PRIMARY KEY (job, mark)
            )\(dialect.clusteredTableSuffix)
            """,
            """
            CREATE TABLE correlation_gaps (
                job BIGINT NOT NULL REFERENCES correlation_jobs(sequence),
                mark BIGINT NOT NULL REFERENCES marks(sequence),
                reason TEXT NOT NULL,
                PRIMARY KEY (job, mark)
            )\(dialect.clusteredTableSuffix)
            """,
            """
            CREATE TABLE mark_signatures (
                preparation BIGINT NOT NULL,
                method TEXT NOT NULL,
                signature \(dialect.blobType) NOT NULL,
                PRIMARY KEY (preparation, method)
            )\(dialect.clusteredTableSuffix)
            """,
        ]
    }

    /// Indexes in the order in which jobs are taken, and for counting those that are not done: with a hundred thousand
    /// jobs neither may look at all of them.
    static let orderMigration = Migration(name: "correlation order") { _ in
        [
            "DROP INDEX correlation_jobs_open",
            """
            CREATE INDEX correlation_jobs_in_turn ON correlation_jobs(priority DESC, sequence)
            WHERE state IN ('waiting', 'running')
            """,
            "CREATE INDEX correlation_jobs_by_state ON correlation_jobs(state, sequence)",
        ]
    }

    /// Columns of a job `j` joined with its mark `m` and exhibit `e`.
    static let columns = """
        j.sequence, e.number, m.place, e.bureau, j.preparation, j.state, j.priority, j.stage, j.progress, j.attempts, \
        j.queued_at, j.started_at, j.ended_at, j.failure
        """

    /// What `columns` are read from.
    static let tables = """
        correlation_jobs j JOIN marks m ON m.sequence = j.mark JOIN exhibits e ON e.sequence = m.exhibit
        """

    static func job(_ row: any ResultRow) throws -> CorrelationJob {
        let state = CorrelationJob.State(rawValue: row.text(5)) ?? .failed
        return CorrelationJob(
            sequence: row.integer(0), mark: MarkNumber(exhibit: row.text(1), place: Int(row.integer(2))),
            bureau: row.text(3), preparation: row.integer(4), state: state,
            priority: CorrelationJob.Priority(rawValue: Int(row.integer(6))) ?? .normal,
            stage: state == .running ? CorrelationJob.Stage(rawValue: row.text(7)) : nil, progress: row.real(8),
            attempts: Int(row.integer(9)), queuedAt: row.moment(10), startedAt: row.optionalMoment(11),
            endedAt: row.optionalMoment(12),
            failure: try row.optionalText(13).map { try DocumentCoding.value(CorrelationJob.Failure.self, from: $0) }
        )
    }
}
