import Storage
import Surfaces

/// Scans in the database, and the work that waits for them.
enum ScanStore {
    static let migration = Migration(name: "scan preparation") { dialect in
        [
            "ALTER TABLE scans ADD COLUMN reading TEXT",
            "ALTER TABLE scans ADD COLUMN description TEXT",
            "ALTER TABLE scans ADD COLUMN picture TEXT",
            "ALTER TABLE scans ADD COLUMN marked_picture TEXT",
            """
            CREATE TABLE preparation_jobs (
                sequence \(dialect.identityColumn),
                scan BIGINT NOT NULL REFERENCES scans(sequence),
                region TEXT,
                asked_by TEXT NOT NULL,
                bureau TEXT NOT NULL,
                asked_at BIGINT NOT NULL,
                attempts INTEGER NOT NULL,
                taken_until BIGINT NOT NULL
            )
            """,
            "CREATE INDEX preparation_jobs_by_scan ON preparation_jobs(scan)",
            """
            CREATE TABLE scan_uploads (
                id \(dialect.blobType) PRIMARY KEY NOT NULL,
                bureau TEXT NOT NULL,
                user_id \(dialect.blobType) NOT NULL,
                target TEXT NOT NULL,
                file_name TEXT NOT NULL,
                size BIGINT NOT NULL,
                created_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX scan_uploads_by_age ON scan_uploads(created_at)",
        ]
    }

    private static let columns = """
        s.sequence, s.mark, s.blob, s.file_name, s.size, s.state, s.findings, s.instrument, s.uploaded_by, \
        s.uploaded_at, s.description, s.picture, s.marked_picture
        """

    private static func scan(_ row: any ResultRow) throws -> Scan {
        Scan(
            sequence: row.integer(0), mark: row.integer(1), blob: try row.blobHash(2), fileName: row.text(3),
            size: Int(row.integer(4)), state: Scan.State(rawValue: row.text(5)) ?? .waiting,
            findings: try DocumentCoding.value([ScanFinding].self, from: row.text(6)),
            instrument: row.optionalText(7), uploadedBy: row.text(8), uploadedAt: row.moment(9),
            description: try row.optionalText(10).map { try DocumentCoding.value(ScanDescription.self, from: $0) },
            picture: row.isNull(11) ? nil : try row.blobHash(11),
            markedPicture: row.isNull(12) ? nil : try row.blobHash(12)
        )
    }

    /// The scans of a mark that the caller has read under the rule of its exhibit, the latest first.
    static func scans(of mark: Int64, _ connection: any ReadConnection) throws -> [Scan] {
        try connection.rows(
            "SELECT \(columns) FROM scans s WHERE s.mark = ? ORDER BY s.sequence DESC", [.integer(mark)], scan
        )
    }

    /// A scan whoever asks; for the work behind, and for callers who have read its mark.
    static func scan(_ sequence: Int64, _ connection: any ReadConnection) throws -> Scan? {
        try connection.first("SELECT \(columns) FROM scans s WHERE s.sequence = ?", [.integer(sequence)], scan)
    }

    /// Other marks that have the very same file, as far as the actor may know of their exhibits.
    static func marks(
        withBlob blob: BlobHash, except mark: Int64, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [MarkNumber] {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        return try connection.rows(
            """
            SELECT DISTINCT e.number, m.place FROM scans s JOIN marks m ON m.sequence = s.mark
                JOIN exhibits e ON e.sequence = m.exhibit
            WHERE s.blob = ? AND m.sequence <> ? AND \(rule.sql) ORDER BY e.number, m.place LIMIT 50
            """,
            [blob.databaseValue, .integer(mark)] + rule.values
        ) { MarkNumber(exhibit: $0.text(0), place: Int($0.integer(1))) }
    }

    /// What was stated about a file that does not say it itself.
    static func reading(of scan: Int64, _ connection: any ReadConnection) throws -> ScanReading {
        let text = try connection.first(
            "SELECT reading FROM scans WHERE sequence = ?", [.integer(scan)]
        ) { $0.optionalText(0) }
        return try (text ?? nil).map { try DocumentCoding.value(ScanReading.self, from: $0) } ?? ScanReading()
    }

    static func insert(
        blob: BlobHash, fileName: String, size: Int, reading: ScanReading, of mark: Int64, by user: String,
        at now: Moment, _ connection: any WriteConnection
    ) throws -> Int64 {
        let sequence = try connection.first(
            """
            INSERT INTO scans(mark, blob, file_name, size, state, findings, uploaded_by, uploaded_at, reading)
            VALUES (?, ?, ?, ?, ?, '[]', ?, ?, ?) RETURNING sequence
            """,
            [
                .integer(mark), blob.databaseValue, .text(fileName), .integer(size),
                .text(Scan.State.waiting.rawValue), .text(user), now.databaseValue,
                .text(try DocumentCoding.text(reading)),
            ]
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: fileName) }
        return sequence
    }

    /// Keeps what was found out about a scan.
    static func update(_ scan: Scan, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            UPDATE scans SET state = ?, findings = ?, instrument = ?, description = ?, picture = ?, marked_picture = ?
            WHERE sequence = ?
            """,
            [
                .text(scan.state.rawValue), .text(try DocumentCoding.text(scan.findings)),
                .optional(scan.instrument), .optional(try scan.description.map { try DocumentCoding.text($0) }),
                .optional(scan.picture?.description), .optional(scan.markedPicture?.description),
                .integer(scan.sequence),
            ]
        )
    }
}
