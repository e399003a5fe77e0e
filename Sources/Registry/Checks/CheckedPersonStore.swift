import Identity
import Matching
import Storage

/// The persons of earlier checks, and the index of their names in memory.
struct CheckedPersonStore: Sendable {
    let persons: PersonIndexes

    static let migration = Migration(name: "documents, vehicles and persons of checks") { dialect in
        [
            """
            CREATE TABLE check_object_keys (
                kind INTEGER NOT NULL,
                folded \(dialect.keyTextType) NOT NULL,
                record BIGINT NOT NULL,
                PRIMARY KEY (kind, folded, record)
            )\(dialect.clusteredTableSuffix)
            """,
            """
            CREATE TABLE check_persons (
                record \(dialect.integerKeyColumn),
                person TEXT NOT NULL
            )
            """,
        ]
    }

    /// The person of a check; nil where it asked for none or was erased.
    static func person(of check: Int64, _ connection: any ReadConnection) throws -> PersonQuery? {
        try connection.first("SELECT person FROM check_persons WHERE record = ?", [.integer(check)]) {
            try DocumentCoding.value(PersonQuery.self, from: $0.text(0))
        }
    }

    /// The index with every check that the connection's snapshot of the database holds. Erased checks stay until the
    /// program starts again; they are found no more because their rows are gone.
    func upToDate(_ connection: any ReadConnection) throws -> PersonIndexes.State {
        var state = persons.current ?? PersonIndexes.State()
        var records: Set<Int64> = []
        var entries: [PersonEntry] = []
        var builder = PersonIndexBuilder()
        let isFirst = state.position == 0
        try connection.query(
            "SELECT record, person FROM check_persons WHERE record > ? ORDER BY record", [.integer(state.position)]
        ) { row in
            let record = row.integer(0)
            let person = try DocumentCoding.value(PersonQuery.self, from: row.text(1)).prepared
            for entry in PersonEntry.entries(record: record, person) {
                if isFirst { builder.add(entry) } else { entries.append(entry) }
            }
            if !isFirst { records.insert(record) }
            state.position = record
        }
        if isFirst {
            state.index = builder.build()
        } else if !records.isEmpty {
            state.index.replace(records, with: entries)
        }
        persons.publish(state)
        return state
    }
}
