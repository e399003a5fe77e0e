import Firearms
import Matching
import Storage

/// What the number index is built from and follows.
enum NumberIndexStore {
    /// Actions after which a record's numbers, or what is kept beside them, may be others.
    private static let actions =
        "('record.create', 'record.change', 'record.active', 'record.located', 'record.cleared', 'record.cancelled', "
        + "'record.expired')"

    /// How many changes are read in one step.
    static let mostPerStep = 4_000

    /// An index of all records that are searched, and the journal entry it is up to date with.
    static func build(_ connection: any ReadConnection) throws -> NumberIndex.State {
        let head = try connection.journalHead().sequence
        var builder = SerialIndexBuilder()
        builder.reserveCapacity(try connection.count("SELECT COALESCE(MAX(sequence), 0) FROM firearm_records"))
        try connection.query(
            "SELECT record, normalised, traits FROM serial_keys WHERE kind = 0 AND traits >= 0", []
        ) { row in
            let traits = SerialTraits(rawValue: UInt32(truncatingIfNeeded: row.integer(2)))
            builder.add(record: row.integer(0), normalised: row.text(1), traits: traits)
        }
        return NumberIndex.State(index: builder.build(), position: head)
    }

    /// Records that changed after an entry of the journal, with the numbers they have now.
    struct Changes: Sendable {
        var records: Set<Int64> = []
        var entries: [SerialIndexEntry] = []
        /// The journal entry up to which these are all changes.
        var position: Int64
    }

    /// The changes after an entry, at most `limit` entries of the journal that tell of one.
    static func changes(after position: Int64, limit: Int, _ connection: any ReadConnection) throws -> Changes {
        let head = try connection.journalHead().sequence
        var last = head
        var numbers: Set<String> = []
        let found = try connection.rows(
            "SELECT sequence, object FROM journal WHERE sequence > ? AND action IN \(actions) ORDER BY sequence LIMIT ?",
            [.integer(position), .integer(limit)]
        ) { ($0.integer(0), $0.text(1)) }
        for (_, object) in found where object.hasPrefix(recordPrefix) {
            numbers.insert(String(object.dropFirst(recordPrefix.count)))
        }
        if found.count == limit, let sequence = found.last?.0 { last = sequence }
        var changes = Changes(position: last)
        for number in numbers.sorted() {
            guard let record = try RecordStore.record(number: number, connection) else { continue }
            changes.records.insert(record.sequence)
            guard record.status.isSearchable else { continue }
            let traits = record.content.traits
            for number in record.content.firearm.numbers {
                changes.entries.append(
                    SerialIndexEntry(record: record.sequence, serial: number.pattern, traits: traits)
                )
            }
        }
        return changes
    }

    /// The hash of an entry of the journal; nil where there is none. It tells whether a snapshot is of this database.
    static func hash(ofEntry sequence: Int64, _ connection: any ReadConnection) throws -> [UInt8]? {
        if sequence == 0 { return JournalHead.empty.hash }
        return try connection.first("SELECT hash FROM journal WHERE sequence = ?", [.integer(sequence)]) {
            $0.bytes(0)
        }
    }

    private static let recordPrefix = "record:"
}
