import Identity
import Matching
import Storage

/// Documents and vehicles: by every number that was entered.
extension HitMatcher {
    /// Most records of other bureaus that one record is held against.
    private static let mostRecords = 500

    /// The hits a document gives rise to, as it was entered by an entry of the journal.
    func drafts(
        forDocument number: String, enteredAt entry: Int64, _ connection: any ReadConnection
    ) throws -> [Draft] {
        let found: DocumentRecord? = try ObjectStore.record(number: number, connection)
        guard let record = found, record.status.isSearchable, let range = record.content.object.range else { return [] }
        let checks = try EarlierChecks(context: context).ofDocument(record, before: entry, connection).map {
            Draft($0, of: .document, record.sequence, owner: record.bureau)
        }
        let others: [DocumentRecord] =
            try range.count == 1
            ? ObjectStore.records(
                under: TravelDocument.keys(of: range.first), limit: Self.mostRecords, .matcher, connection)
            : ObjectStore.documents(beginning: range.foldedBeginning, limit: Self.mostRecords, connection)
        return try checks
            + others.filter { $0.bureau != record.bureau }.compactMap { other in
                // Of two, the single document is held against the range.
                let (single, held) = range.count == 1 ? (record, other) : (other, record)
                guard single.content.object.lastNumber == nil,
                    let match = DocumentComparison.candidate(DocumentQuery(single.content.object), held)
                else { return nil }
                return try Self.draft(record, other, .document, match, connection)
            }
    }

    /// The hits a vehicle gives rise to, as it was entered by an entry of the journal.
    func drafts(
        forVehicle number: String, enteredAt entry: Int64, _ connection: any ReadConnection
    ) throws -> [Draft] {
        let found: VehicleRecord? = try ObjectStore.record(number: number, connection)
        guard let record = found, record.status.isSearchable else { return [] }
        let checks = try EarlierChecks(context: context).ofVehicle(record, before: entry, connection).map {
            Draft($0, of: .vehicle, record.sequence, owner: record.bureau)
        }
        let vehicle = record.content.object
        let others: [VehicleRecord] = try ObjectStore.records(
            under: vehicle.searchKeys, limit: Self.mostRecords, .matcher, connection
        )
        return try checks
            + others.filter { $0.bureau != record.bureau }.compactMap { other in
                guard let match = VehicleComparison.candidate(vehicle, other) else { return nil }
                return try Self.draft(record, other, .vehicle, match, connection)
            }
    }

    private static func draft<Object>(
        _ record: ObjectRecord<Object>, _ other: ObjectRecord<Object>, _ kind: HitRecord.Kind,
        _ match: ObjectCandidate<Object>, _ connection: any ReadConnection
    ) throws -> Draft? {
        guard match.score >= leastScore else { return nil }
        let (earlier, later) = other.sequence < record.sequence ? (other, record) : (record, other)
        return try draft(
            of: Side(later), Side(earlier), kind, score: match.score, reasons: match.reasons, connection
        )
    }
}
