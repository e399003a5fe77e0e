import Matching
import Storage

/// Potential hits, as matching makes them.
extension HitMatcher.Draft {
    /// A hit between an earlier check and a record or notice.
    /// - Parameters:
    ///   - found: the check.
    ///   - kind: in which table the record is.
    ///   - record: its row number there.
    ///   - owner: code of the bureau that owns it, which numbers the hit.
    init(_ found: EarlierChecks.Found, of kind: HitRecord.Kind, _ record: Int64, owner: String) {
        hit = HitStore.Draft(
            state: .potential, urgency: .routine, origin: .earlierCheck, searcherBureau: found.check.bureau,
            ownerBureau: owner, check: found.check.id, kind: kind, record: record, otherRecord: nil,
            score: found.score, reasons: found.reasons, clock: nil, note: ""
        )
        numberedBy = owner
    }
}

extension HitMatcher {
    /// One of two records that agree.
    struct Side {
        var sequence: Int64
        var facts: Access.RecordFacts
        var bureau: String { facts.bureau }

        init(_ record: FirearmRecord) {
            sequence = record.sequence
            facts = record.accessFacts
        }

        init<Object>(_ record: ObjectRecord<Object>) {
            sequence = record.sequence
            facts = record.accessFacts
        }
    }

    /// A hit between two records. The owner is asked, so it must be one that may know of both records: the earlier
    /// record's bureau, else the new one's. Where each is hidden from the other's bureau, the coordination centre alone
    /// learns of the hit.
    static func draft(
        of record: Side, _ earlier: Side, _ kind: HitRecord.Kind, score: Double, reasons: [MatchReason],
        _ connection: any ReadConnection
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
            ownerBureau: owned.bureau, check: nil, kind: kind, record: owned.sequence, otherRecord: other.sequence,
            score: score, reasons: reasons, clock: nil, note: ""
        )
        return Draft(hit: hit, numberedBy: numberedBy)
    }

    private static func desk(
        of bureau: String, mayKnow record: Side, _ connection: any ReadConnection
    ) throws -> Bool {
        guard let bureau = try BureauStore.bureau(code: bureau, connection) else { return false }
        var desk = Actor.system(bureau: bureau.code)
        desk.country = bureau.country
        desk.isCoordinationCentre = bureau.isCoordinationCentre
        desk.role = .bureauDesk
        return Access.mayKnow(record.facts, desk)
    }
}
