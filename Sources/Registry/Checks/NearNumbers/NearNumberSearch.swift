import Firearms
import Matching
import Storage

/// Finds records whose numbers were read with an error, through the index in memory, with the rights of the actor and
/// the state of each record as the database has them now.
struct NearNumberSearch: Sendable {
    private let state: NumberIndex.State

    /// Most near numbers that are read from the database and shown.
    private static let mostNear = 10
    /// Most records with unreadable places of their own that are read from the database and shown.
    private static let mostPartial = 15
    /// Most candidates that agree in all that could be read and are read from the database: the best of more than the
    /// keys gave.
    private static let mostAgreeing = 200
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
        var records: [FoundRecord] = []
        /// How many open records agree in all that could be read.
        var agreeing = 0
        /// Whether some that agree were not counted, because it depends on the actor whether they may be.
        var isLowerBound = false
        /// How many open records with near numbers are not among `records`.
        var nearNotListed = 0
    }

    /// Records beyond those known already.
    /// - Parameters:
    ///   - query: what is asked.
    ///   - known: records found by their keys, which need not be read again.
    ///   - isCutOff: whether the keys gave more records than were read.
    func find(
        _ query: MatchQuery, beside known: Set<FoundNumber>, isCutOff: Bool, _ actor: Actor,
        _ connection: any ReadConnection
    ) throws -> Found {
        guard let pattern = query.serial else { return Found() }
        let limit =
            isCutOff ? Self.mostAgreeing : min(known.count + 2 * Self.mostNear + Self.mostPartial, Self.mostAgreeing)
        let answer = matches(query, pattern, limit: limit, isAnyKnown: !known.isEmpty)
        var found = Found()
        var all = 0
        for step in [SerialIndexStep.exact, .confusable, .unreadable] {
            found.agreeing += answer.openCounts[step, default: 0]
            all += answer.counts[step, default: 0]
        }
        found.isLowerBound = all > Self.mostAgreeing && all > found.agreeing
        let near = answer.counts[.oneEdit, default: 0] + answer.counts[.part, default: 0]
        let openNear = answer.openCounts[.oneEdit, default: 0] + answer.openCounts[.part, default: 0]
        var nearLeft = Self.isWorthListing(near, query) ? Self.mostNear : 0
        var openNearListed = 0
        let openPartial = answer.openCounts[.partialRecord, default: 0]
        var (partialLeft, openPartialListed) = (Self.mostPartial, 0)
        for match in answer.matches.prefix(Self.mostAgreeing) {
            if known.contains(FoundNumber(record: match.record, normalised: match.normalised)) {
                if match.step == .partialRecord, match.traits.isOpen { openPartialListed += 1 }
                continue
            }
            if match.step == .partialRecord {
                if partialLeft == 0 { continue }
                partialLeft -= 1
                if match.traits.isOpen { openPartialListed += 1 }
            } else if match.step > .unreadable {
                if nearLeft == 0 { continue }
                nearLeft -= 1
                if match.traits.isOpen { openNearListed += 1 }
            }
            if let record = try CandidateStore.record(match.record, carrying: match.normalised, actor, connection) {
                found.records.append(FoundRecord(summary: record, normalised: match.normalised))
            }
        }
        found.nearNotListed = openNear - openNearListed + openPartial - openPartialListed
        return found
    }

    /// What the index has; pieces of longer numbers only where nothing else agrees, because of a short reading many
    /// numbers hold it somewhere.
    private func matches(
        _ query: MatchQuery, _ pattern: SerialPattern, limit: Int, isAnyKnown: Bool
    ) -> SerialIndexAnswer {
        let wanted = SerialTraits(
            makeCode: query.makeCode, calibreCode: query.calibreCode, type: query.type, isOpen: true
        )
        let answer = state.index.find(
            pattern, limit: limit, steps: [.unreadable, .partialRecord, .oneEdit], preferring: wanted)
        if isAnyKnown || answer.total > 0 || pattern.hasUnreadablePlaces { return answer }
        return state.index.find(pattern, limit: limit, steps: .part, preferring: wanted)
    }

    /// Of a short number everything is near. Without make, calibre or kind none of many is likelier than the others, so
    /// none is shown.
    private static func isWorthListing(_ near: Int, _ query: MatchQuery) -> Bool {
        near <= CheckService.mostCandidates || query.makeCode != nil || query.calibreCode != nil || query.type != nil
    }
}

/// A record with one of its numbers.
struct FoundNumber: Hashable {
    var record: Int64
    var normalised: String
}
