import DelimitedText
import Storage

/// Imports, their verdicts and saved mappings in the database.
enum ImportStore {
    static let migration = Migration(name: "imports") { dialect in
        [
            """
            CREATE TABLE imports (
                id \(dialect.blobType) PRIMARY KEY NOT NULL,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                account TEXT NOT NULL,
                file_name TEXT NOT NULL,
                blob TEXT NOT NULL,
                size BIGINT NOT NULL,
                format TEXT NOT NULL,
                headings TEXT NOT NULL,
                samples TEXT NOT NULL,
                mapping TEXT NOT NULL,
                state TEXT NOT NULL,
                progress TEXT NOT NULL,
                failure TEXT,
                created_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX imports_by_bureau ON imports(bureau, created_at)",
            """
            CREATE TABLE import_verdicts (
                import \(dialect.blobType) NOT NULL REFERENCES imports(id),
                place INTEGER NOT NULL,
                line INTEGER NOT NULL,
                refused INTEGER NOT NULL,
                failures TEXT NOT NULL,
                fields TEXT NOT NULL,
                PRIMARY KEY (import, place)
            )
            """,
            """
            CREATE TABLE import_mappings (
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                headings TEXT NOT NULL,
                mapping TEXT NOT NULL,
                PRIMARY KEY (bureau, headings)
            )
            """,
        ]
    }

    // MARK: Jobs

    private static let columns = """
        id, bureau, account, file_name, blob, size, format, headings, samples, mapping, state, progress, failure, \
        created_at
        """

    private static func job(_ row: any ResultRow) throws -> ImportJob {
        guard let blob = BlobHash(row.text(4)) else { throw RegistryError(.notFound, subject: row.text(4)) }
        return try ImportJob(
            id: row.identifier(0), bureau: row.text(1), user: row.text(2), fileName: row.text(3), blob: blob,
            size: row.integer(5), format: DocumentCoding.value(DelimitedFormat.self, from: row.text(6)),
            headings: DocumentCoding.value([String].self, from: row.text(7)),
            samples: DocumentCoding.value([[String]].self, from: row.text(8)),
            mapping: DocumentCoding.value(ImportMapping.self, from: row.text(9)),
            state: ImportState(rawValue: row.text(10)) ?? .failed,
            progress: DocumentCoding.value(ImportProgress.self, from: row.text(11)),
            failure: row.optionalText(12), createdAt: row.moment(13)
        )
    }

    static func insert(_ job: ImportJob, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO imports(\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                job.id.databaseValue, .text(job.bureau), .text(job.user), .text(job.fileName),
                .text(job.blob.description), .integer(job.size), .text(try DocumentCoding.text(job.format)),
                .text(try DocumentCoding.text(job.headings)), .text(try DocumentCoding.text(job.samples)),
                .text(try DocumentCoding.text(job.mapping)), .text(job.state.rawValue),
                .text(try DocumentCoding.text(job.progress)), .optional(job.failure), job.createdAt.databaseValue,
            ]
        )
    }

    static func job(_ id: Identifier, bureau: String, _ connection: any ReadConnection) throws -> ImportJob? {
        try connection.first(
            "SELECT \(columns) FROM imports WHERE id = ? AND bureau = ?", [id.databaseValue, .text(bureau)], job
        )
    }

    static func latest(bureau: String, limit: Int, _ connection: any ReadConnection) throws -> [ImportJob] {
        try connection.rows(
            "SELECT \(columns) FROM imports WHERE bureau = ? ORDER BY created_at DESC LIMIT ?",
            [.text(bureau), .integer(limit)], job
        )
    }

    /// Imports that were at work when the program stopped, whoever's they are.
    static func interrupted(_ connection: any ReadConnection) throws -> [ImportJob] {
        try connection.rows(
            "SELECT \(columns) FROM imports WHERE state IN ('trying', 'running') ORDER BY created_at", [], job
        )
    }

    /// The latest running import of the same file by the same bureau, to be resumed.
    static func running(blob: BlobHash, bureau: String, _ connection: any ReadConnection) throws -> ImportJob? {
        try connection.first(
            "SELECT \(columns) FROM imports WHERE blob = ? AND bureau = ? AND state = 'running' ORDER BY created_at DESC",
            [.text(blob.description), .text(bureau)], job
        )
    }

    static func state(_ id: Identifier, _ connection: any ReadConnection) throws -> ImportState? {
        try connection.first("SELECT state FROM imports WHERE id = ?", [id.databaseValue]) {
            ImportState(rawValue: $0.text(0))
        } ?? nil
    }

    static func progress(_ id: Identifier, _ connection: any ReadConnection) throws -> ImportProgress? {
        try connection.first("SELECT progress FROM imports WHERE id = ?", [id.databaseValue]) {
            try DocumentCoding.value(ImportProgress.self, from: $0.text(0))
        }
    }

    static func setMapping(_ mapping: ImportMapping, _ id: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE imports SET mapping = ? WHERE id = ?",
            [.text(try DocumentCoding.text(mapping)), id.databaseValue]
        )
    }

    static func setState(
        _ state: ImportState, failure: String? = nil, _ id: Identifier, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            "UPDATE imports SET state = ?, failure = ? WHERE id = ?",
            [.text(state.rawValue), .optional(failure), id.databaseValue]
        )
    }

    static func setProgress(_ progress: ImportProgress, _ id: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE imports SET progress = ? WHERE id = ?",
            [.text(try DocumentCoding.text(progress)), id.databaseValue]
        )
    }

    // MARK: Verdicts

    static func insert(_ verdict: ImportVerdict, _ id: Identifier, _ connection: any WriteConnection) throws {
        try connection.execute(
            "INSERT INTO import_verdicts(import, place, line, refused, failures, fields) VALUES (?, ?, ?, ?, ?, ?)",
            [
                id.databaseValue, .integer(verdict.row), .integer(verdict.line), .flag(verdict.isRefused),
                .text(try DocumentCoding.text(verdict.failures)), .text(try DocumentCoding.text(verdict.fields)),
            ]
        )
    }

    /// Forgets what the last pass found.
    static func deleteVerdicts(_ id: Identifier, _ connection: any WriteConnection) throws {
        try ImportUnderstandingStore.delete(id, connection)
        try connection.execute("DELETE FROM import_verdicts WHERE import = ?", [id.databaseValue])
    }

    static func verdicts(
        _ id: Identifier, refusedOnly: Bool, after row: Int, limit: Int, _ connection: any ReadConnection
    ) throws -> [ImportVerdict] {
        try connection.rows(
            """
            SELECT place, line, refused, failures, fields FROM import_verdicts
            WHERE import = ? AND place > ? AND refused >= ? ORDER BY place LIMIT ?
            """,
            [id.databaseValue, .integer(row), .flag(refusedOnly), .integer(limit)]
        ) { row in
            try ImportVerdict(
                row: Int(row.integer(0)), line: Int(row.integer(1)), isRefused: row.flag(2),
                failures: DocumentCoding.value([FieldFailure].self, from: row.text(3)),
                fields: DocumentCoding.value([String].self, from: row.text(4))
            )
        }
    }

    // MARK: Saved mappings

    static func saveMapping(
        _ mapping: ImportMapping, headings: [String], bureau: String, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO import_mappings(bureau, headings, mapping) VALUES (?, ?, ?)
            ON CONFLICT(bureau, headings) DO UPDATE SET mapping = excluded.mapping
            """,
            [
                .text(bureau), .text(try DocumentCoding.text(headings.map(ImportMapping.compared))),
                .text(try DocumentCoding.text(mapping)),
            ]
        )
    }

    static func savedMapping(
        headings: [String], bureau: String, _ connection: any ReadConnection
    ) throws -> ImportMapping? {
        try connection.first(
            "SELECT mapping FROM import_mappings WHERE bureau = ? AND headings = ?",
            [.text(bureau), .text(try DocumentCoding.text(headings.map(ImportMapping.compared)))]
        ) { try DocumentCoding.value(ImportMapping.self, from: $0.text(0)) }
    }
}
