import Identity
import Storage

/// Finds records of documents and vehicles by their keys, with the rights of the actor.
enum ObjectSearch {
    /// Most records read for one thing that is checked. Folded numbers of documents are shared by few.
    private static let mostRead = 200
    /// Most candidates shown of one kind.
    private static let mostShown = 25

    /// Records that may be of one of the documents, best first.
    static func documents(
        _ queries: [DocumentQuery], _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [ObjectCandidate<TravelDocument>] {
        let keys = queries.compactMap { DocumentNumber($0.number) }.flatMap { TravelDocument.keys(of: $0) }
        let records: [DocumentRecord] = try ObjectStore.records(under: keys, limit: mostRead, actor, connection)
        return best(
            records.compactMap { record in
                queries.compactMap { DocumentComparison.candidate($0, record) }.max { $0.score < $1.score }
            })
    }

    /// Records that may be of the vehicle, best first.
    static func vehicles(
        _ vehicle: Vehicle?, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [ObjectCandidate<Vehicle>] {
        guard let vehicle = vehicle?.completed() else { return [] }
        let records: [VehicleRecord] = try ObjectStore.records(
            under: vehicle.searchKeys, limit: mostRead, actor, connection
        )
        return best(records.compactMap { VehicleComparison.candidate(vehicle, $0) })
    }

    private static func best<Object>(_ found: [ObjectCandidate<Object>]) -> [ObjectCandidate<Object>] {
        Array(
            found.sorted { ($1.score, $0.record.sequence) < ($0.score, $1.record.sequence) }.prefix(mostShown)
        )
    }
}
