import Firearms
import Storage

/// Records of documents and vehicles in the database: the present version, the superseded ones, and the keys that find
/// them. All kinds stand in the same tables, so that one row rule and one kind of hit serve them all.
enum ObjectStore {
    static let migration = Migration(name: "records of documents and vehicles") { dialect in
        [
            """
            CREATE TABLE object_records (
                sequence \(dialect.identityColumn),
                kind TEXT NOT NULL,
                number TEXT NOT NULL UNIQUE,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                status TEXT NOT NULL,
                class TEXT NOT NULL,
                handling INTEGER NOT NULL,
                hidden_from TEXT NOT NULL,
                retention_until TEXT,
                version INTEGER NOT NULL,
                document TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX object_records_by_kind ON object_records(kind, sequence)",
            """
            CREATE INDEX object_records_by_retention ON object_records(kind, retention_until)
            WHERE status IN ('active', 'located')
            """,
            """
            CREATE TABLE object_versions (
                record BIGINT NOT NULL REFERENCES object_records(sequence),
                version INTEGER NOT NULL,
                status TEXT NOT NULL,
                document TEXT NOT NULL,
                changed_at BIGINT NOT NULL,
                changed_by TEXT NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (record, version)
            )\(dialect.clusteredTableSuffix)
            """,
            """
            CREATE TABLE object_keys (
                kind INTEGER NOT NULL,
                folded \(dialect.keyTextType) NOT NULL,
                record BIGINT NOT NULL,
                PRIMARY KEY (kind, folded, record)
            )\(dialect.clusteredTableSuffix)
            """,
        ]
    }

    /// The index in memory follows changes by record.
    static let keysByRecordMigration = Migration(name: "keys of documents and vehicles by record") { _ in
        ["CREATE INDEX object_keys_by_record ON object_keys(record)"]
    }

    static let columns =
        "r.sequence, r.number, r.bureau, r.status, r.version, r.created_at, r.changed_at, r.document"
    /// How many columns there are.
    static let width = 8

    static func record<Object: RecordedObject>(_ row: any ResultRow) throws -> ObjectRecord<Object> {
        try ObjectRecord(
            sequence: row.integer(0), number: row.text(1), bureau: row.text(2),
            status: RecordStatus(rawValue: row.text(3)) ?? .active, version: Int(row.integer(4)),
            createdAt: row.moment(5), changedAt: row.moment(6),
            content: DocumentCoding.value(ObjectContent<Object>.self, from: row.text(7))
        )
    }

    /// The record as a reader sees it: only its owner is told from whom it is hidden, because a list of excluded
    /// countries says what the owner fears.
    static func shown<Object>(_ record: ObjectRecord<Object>, to actor: Actor) -> ObjectRecord<Object> {
        guard record.bureau != actor.bureau else { return record }
        var record = record
        record.content.hiddenFrom = nil
        return record
    }

    // MARK: Writing

    private static func values<Object>(_ content: ObjectContent<Object>) throws -> [DatabaseValue] {
        [
            .text(content.recordClass.rawValue), .integer(Int64(content.handling.rank)),
            .text(AccessStore.hiddenFromColumn(content.hiddenFrom ?? [])),
            .optional(content.retentionUntil?.description), .text(try DocumentCoding.text(content)),
        ]
    }

    /// Adds a record and its keys.
    /// - Returns: the row's sequence.
    static func insert<Object>(
        number: String, bureau: String, _ content: ObjectContent<Object>, at now: Moment,
        _ connection: any WriteConnection
    ) throws -> Int64 {
        let sequence = try connection.first(
            """
            INSERT INTO object_records(kind, number, bureau, status, version, created_at, changed_at, class, handling,
                hidden_from, retention_until, document)
            VALUES (?, ?, ?, 'active', 1, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence
            """,
            [
                .text(Object.kind.rawValue), .text(number), .text(bureau), now.databaseValue, now.databaseValue,
            ] + values(content)
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: number) }
        try insertKeys(content.object.keys, of: sequence, connection)
        return sequence
    }

    /// Puts a new version in place of the present one, which moves to the history.
    static func replace<Object>(
        _ record: ObjectRecord<Object>, status: RecordStatus, with content: ObjectContent<Object>, by user: String,
        reason: String, at now: Moment, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO object_versions(record, version, status, document, changed_at, changed_by, reason)
            SELECT sequence, version, status, document, changed_at, ?, ? FROM object_records WHERE sequence = ?
            """,
            [.text(user), .text(reason), .integer(record.sequence)]
        )
        try connection.execute(
            """
            UPDATE object_records SET status = ?, version = version + 1, changed_at = ?, class = ?, handling = ?,
                hidden_from = ?, retention_until = ?, document = ?
            WHERE sequence = ?
            """,
            [.text(status.rawValue), now.databaseValue] + values(content) + [.integer(record.sequence)]
        )
        let (old, new) = (Set(record.content.object.keys), Set(content.object.keys))
        for key in old.subtracting(new) {
            try connection.execute(
                "DELETE FROM object_keys WHERE kind = ? AND folded = ? AND record = ?",
                [.integer(key.kind.rawValue), .text(key.folded), .integer(record.sequence)]
            )
        }
        try insertKeys(new.subtracting(old), of: record.sequence, connection)
    }

    private static func insertKeys(
        _ keys: some Sequence<ObjectKey>, of record: Int64, _ connection: any WriteConnection
    ) throws {
        for key in Set(keys) {
            try connection.execute(
                "INSERT INTO object_keys(kind, folded, record) VALUES (?, ?, ?)",
                [.integer(key.kind.rawValue), .text(key.folded), .integer(record)]
            )
        }
    }
}
