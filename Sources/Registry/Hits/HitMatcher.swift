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
        let numbers = entries.filter { $0.action == "record.create" || $0.action == "record.change" }
            .compactMap { $0.object.hasPrefix("record:") ? String($0.object.dropFirst(7)) : nil }
        let settings = context.settings
        let drafts = try await context.database.read { connection in
            try Set(numbers).sorted().flatMap { try Self.drafts(forRecord: $0, settings, connection) }
        }
        let now = context.now()
        try await context.database.write { connection in
            guard try HitStore.advance(Self.follower, from: position, to: last.sequence, connection) else { return }
            for draft in drafts {
                let actor = Actor.system(bureau: draft.ownerBureau)
                _ = try HitStore.insert(draft, JournalledConnection(base: connection, actor: actor, time: now))
            }
        }
        return entries.count
    }

    /// The hits a record gives rise to.
    private static func drafts(
        forRecord number: String, _ settings: RegistrySettings, _ connection: any ReadConnection
    ) throws -> [HitStore.Draft] {
        guard let record = try RecordStore.record(number: number, connection), record.status.isSearchable else {
            return []
        }
        var drafts: [HitStore.Draft] = []
        for firearmNumber in record.content.firearm.numbers {
            let plan = SerialLookup.plan(for: firearmNumber.pattern)
            guard !plan.isEmpty else { continue }
            for draft in try draftsFromChecks(record, firearmNumber, plan, connection)
                + draftsFromRecords(record, firearmNumber, plan, connection)
            where !drafts.contains(where: { $0.check == draft.check && $0.otherRecord == draft.otherRecord }) {
                drafts.append(draft)
            }
        }
        return drafts
    }

    private static func draftsFromChecks(
        _ record: FirearmRecord, _ number: FirearmNumber, _ plan: [SerialLookup], _ connection: any ReadConnection
    ) throws -> [HitStore.Draft] {
        try CandidateStore.checks(plan, connection).compactMap { sequence in
            guard let check = try CheckStore.check(sequence: sequence, connection), check.bureau != record.bureau else {
                return nil
            }
            let candidate = candidate(record, number)
            let ranked = Ranking.rank(check.request.matchQuery, [candidate], table: .standard).first
            guard let ranked, ranked.score >= leastScore else { return nil }
            return HitStore.Draft(
                state: .potential, urgency: .routine, origin: .earlierCheck, searcherBureau: check.bureau,
                ownerBureau: record.bureau, check: check.id, record: record.sequence, otherRecord: nil,
                score: ranked.score, reasons: ranked.reasons, clock: nil, note: ""
            )
        }
    }

    private static func draftsFromRecords(
        _ record: FirearmRecord, _ number: FirearmNumber, _ plan: [SerialLookup], _ connection: any ReadConnection
    ) throws -> [HitStore.Draft] {
        // Matching acts for nobody and sees every record; who may know of the hit is decided when it is read.
        let others = try CandidateStore.records(plan, .matcher, connection).records
            .filter { $0.summary.bureau != record.bureau }
        let firearm = record.content.firearm
        let query = MatchQuery(
            serial: number.pattern, makeCode: firearm.makeCode, make: firearm.make, model: firearm.model,
            calibreCode: firearm.calibreCode, calibre: firearm.calibre, type: firearm.type,
            country: firearm.countryOfManufacture
        )
        return CandidateRanking.rank(query, others).filter { $0.score >= leastScore }.map { other in
            HitStore.Draft(
                state: .potential, urgency: .routine, origin: .otherRecord, searcherBureau: record.bureau,
                ownerBureau: other.record.bureau, check: nil, record: other.record.sequence,
                otherRecord: record.sequence, score: other.score, reasons: other.reasons, clock: nil, note: ""
            )
        }
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
