import Identity
import Matching
import Storage

/// Finds notices in force by the names of their persons and entities.
///
/// The index in memory proposes, the database decides: every notice it gives is read with the rights of the actor and
/// compared in full as it is now.
struct NoticedPersonStore: Sendable {
    let persons: PersonIndexes
    let snapshot: IndexSnapshot<PersonIndexes.State>?

    /// Most notices read for one check.
    private static let mostRead = 30
    /// Most names compared with one that is checked, where many are of notices that the actor may not know of.
    private static let mostCompared = 4_096
    /// Most candidates shown.
    private static let mostShown = 25

    /// Notices that may be of the person, or of the entity where only a name is stated, best first.
    func candidates(
        _ query: PersonQuery, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [PersonCandidate] {
        let state = try upToDate(connection)
        var candidates = try candidates(query.prepared, in: state.index, actor, connection) {
            $0.content.person?.prepared
        }
        if let entity = query.preparedAsEntity {
            candidates += try self.candidates(entity, in: state.entities, actor, connection) {
                $0.content.entity?.prepared
            }
        }
        candidates.sort { ($1.score, $0.notice.number) < ($0.score, $1.notice.number) }
        return Array(candidates.prefix(Self.mostShown))
    }

    private func candidates(
        _ read: PreparedPerson, in index: PersonIndex, _ actor: Actor, _ connection: any ReadConnection,
        recorded: (Notice) -> PreparedPerson?
    ) throws -> [PersonCandidate] {
        if read.names.isEmpty { return [] }
        var limits = PersonSearchLimits()
        // The index compares by all that is asked for, so that what it scores lower would not be shown.
        limits.leastScore = Float(NoticeComparison.leastScore) - 0.01
        while true {
            var notices: [Notice] = []
            var hidden = 0
            let answer = try index.find(read, limit: Self.mostRead, limits: limits) { record in
                guard let notice = try NoticeStore.inForce(record, actor, connection) else {
                    hidden += 1
                    return false
                }
                notices.append(notice)
                return true
            }
            // Those the actor may not know of take no place from others.
            let isShort = answer.isFull && hidden > 0 && notices.count < Self.mostRead
            if !isShort || limits.comparedNames >= Self.mostCompared {
                return notices.compactMap { notice in
                    recorded(notice).flatMap {
                        NoticeComparison.candidate(read: read, recorded: $0, notice)
                    }
                }
            }
            limits.comparedNames *= 2
        }
    }

    /// The indexes with everything that the connection's snapshot of the database holds; read or made where there are
    /// none yet.
    @discardableResult
    func upToDate(_ connection: any ReadConnection) throws -> PersonIndexes.State {
        let head = try connection.journalHead().sequence
        var state = try persons.current(orMade: { try snapshot?.read(connection) ?? build(connection, head) })
        guard head > state.position else { return state }
        var records: Set<Int64> = []
        var persons: [PersonEntry] = []
        var entities: [PersonEntry] = []
        for object in try NoticeStore.changed(after: state.position, connection) {
            guard let notice = try NoticeStore.notice(number: object, connection) else { continue }
            records.insert(notice.sequence)
            persons += Self.persons(notice)
            entities += Self.entities(notice)
        }
        if !records.isEmpty {
            state.index.replace(records, with: persons)
            state.entities.replace(records, with: entities)
        }
        state.changes += records.count
        state.position = head
        self.persons.publish(state)
        return state
    }

    private func build(_ connection: any ReadConnection, _ head: Int64) throws -> PersonIndexes.State {
        var persons = PersonIndexBuilder()
        var entities = PersonIndexBuilder(of: .organisation)
        try NoticeStore.eachInForce(connection) { notice in
            for entry in Self.persons(notice) { persons.add(entry) }
            for entry in Self.entities(notice) { entities.add(entry) }
        }
        return PersonIndexes.State(index: persons.build(), entities: entities.build(), position: head)
    }

    private static func persons(_ notice: Notice) -> [PersonEntry] {
        guard notice.state.isInForce, let person = notice.content.person else { return [] }
        return PersonEntry.entries(record: notice.sequence, person.prepared)
    }

    private static func entities(_ notice: Notice) -> [PersonEntry] {
        guard notice.state.isInForce, let entity = notice.content.entity else { return [] }
        return PersonEntry.entries(record: notice.sequence, entity.prepared)
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
