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

    /// Keeps a check, with its entry in the journal and the keys by which a later record finds it.
    static func insert(
        id: Identifier, request: String, keys: [SerialKey], candidates: Int, entry: Int64,
        _ connection: JournalledConnection
    ) throws {
        let sequence = try connection.first(
            """
            INSERT INTO checks(id, time, account, bureau, request, candidates, entry) VALUES (?, ?, ?, ?, ?, ?, ?)
            RETURNING sequence
            """,
            [
                id.databaseValue, connection.time.databaseValue, .text(connection.actor.name),
                .text(connection.actor.bureau), .text(request), .integer(candidates), .integer(entry),
            ]
        ) { $0.integer(0) }
        guard let sequence else { return }
        for key in keys {
            try connection.execute(
                "INSERT INTO check_keys(kind, folded, normalised, record) VALUES (?, ?, ?, ?)",
                [.integer(key.kind.rawValue), .text(key.folded), .text(key.normalised), .integer(sequence)]
            )
        }
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
        for (sequence, text, _) in old {
            let request = try DocumentCoding.value(CheckRequest.self, from: text)
            for key in SerialKeys.keys(for: SerialPattern(request.serial)) {
                try connection.execute(
                    "DELETE FROM check_keys WHERE kind = ? AND folded = ? AND normalised = ? AND record = ?",
                    [.integer(key.kind.rawValue), .text(key.folded), .text(key.normalised), .integer(sequence)]
                )
            }
            try connection.execute("DELETE FROM checks WHERE sequence = ?", [.integer(sequence)])
        }
        return old.count
    }
}
