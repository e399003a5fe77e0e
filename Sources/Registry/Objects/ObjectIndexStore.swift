import Matching
import Storage

/// What the index of objects is built from and follows.
enum ObjectIndexStore {
    /// How many changes are read in one step.
    static let mostPerStep = 4_000

    /// An index of all keys, and the journal entry it is up to date with.
    static func build(_ connection: any ReadConnection) throws -> ObjectIndex.State {
        let head = try connection.journalHead().sequence
        var entries: [PointEntry] = []
        entries.reserveCapacity(try connection.count("SELECT COUNT(*) FROM object_keys"))
        try connection.query("SELECT kind, folded, record FROM object_keys", []) { row in
            guard let entry = entry(row) else { return }
            entries.append(entry)
        }
        return ObjectIndex.State(index: PointIndex(entries), position: head)
    }

    /// Keys that came after an entry of the journal.
    struct Changes: Sendable {
        var entries: [PointEntry] = []
        /// The journal entry up to which these are all.
        var position: Int64
    }

    /// The keys that came after an entry, of at most `limit` entries of the journal that tell of any.
    static func changes(after position: Int64, limit: Int, _ connection: any ReadConnection) throws -> Changes {
        let head = try connection.journalHead().sequence
        var changes = Changes(position: head)
        var numbers: Set<String> = []
        let found = try connection.rows(
            """
            SELECT sequence, object FROM journal WHERE sequence > ?
                AND action IN ('document.create', 'document.change', 'vehicle.create', 'vehicle.change')
            ORDER BY sequence LIMIT ?
            """,
            [.integer(position), .integer(limit)]
        ) { ($0.integer(0), $0.text(1)) }
        for (_, object) in found {
            if let colon = object.firstIndex(of: ":") { numbers.insert(String(object[object.index(after: colon)...])) }
        }
        if found.count == limit, let last = found.last?.0 { changes.position = last }
        for number in numbers {
            changes.entries += try connection.rows(
                """
                SELECT k.kind, k.folded, k.record FROM object_keys k
                WHERE k.record = (SELECT r.sequence FROM object_records r WHERE r.number = ?)
                """,
                [.text(number)], entry
            ).compactMap { $0 }
        }
        return changes
    }

    private static func entry(_ row: any ResultRow) -> PointEntry? {
        guard let kind = ObjectKey.Kind(rawValue: row.integer(0)) else { return nil }
        return PointEntry(ObjectKey(kind, row.text(1)).point, row: row.integer(2))
    }
}
