import Identity
import Storage

/// Finds records of documents and vehicles by their keys, with the rights of the actor.
struct ObjectSearch {
    let index: ObjectIndex
    let actor: Actor
    let connection: any ReadConnection

    /// Most records read for one thing that is checked. Folded numbers of documents are shared by few.
    private static let mostRead = 200
    /// Most candidates shown of one kind.
    private static let mostShown = 25

    /// Records that may be of one of the documents, best first.
    func documents(_ queries: [DocumentQuery]) throws -> [ObjectCandidate<TravelDocument>] {
        let keys = queries.compactMap { DocumentNumber($0.number) }.flatMap { TravelDocument.keys(of: $0) }
        let records: [DocumentRecord] = try records(under: keys)
        return Self.best(
            records.compactMap { record in
                queries.compactMap { DocumentComparison.candidate($0, record) }.max { $0.score < $1.score }
            })
    }

    /// Records that may be of the vehicle, best first.
    func vehicles(_ vehicle: Vehicle?) throws -> [ObjectCandidate<Vehicle>] {
        guard let vehicle = vehicle?.completed() else { return [] }
        let records: [VehicleRecord] = try records(under: vehicle.searchKeys)
        return Self.best(records.compactMap { VehicleComparison.candidate(vehicle, $0) })
    }

    /// The records that may stand under the keys: what the index in memory proposes, else what the database finds.
    private func records<Object: RecordedObject>(under keys: [ObjectKey]) throws -> [ObjectRecord<Object>] {
        guard !keys.isEmpty else { return [] }
        guard let rows = try index.rows(keys, connection) else {
            return try ObjectStore.records(under: keys, limit: Self.mostRead, actor, connection)
        }
        return try ObjectStore.records(rows.sorted(), limit: Self.mostRead, actor, connection)
    }

    private static func best<Object>(_ found: [ObjectCandidate<Object>]) -> [ObjectCandidate<Object>] {
        Array(
            found.sorted { ($1.score, $0.record.sequence) < ($0.score, $1.record.sequence) }.prefix(mostShown)
        )
    }
}
