import Firearms
import Matching
import Storage

/// Finds records whose numbers were read with an error, through the index in memory, with the rights of the actor and
/// the state of each record as the database has them now.
struct NearNumberSearch: Sendable {
    private let state: NumberIndex.State

    /// Where more near numbers than are shown agree, those with less agreement than this are left out.
    private static let leastScore = 0.05
    /// Most candidates read from the database.
    private static let mostRead = 200
    /// Most records that a check brings into the index by itself. More stand in an import that is under way, whose
    /// numbers are found by their exact forms until the index has followed.
    private static let mostFollowed = 100

    /// The index, brought up to date with the connection's snapshot of the database; nil while it is not ready.
    init?(_ numbers: NumberIndex, _ connection: any ReadConnection) throws {
        guard var state = numbers.current else { return nil }
        let head = try connection.journalHead().sequence
        if head > state.position, try RecordStore.isAnyEntered(after: state.position, connection) {
            let changes = try NumberIndexStore.changes(
                after: state.position, limit: Self.mostFollowed, connection
            )
            if changes.position >= head { state.apply(changes) }
        }
        self.state = state
    }

    /// What agrees with a reading.
    struct Found: Sendable {
        /// Records the actor may know of and that are searched, each with the number that agrees.
        var records: [(summary: RecordSummary, normalised: String)] = []
        /// How many open records agree in all that could be read.
        var agreeing = 0
        /// Whether some that agree were not counted, because it depends on the actor whether they may be.
        var isLowerBound = false
    }

    /// Records beyond those known already.
    /// - Parameters:
    ///   - query: what is asked.
    ///   - known: records found by their keys, which need not be read again.
    func find(
        _ query: MatchQuery, beside known: Set<FoundNumber>, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Found {
        guard let pattern = query.serial else { return Found() }
        let wanted = SerialTraits(
            makeCode: query.makeCode, calibreCode: query.calibreCode, type: query.type, isOpen: true
        )
        let answer = state.index.find(pattern, limit: Self.mostRead, preferring: wanted)
        var found = Found()
        var all = 0
        for step in [SerialIndexStep.exact, .confusable, .unreadable] {
            found.agreeing += answer.openCounts[step, default: 0]
            all += answer.counts[step, default: 0]
        }
        found.isLowerBound = all > Self.mostRead && all > found.agreeing
        let near = answer.counts[.oneEdit, default: 0] + answer.counts[.part, default: 0]
        let isCrowded = near > CheckService.mostCandidates
        for match in answer.matches.prefix(Self.mostRead) {
            if known.contains(FoundNumber(record: match.record, normalised: match.normalised)) { continue }
            let isEqual = match.step <= .unreadable
            if isCrowded, !isEqual, match.highestScore(for: pattern, wanted: wanted) < Self.leastScore { continue }
            if let record = try CandidateStore.record(match.record, carrying: match.normalised, actor, connection) {
                found.records.append((record, match.normalised))
            }
        }
        return found
    }
}

/// A record with one of its numbers.
struct FoundNumber: Hashable {
    var record: Int64
    var normalised: String
}
