import Storage
import Surfaces

/// Scans that wait to be prepared, each taken by one worker at a time.
enum PreparationJobStore {
    /// One preparation to be made.
    struct Job: Sendable {
        var sequence: Int64
        var scan: Int64
        var region: MaskShape?
        var askedBy: String
        var bureau: String
        /// How often it was begun, this time included.
        var attempts: Int
    }

    static func insert(
        scan: Int64, region: MaskShape?, _ connection: JournalledConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO preparation_jobs(scan, region, asked_by, bureau, asked_at, attempts, taken_until)
            VALUES (?, ?, ?, ?, ?, 0, 0)
            """,
            [
                .integer(scan), .optional(try region.map { try DocumentCoding.text($0) }),
                .text(connection.actor.name), .text(connection.actor.bureau), connection.time.databaseValue,
            ]
        )
    }

    /// The oldest job that nobody works at; nil where there is none.
    static func waiting(at now: Moment, _ connection: any ReadConnection) throws -> Int64? {
        try connection.first(
            "SELECT sequence FROM preparation_jobs WHERE taken_until <= ? ORDER BY sequence LIMIT 1",
            [now.databaseValue]
        ) { $0.integer(0) }
    }

    /// Takes a job until a moment; nil where another worker was quicker.
    static func take(
        _ sequence: Int64, until end: Moment, at now: Moment, _ connection: any WriteConnection
    ) throws -> Job? {
        try connection.first(
            """
            UPDATE preparation_jobs SET taken_until = ?, attempts = attempts + 1
            WHERE sequence = ? AND taken_until <= ?
            RETURNING sequence, scan, region, asked_by, bureau, attempts
            """,
            [end.databaseValue, .integer(sequence), now.databaseValue]
        ) { row in
            Job(
                sequence: row.integer(0), scan: row.integer(1),
                region: try row.optionalText(2).map { try DocumentCoding.value(MaskShape.self, from: $0) },
                askedBy: row.text(3), bureau: row.text(4), attempts: Int(row.integer(5))
            )
        }
    }

    /// Keeps a job for longer.
    static func extend(_ job: Job, until end: Moment, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE preparation_jobs SET taken_until = ? WHERE sequence = ? AND attempts = ?",
            [end.databaseValue, .integer(job.sequence), .integer(job.attempts)]
        )
    }

    /// Ends a job.
    /// - Returns: false where another worker has taken it meanwhile; its result counts.
    static func finish(_ job: Job, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute(
            "DELETE FROM preparation_jobs WHERE sequence = ? AND attempts = ?",
            [.integer(job.sequence), .integer(job.attempts)]
        ) > 0
    }

    /// Whether a preparation of a mark is still to be made.
    static func isWaiting(mark: Int64, _ connection: any ReadConnection) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM preparation_jobs j JOIN scans s ON s.sequence = j.scan WHERE s.mark = ? LIMIT 1",
            [.integer(mark)]
        )
    }
}
