import Firearms
import Matching
import Storage

/// Matching after the event: every record that is entered or changed is held against earlier checks of other bureaus
/// and against their records, and what agrees becomes a potential hit.
///
/// It follows the journal. Its position moves on in the transaction that adds the hits, so that after a crash nothing
/// is matched twice or forgotten, and two processes never do the same work.
public struct HitMatcher: Sendable {
    let context: RegistryContext

    private static let follower = "hit-matcher"
    private static let entriesPerStep = 200

    /// Agreement from which the system itself makes a potential hit: an equal number with nothing against it, or a
    /// confusable one with make and calibre agreeing.
    static let leastScore = 0.75

    /// Works off what the journal holds beyond the matcher's position, one step of entries at most.
    /// - Returns: how many entries were gone through; 0 when there is nothing to do.
    public func advance() async throws -> Int {
        let (position, entries) = try await context.database.read { connection in
            let position = try HitStore.position(of: Self.follower, connection)
            return (position, try connection.journalEntries(after: position, limit: Self.entriesPerStep))
        }
        guard let last = entries.last else { return 0 }
        let changed = entries.filter(Self.concernsFirearm).map { entry in
            (String(entry.object.dropFirst(Self.recordPrefix.count)), entry.sequence)
        }
        let latest = Dictionary(changed, uniquingKeysWith: max).sorted { $0.key < $1.key }
        let drafts = try await context.database.read { connection in
            try latest.flatMap { try self.drafts(forRecord: $0.key, enteredAt: $0.value, connection) }
        }
        let now = context.now()
        try await context.database.write { connection in
            guard try HitStore.advance(Self.follower, from: position, to: last.sequence, connection) else { return }
            for draft in drafts {
                let actor = Actor.system(bureau: draft.numberedBy)
                let journalled = JournalledConnection(base: connection, actor: actor, time: now)
                _ = try HitStore.insert(draft.hit, numberedBy: draft.numberedBy, journalled)
            }
        }
        return entries.count
    }

    private static let recordPrefix = "record:"

    /// Whether an entry tells of a new record, or of a change to the firearm of one.
    private static func concernsFirearm(_ entry: JournalEntry) -> Bool {
        guard entry.object.hasPrefix(recordPrefix) else { return false }
        return entry.action == "record.create"
            || (entry.action == "record.change" && entry.details.contains("firearm."))
    }

    /// A hit to be made, and the bureau in whose name it is numbered and journalled.
    private struct Draft: Sendable {
        var hit: HitStore.Draft
        var numberedBy: String
    }

    /// The hits a record gives rise to, as it was entered by an entry of the journal.
    private func drafts(
        forRecord number: String, enteredAt entry: Int64, _ connection: any ReadConnection
    ) throws -> [Draft] {
        guard let record = try RecordStore.record(number: number, connection), record.status.isSearchable else {
            return []
        }
        var drafts: [Draft] = []
        for firearmNumber in record.content.firearm.numbers {
            let plan = SerialLookup.plan(for: firearmNumber)
            guard !plan.isEmpty else { continue }
            for draft in try draftsFromChecks(before: entry, record, firearmNumber, plan, connection)
                + draftsFromRecords(record, firearmNumber, plan, connection)
            where !drafts.contains(where: { $0.hit.isSamePair(as: draft.hit) }) {
                drafts.append(draft)
            }
        }
        return drafts
    }

    private func draftsFromChecks(
        before entry: Int64, _ record: FirearmRecord, _ number: FirearmNumber, _ plan: [SerialLookup],
        _ connection: any ReadConnection
    ) throws -> [Draft] {
        try CandidateStore.checks(plan, connection).compactMap { sequence in
            // A check after the record found it, and its officer decided.
            guard let check = try CheckStore.check(sequence: sequence, connection), check.bureau != record.bureau,
                check.entry < entry
            else { return nil }
            let candidate = Self.candidate(record, number)
            let table = try context.tables.table(of: check.bureau, connection).table
            let ranked = Ranking.rank(check.request.matchQuery(table), [candidate], table: table).first
            guard let ranked, ranked.score >= Self.leastScore else { return nil }
            let hit = HitStore.Draft(
                state: .potential, urgency: .routine, origin: .earlierCheck, searcherBureau: check.bureau,
                ownerBureau: record.bureau, check: check.id, record: record.sequence, otherRecord: nil,
                score: ranked.score, reasons: ranked.reasons, clock: nil, note: ""
            )
            return Draft(hit: hit, numberedBy: record.bureau)
        }
    }

    private func draftsFromRecords(
        _ record: FirearmRecord, _ number: FirearmNumber, _ plan: [SerialLookup], _ connection: any ReadConnection
    ) throws -> [Draft] {
        // Matching acts for nobody and sees every record; who may know of the hit is decided when it is read.
        let others = try CandidateStore.records(plan, .matcher, connection).records
            .filter { $0.summary.bureau != record.bureau }
        let firearm = record.content.firearm
        let query = MatchQuery(
            serial: number.pattern, makeCode: firearm.makeCode, make: firearm.make, model: firearm.model,
            calibreCode: firearm.calibreCode, calibre: firearm.calibre, type: firearm.type,
            country: firearm.countryOfManufacture
        )
        let table = try context.tables.table(of: record.bureau, connection).table
        return try CandidateRanking.rank(query, others, table).filter { $0.score >= Self.leastScore }.compactMap {
            other in
            guard let found = try RecordStore.record(sequence: other.record.sequence, connection) else { return nil }
            let (earlier, later) = found.sequence < record.sequence ? (found, record) : (record, found)
            return try Self.draft(of: later, earlier, other, connection)
        }
    }

    /// A hit between two records. The owner is asked, so it must be one that may know of both records: the earlier
    /// record's bureau, else the new one's. Where each is hidden from the other's bureau, the coordination centre alone
    /// learns of the hit.
    private static func draft(
        of record: FirearmRecord, _ earlier: FirearmRecord, _ match: CheckCandidate, _ connection: any ReadConnection
    ) throws -> Draft? {
        let earlierMayKnow = try desk(of: earlier.bureau, mayKnow: record, connection)
        let recordMayKnow = try desk(of: record.bureau, mayKnow: earlier, connection)
        let (owned, other) = earlierMayKnow || !recordMayKnow ? (earlier, record) : (record, earlier)
        let isKnownToOwner = earlierMayKnow || recordMayKnow
        let centre =
            try isKnownToOwner
            ? nil : BureauStore.bureaus(connection).first { $0.isCoordinationCentre }?.code
        guard let numberedBy = isKnownToOwner ? owned.bureau : centre else { return nil }
        let hit = HitStore.Draft(
            state: .potential, urgency: .routine, origin: .otherRecord, searcherBureau: other.bureau,
            ownerBureau: owned.bureau, check: nil, record: owned.sequence, otherRecord: other.sequence,
            score: match.score, reasons: match.reasons, clock: nil, note: ""
        )
        return Draft(hit: hit, numberedBy: numberedBy)
    }

    private static func desk(
        of bureau: String, mayKnow record: FirearmRecord, _ connection: any ReadConnection
    ) throws -> Bool {
        guard let bureau = try BureauStore.bureau(code: bureau, connection) else { return false }
        var desk = Actor.system(bureau: bureau.code)
        desk.country = bureau.country
        desk.isCoordinationCentre = bureau.isCoordinationCentre
        desk.role = .bureauDesk
        return Access.mayKnow(record.accessFacts, desk)
    }

    private static func candidate(_ record: FirearmRecord, _ number: FirearmNumber) -> MatchCandidate {
        let firearm = record.content.firearm
        return MatchCandidate(
            id: record.sequence, normalised: number.pattern.normalised, part: number.part, state: number.state,
            makeCode: firearm.makeCode, make: firearm.make, model: firearm.model, calibreCode: firearm.calibreCode,
            calibre: firearm.calibre, type: firearm.type, country: firearm.countryOfManufacture
        )
    }
}
