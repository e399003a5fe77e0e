import Firearms
import Matching
import Storage

/// Firearms: by every number that was entered.
extension HitMatcher {
    /// The hits a record gives rise to, as it was entered by an entry of the journal.
    func drafts(
        forFirearm number: String, enteredAt entry: Int64, _ connection: any ReadConnection
    ) throws -> [Draft] {
        guard let record = try RecordStore.record(number: number, connection), record.status.isSearchable else {
            return []
        }
        return try record.content.firearm.numbers.flatMap { firearmNumber -> [Draft] in
            let plan = SerialLookup.plan(for: firearmNumber)
            guard !plan.isEmpty else { return [] }
            return try draftsFromChecks(before: entry, record, firearmNumber, plan, connection)
                + draftsFromRecords(record, firearmNumber, plan, connection)
        }
    }

    private func draftsFromChecks(
        before entry: Int64, _ record: FirearmRecord, _ number: FirearmNumber, _ plan: [SerialLookup],
        _ connection: any ReadConnection
    ) throws -> [Draft] {
        try CandidateStore.checks(plan, connection).compactMap { sequence in
            // A check after the record found it, and its officer decided.
            guard let check = try CheckStore.check(sequence: sequence, connection), check.bureau != record.bureau,
                check.entry < entry, let firearm = check.request.firearm
            else { return nil }
            let candidate = Self.candidate(record, number)
            let table = try context.tables.table(of: check.bureau, connection).table
            let ranked = Ranking.rank(firearm.matchQuery(table), [candidate], table: table).first
            guard let ranked, ranked.score >= Self.leastScore else { return nil }
            let found = EarlierChecks.Found(check: check, score: ranked.score, reasons: ranked.reasons)
            return Draft(found, of: .firearm, record.sequence, owner: record.bureau)
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
            return try Self.draft(
                of: Side(later), Side(earlier), .firearm, score: other.score, reasons: other.reasons, connection
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
