import Firearms
import Matching
import Storage

/// Firearm records in the database: the present version, the superseded ones, and the keys that find them.
enum RecordStore {
    static let migration = Migration(name: "firearm records") { dialect in
        [
            """
            CREATE TABLE record_counters (
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                series TEXT NOT NULL,
                last BIGINT NOT NULL,
                PRIMARY KEY (bureau, series)
            )
            """,
            """
            CREATE TABLE firearm_records (
                sequence \(dialect.identityColumn),
                id \(dialect.blobType) NOT NULL,
                number TEXT NOT NULL UNIQUE,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                class TEXT NOT NULL,
                status TEXT NOT NULL,
                handling INTEGER NOT NULL,
                hidden_from TEXT NOT NULL,
                retention_until TEXT,
                version INTEGER NOT NULL,
                serial TEXT NOT NULL,
                make TEXT NOT NULL,
                make_code TEXT,
                model TEXT NOT NULL,
                calibre TEXT NOT NULL,
                calibre_code TEXT,
                type TEXT,
                country TEXT,
                document TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                changed_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE record_versions (
                record BIGINT NOT NULL REFERENCES firearm_records(sequence),
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
            CREATE TABLE serial_keys (
                kind INTEGER NOT NULL,
                folded \(dialect.keyTextType) NOT NULL,
                normalised \(dialect.keyTextType) NOT NULL,
                record BIGINT NOT NULL,
                PRIMARY KEY (kind, folded, normalised, record)
            )\(dialect.clusteredTableSuffix)
            """,
            """
            CREATE INDEX firearm_records_by_retention ON firearm_records(retention_until)
            WHERE status IN ('active', 'located')
            """,
        ]
    }

    /// What the number index keeps beside each number; -1 for a record that is not searched any more.
    static let traitsMigration = Migration(name: "traits of recorded numbers") { _ in
        ["ALTER TABLE serial_keys ADD COLUMN traits BIGINT NOT NULL DEFAULT 0"]
    }

    static let columns = """
        r.sequence, r.number, r.bureau, r.class, r.status, r.handling, r.serial, r.make, r.make_code, r.model, \
        r.calibre, r.calibre_code, r.type, r.country, r.changed_at
        """

    static func summary(_ row: any ResultRow) -> RecordSummary {
        RecordSummary(
            sequence: row.integer(0), number: row.text(1), bureau: row.text(2),
            recordClass: RecordClass(rawValue: row.text(3)) ?? .lost,
            status: RecordStatus(rawValue: row.text(4)) ?? .active,
            handling: HandlingLevel(rank: Int(row.integer(5))), serial: row.text(6), make: row.text(7),
            makeCode: row.optionalText(8), model: row.text(9), calibre: row.text(10),
            calibreCode: row.optionalText(11), type: row.optionalText(12).flatMap { FirearmType($0) },
            country: row.optionalText(13).flatMap { Country($0) }, changedAt: row.moment(14)
        )
    }

    // MARK: Numbers

    /// Takes the next numbers of a bureau's series, as one block.
    /// - Returns: the first of `count` numbers that nobody else has or will get.
    static func takeNumbers(
        bureau: String, series: String, count: Int, _ connection: any WriteConnection
    ) throws -> Int64 {
        let last = try connection.first(
            """
            INSERT INTO record_counters(bureau, series, last) VALUES (?, ?, ?)
            ON CONFLICT(bureau, series) DO UPDATE SET last = record_counters.last + excluded.last RETURNING last
            """,
            [.text(bureau), .text(series), .integer(Int64(count))]
        ) { $0.integer(0) }
        return (last ?? Int64(count)) - Int64(count) + 1
    }

    /// Takes the next number of the bureau's series of the present year: `BR-E-2026-000123` for the letter `E`.
    /// - Parameter letter: what is numbered; nil for records of firearms, whose numbers have no letter.
    static func takeNumber(
        bureau: String, letter: String? = nil, _ connection: JournalledConnection
    ) throws -> String {
        let year = connection.time.description.prefix(4)
        let series = letter.map { "\($0)-\(year)" } ?? String(year)
        return number(
            bureau: bureau, year: series,
            try takeNumbers(bureau: bureau, series: series, count: 1, connection)
        )
    }

    /// `BR-2026-000123`: bureau, year, and a number of at least six digits.
    static func number(bureau: String, year: String, _ value: Int64) -> String {
        let digits = String(value)
        return "\(bureau)-\(year)-\(String(repeating: "0", count: max(0, 6 - digits.utf8.count)))\(digits)"
    }

    // MARK: Writing

    /// Adds a record and its keys.
    /// - Returns: the row's sequence.
    static func insert(
        id: Identifier, number: String, bureau: String, status: RecordStatus, _ prepared: PreparedContent,
        at now: Moment, _ connection: any WriteConnection
    ) throws -> Int64 {
        let sequence = try insertRow(
            id: id, number: number, bureau: bureau, status: status, prepared, at: now, connection
        )
        for key in prepared.keys {
            try insertKey(key, traits: prepared.storedTraits(status), record: sequence, connection)
        }
        return sequence
    }

    /// Adds a record without its keys, which its caller adds in the same transaction.
    static func insertRow(
        id: Identifier, number: String, bureau: String, status: RecordStatus, _ prepared: PreparedContent,
        at now: Moment, _ connection: any WriteConnection
    ) throws -> Int64 {
        let sequence = try connection.first(
            """
            INSERT INTO firearm_records(id, number, bureau, status, version, created_at, changed_at, class, handling,
                hidden_from, retention_until, serial, make, make_code, model, calibre, calibre_code, type, country,
                document)
            VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence
            """,
            [
                id.databaseValue, .text(number), .text(bureau), .text(status.rawValue), now.databaseValue,
                now.databaseValue,
            ] + prepared.columnValues
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: number) }
        return sequence
    }

    /// Puts a new version in place of the present one, which moves to the history.
    static func replace(
        _ record: FirearmRecord, status: RecordStatus, with prepared: PreparedContent, by user: String, reason: String,
        at now: Moment, _ connection: any WriteConnection
    ) throws {
        try connection.execute(
            """
            INSERT INTO record_versions(record, version, status, document, changed_at, changed_by, reason)
            SELECT sequence, version, status, document, changed_at, ?, ? FROM firearm_records WHERE sequence = ?
            """,
            [.text(user), .text(reason), .integer(record.sequence)]
        )
        try connection.execute(
            """
            UPDATE firearm_records SET status = ?, version = version + 1, changed_at = ?, class = ?, handling = ?,
                hidden_from = ?, retention_until = ?, serial = ?, make = ?, make_code = ?, model = ?, calibre = ?,
                calibre_code = ?, type = ?, country = ?, document = ?
            WHERE sequence = ?
            """,
            [.text(status.rawValue), now.databaseValue] + prepared.columnValues + [.integer(record.sequence)]
        )
        try replaceKeys(of: record, status: status, with: prepared, connection)
    }

    // MARK: Reading

    /// Whether a record was entered or changed by an entry of the journal after the given one.
    static func isAnyEntered(after entry: Int64, _ connection: any ReadConnection) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM journal WHERE sequence > ? AND action IN ('record.create', 'record.change') LIMIT 1",
            [.integer(entry)]
        )
    }

    /// The record of a number, as far as the actor may read it.
    static func record(number: String, _ actor: Actor, _ connection: any ReadConnection) throws -> FirearmRecord? {
        let rule = AccessStore.mayReadRecord("r", actor)
        let found = try connection.first(
            "SELECT \(recordColumns) FROM firearm_records r WHERE r.number = ? AND \(rule.sql)",
            [.text(number)] + rule.values, record
        )
        guard var found, found.bureau != actor.bureau else { return found }
        // Told to the owner alone: a list of excluded countries says what the owner fears.
        found.content.hiddenFrom = nil
        return found
    }

    /// The record of a row number, whoever asks; for work that acts for no user, such as matching after the event.
    static func record(sequence: Int64, _ connection: any ReadConnection) throws -> FirearmRecord? {
        try connection.first(
            "SELECT \(recordColumns) FROM firearm_records r WHERE r.sequence = ?", [.integer(sequence)], record
        )
    }

    /// The record of a number, whoever asks; for matching after the event.
    static func record(number: String, _ connection: any ReadConnection) throws -> FirearmRecord? {
        try connection.first(
            "SELECT \(recordColumns) FROM firearm_records r WHERE r.number = ?", [.text(number)], record
        )
    }

    private static let recordColumns =
        "r.sequence, r.id, r.number, r.bureau, r.status, r.version, r.created_at, r.changed_at, r.document"

    private static func record(_ row: any ResultRow) throws -> FirearmRecord {
        try FirearmRecord(
            sequence: row.integer(0), id: row.identifier(1), number: row.text(2), bureau: row.text(3),
            status: RecordStatus(rawValue: row.text(4)) ?? .active, version: Int(row.integer(5)),
            createdAt: row.moment(6), changedAt: row.moment(7),
            content: DocumentCoding.value(RecordContent.self, from: row.text(8))
        )
    }

    /// Superseded versions, newest first.
    static func versions(of record: Int64, _ connection: any ReadConnection) throws -> [RecordVersion] {
        try connection.rows(
            """
            SELECT version, status, document, changed_at, changed_by, reason FROM record_versions
            WHERE record = ? ORDER BY version DESC
            """,
            [.integer(record)]
        ) { row in
            RecordVersion(
                version: Int(row.integer(0)), status: RecordStatus(rawValue: row.text(1)) ?? .active,
                content: try DocumentCoding.value(RecordContent.self, from: row.text(2)), changedAt: row.moment(3),
                changedBy: row.text(4), reason: row.text(5)
            )
        }
    }

    /// A bureau's own record with the same number on the same gun, if there is one: equal serial, and nothing known
    /// about make, model or calibre that speaks against it.
    static func duplicate(
        of prepared: PreparedContent, bureau: String, except sequence: Int64? = nil, _ connection: any ReadConnection
    ) throws -> String? {
        guard let serial = prepared.duplicateKey else { return nil }
        var found: String?
        try connection.query(
            """
            SELECT r.number, r.make_code, r.make, r.model, r.calibre_code, r.sequence
            FROM serial_keys k JOIN firearm_records r ON r.sequence = k.record
            WHERE k.kind = 0 AND k.folded = ? AND k.normalised = ? AND r.bureau = ?
                AND r.status IN ('active', 'located')
            ORDER BY r.sequence
            """,
            [.text(serial.folded), .text(serial.normalised), .text(bureau)]
        ) { row in
            guard found == nil, row.integer(5) != sequence else { return }
            let isSame = prepared.isSameGun(
                makeCode: row.optionalText(1), make: row.text(2), model: row.text(3), calibreCode: row.optionalText(4)
            )
            if isSame { found = row.text(0) }
        }
        return found
    }

    /// The row number of the latest record; 0 where there is none.
    static func lastSequence(_ connection: any ReadConnection) throws -> Int64 {
        Int64(try connection.count("SELECT COALESCE(MAX(sequence), 0) FROM firearm_records"))
    }

    /// Records whose retention date lies before the day and that are still searched.
    static func dueForExpiry(on day: CalendarDate, limit: Int, _ connection: any ReadConnection) throws -> [Int64] {
        try connection.rows(
            """
            SELECT sequence FROM firearm_records
            WHERE retention_until < ? AND status IN ('active', 'located') ORDER BY retention_until LIMIT ?
            """,
            [.text(day.description), .integer(Int64(limit))]
        ) { $0.integer(0) }
    }
}
