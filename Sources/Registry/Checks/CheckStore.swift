import Firearms
import Matching
import Storage

/// Checks in the database, kept so that later records can be matched against them.
enum CheckStore {
    static let migration = Migration(name: "checks") { dialect in
        [
            """
            CREATE TABLE checks (
                sequence \(dialect.identityColumn),
                id \(dialect.blobType) NOT NULL UNIQUE,
                time BIGINT NOT NULL,
                account TEXT NOT NULL,
                bureau TEXT NOT NULL REFERENCES bureaus(code),
                request TEXT NOT NULL,
                candidates INTEGER NOT NULL,
                entry BIGINT NOT NULL
            )
            """,
            "CREATE INDEX checks_by_bureau ON checks(bureau, sequence)",
            """
            CREATE TABLE check_keys (
                kind INTEGER NOT NULL,
                folded \(dialect.keyTextType) NOT NULL,
                normalised \(dialect.keyTextType) NOT NULL,
                record BIGINT NOT NULL,
                PRIMARY KEY (kind, folded, normalised, record)
            )\(dialect.clusteredTableSuffix)
            """,
        ]
    }

    /// A check in the forms in which it is stored, made outside the transaction.
    struct Stored: Sendable {
        var id: Identifier
        var request: String
        /// The keys by which a later record of the firearm finds it.
        var serialKeys: [SerialKey]
        /// The keys by which a later record of the document or vehicle finds it.
        var objectKeys: [ObjectKey]
        /// The person as a later notice is held against it.
        var person: String?

        init(_ request: CheckRequest, _ subjects: CheckSubjects) {
            id = .make()
            self.request = request.storedText
            serialKeys = CheckStore.serialKeys(of: request)
            objectKeys = Array(Set(subjects.keys))
            person = subjects.person?.storedText
        }
    }

    private static func serialKeys(of request: CheckRequest) -> [SerialKey] {
        request.firearm.map { SerialKeys.keys(for: SerialPattern($0.serial)) } ?? []
    }

    /// Keeps a check, with its entry in the journal and the forms by which something later finds it.
    static func insert(
        _ check: Stored, candidates: Int, entry: Int64, _ connection: JournalledConnection
    ) throws {
        let sequence = try connection.first(
            """
            INSERT INTO checks(id, time, account, bureau, request, candidates, entry) VALUES (?, ?, ?, ?, ?, ?, ?)
            RETURNING sequence
            """,
            [
                check.id.databaseValue, connection.time.databaseValue, .text(connection.actor.name),
                .text(connection.actor.bureau), .text(check.request), .integer(candidates), .integer(entry),
            ]
        ) { $0.integer(0) }
        guard let sequence else { return }
        for key in check.serialKeys {
            try connection.execute(
                "INSERT INTO check_keys(kind, folded, normalised, record) VALUES (?, ?, ?, ?)",
                [.integer(key.kind.rawValue), .text(key.folded), .text(key.normalised), .integer(sequence)]
            )
        }
        for key in check.objectKeys {
            try connection.execute(
                "INSERT INTO check_object_keys(kind, folded, record) VALUES (?, ?, ?)",
                [.integer(key.kind.rawValue), .text(key.folded), .integer(sequence)]
            )
        }
        if let person = check.person {
            try connection.execute(
                "INSERT INTO check_persons(record, person) VALUES (?, ?)", [.integer(sequence), .text(person)]
            )
        }
    }

    /// Row numbers of earlier checks of documents or vehicles under one of the keys, the latest first.
    static func checks(under keys: [ObjectKey], limit: Int, _ connection: any ReadConnection) throws -> [Int64] {
        guard !keys.isEmpty else { return [] }
        let condition = ObjectStore.condition(keys)
        return try connection.rows(
            """
            SELECT DISTINCT k.record FROM check_object_keys k WHERE \(condition.sql) ORDER BY k.record DESC LIMIT ?
            """,
            condition.values + [.integer(limit)]
        ) { $0.integer(0) }
    }

    /// Row numbers of earlier checks of documents whose folded number begins so, the latest first.
    static func checks(
        ofDocumentsBeginning beginning: String, limit: Int, _ connection: any ReadConnection
    ) throws -> [Int64] {
        try connection.rows(
            """
            SELECT DISTINCT k.record FROM check_object_keys k WHERE k.kind = ? AND k.folded >= ? AND k.folded < ?
            ORDER BY k.record DESC LIMIT ?
            """,
            [
                .integer(ObjectKey.Kind.documentNumber.rawValue), .text(beginning), .text(beginning + "~"),
                .integer(limit),
            ]
        ) { $0.integer(0) }
    }

    /// Whether anything that checks look for was entered or changed by an entry of the journal after the given one.
    static func isAnythingEntered(after entry: Int64, _ connection: any ReadConnection) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM journal WHERE sequence > ? AND action IN ('record.create', 'record.change',
                'document.create', 'document.change', 'vehicle.create', 'vehicle.change', 'notice.published',
                'notice.addendum') LIMIT 1
            """,
            [.integer(entry)]
        )
    }

    /// A kept check with the bureau that made it.
    struct KeptCheck: Sendable {
        var id: Identifier
        var time: Moment
        var user: String
        var bureau: String
        var request: CheckRequest
        var candidateCount: Int
        /// Sequence of its entry in the journal.
        var entry: Int64
    }

    private static let columns = "id, time, account, bureau, request, candidates, entry"

    private static func kept(_ row: any ResultRow) throws -> KeptCheck {
        try KeptCheck(
            id: row.identifier(0), time: row.moment(1), user: row.text(2), bureau: row.text(3),
            request: DocumentCoding.value(CheckRequest.self, from: row.text(4)), candidateCount: Int(row.integer(5)),
            entry: row.integer(6)
        )
    }

    static func check(id: Identifier, bureau: String, _ connection: any ReadConnection) throws -> KeptCheck? {
        try connection.first(
            "SELECT \(columns) FROM checks WHERE id = ? AND bureau = ?", [id.databaseValue, .text(bureau)], kept
        )
    }

    static func check(sequence: Int64, _ connection: any ReadConnection) throws -> KeptCheck? {
        try connection.first("SELECT \(columns) FROM checks WHERE sequence = ?", [.integer(sequence)], kept)
    }

    /// The latest checks of a bureau; of one user where `user` is given.
    static func latest(
        bureau: String, user: String?, limit: Int, _ connection: any ReadConnection
    ) throws -> [CheckSummary] {
        let condition = user == nil ? "" : "AND account = ?"
        return try connection.rows(
            "SELECT \(columns) FROM checks WHERE bureau = ? \(condition) ORDER BY sequence DESC LIMIT ?",
            [.text(bureau)] + (user.map { [.text($0)] } ?? []) + [.integer(limit)]
        ) { row in
            let check = try kept(row)
            return CheckSummary(
                id: check.id, time: check.time, user: check.user, request: check.request,
                candidateCount: check.candidateCount
            )
        }
    }

    /// Deletes checks made before the moment, with their keys. Reads from the oldest on and stops at the first that is
    /// kept, so that finding nothing to delete costs nothing.
    static func delete(before moment: Moment, limit: Int, _ connection: any WriteConnection) throws -> Int {
        let old = try connection.rows(
            "SELECT sequence, request, time FROM checks ORDER BY sequence LIMIT ?", [.integer(limit)]
        ) { ($0.integer(0), $0.text(1), $0.moment(2)) }.prefix { $0.2 < moment }
        for (sequence, text, time) in old {
            let request = try DocumentCoding.value(CheckRequest.self, from: text)
            for key in serialKeys(of: request) {
                try connection.execute(
                    "DELETE FROM check_keys WHERE kind = ? AND folded = ? AND normalised = ? AND record = ?",
                    [.integer(key.kind.rawValue), .text(key.folded), .text(key.normalised), .integer(sequence)]
                )
            }
            for key in Set(CheckSubjects(request, year: time.year).keys) {
                try connection.execute(
                    "DELETE FROM check_object_keys WHERE kind = ? AND folded = ? AND record = ?",
                    [.integer(key.kind.rawValue), .text(key.folded), .integer(sequence)]
                )
            }
            try connection.execute("DELETE FROM check_persons WHERE record = ?", [.integer(sequence)])
            try connection.execute("DELETE FROM checks WHERE sequence = ?", [.integer(sequence)])
        }
        return old.count
    }
}
