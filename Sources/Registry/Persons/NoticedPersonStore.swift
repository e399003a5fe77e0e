import Identity
import Matching
import Storage

/// Finds notices in force by the names of their persons.
///
/// The index in memory proposes, the database decides: every notice it gives is read with the rights of the actor and
/// compared in full as it is now.
struct NoticedPersonStore: Sendable {
    let persons: PersonIndexes

    /// Most notices read for one check.
    private static let mostRead = 40
    /// Most candidates shown.
    private static let mostShown = 25

    /// Notices that may be of the person, best first.
    func candidates(
        _ query: PersonQuery, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [PersonCandidate] {
        let person = query.prepared
        guard !person.names.isEmpty else { return [] }
        let found = try upToDate(connection).index.find(person, limit: Self.mostRead)
        var candidates: [PersonCandidate] = []
        for match in found.matches {
            let notice = try NoticeStore.inForce(match.record, actor, connection)
            if let notice, let candidate = NoticeComparison.candidate(person, notice) { candidates.append(candidate) }
        }
        candidates.sort { ($1.score, $0.notice.number) < ($0.score, $1.notice.number) }
        return Array(candidates.prefix(Self.mostShown))
    }

    /// The index with everything that the connection's snapshot of the database holds; made where there is none yet.
    @discardableResult
    func upToDate(_ connection: any ReadConnection) throws -> PersonIndexes.State {
        let head = try connection.journalHead().sequence
        guard var state = persons.current else {
            let built = PersonIndexes.State(index: try build(connection), position: head)
            persons.publish(built)
            return built
        }
        guard head > state.position else { return state }
        var records: Set<Int64> = []
        var entries: [PersonEntry] = []
        for object in try NoticeStore.changed(after: state.position, connection) {
            guard let notice = try NoticeStore.notice(number: object, connection) else { continue }
            records.insert(notice.sequence)
            entries += Self.entries(notice)
        }
        if !records.isEmpty { state.index.replace(records, with: entries) }
        state.position = head
        persons.publish(state)
        return state
    }

    private func build(_ connection: any ReadConnection) throws -> PersonIndex {
        var builder = PersonIndexBuilder()
        try NoticeStore.eachInForce(connection) { notice in
            for entry in Self.entries(notice) { builder.add(entry) }
        }
        return builder.build()
    }

    private static func entries(_ notice: Notice) -> [PersonEntry] {
        guard notice.state.isInForce, let person = notice.content.person else { return [] }
        return PersonEntry.entries(record: notice.sequence, person.prepared)
    }
}

extension NoticeStore {
    /// The notice of a row, where it is in force and the actor may know of it.
    static func inForce(_ sequence: Int64, _ actor: Actor, _ connection: any ReadConnection) throws -> Notice? {
        let rule = AccessStore.mayKnowNotice("n", actor)
        return try connection.first(
            "SELECT \(columns) FROM notices n WHERE n.sequence = ? AND n.state = 'published' AND \(rule.sql)",
            [.integer(sequence)] + rule.values, notice
        )
    }

    /// The notice of a number, whoever asks; for work that acts for no user.
    static func notice(number: String, _ connection: any ReadConnection) throws -> Notice? {
        try connection.first("SELECT \(columns) FROM notices n WHERE n.number = ?", [.text(number)], notice)
    }

    /// Goes through the notices in force.
    static func eachInForce(_ connection: any ReadConnection, _ body: (Notice) throws -> Void) throws {
        try connection.query("SELECT \(columns) FROM notices n WHERE n.state = 'published'", []) { row in
            try body(try notice(row))
        }
    }

    /// The numbers of notices that entries of the journal after one tell of.
    static func changed(after entry: Int64, _ connection: any ReadConnection) throws -> Set<String> {
        var numbers: Set<String> = []
        try connection.query(
            """
            SELECT object FROM journal WHERE sequence > ? AND action IN ('notice.published', 'notice.addendum',
                'notice.change', 'notice.suspended', 'notice.cancelled', 'notice.expired')
            """,
            [.integer(entry)]
        ) { row in
            let object = row.text(0)
            if object.hasPrefix("notice:") { numbers.insert(String(object.dropFirst("notice:".count))) }
        }
        return numbers
    }
}
