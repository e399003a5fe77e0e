import Firearms
import Registry
import Storage

/// A record of a document or vehicle as the API writes it: its object stands under the name of the kind.
struct ObjectAnswer<Object: WiredObject>: Encodable {
    private let record: ObjectRecord<Object>
    private let isOwner: Bool

    init(_ record: ObjectRecord<Object>, for actor: Actor) {
        self.record = record
        isOwner = record.bureau == actor.bureau
    }

    private enum CodingKeys: String, CodingKey {
        case number, bureau, status, version, createdAt, changedAt, `class`, document, vehicle, eventDate, place
        case circumstances, nationalReference, purpose, handling, hiddenFrom, retentionUntil
    }

    func encode(to encoder: any Encoder) throws {
        let content = record.content
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(record.number, forKey: .number)
        try container.encode(record.bureau, forKey: .bureau)
        try container.encode(record.status.rawValue, forKey: .status)
        try container.encode(record.version, forKey: .version)
        try container.encode(record.createdAt.description, forKey: .createdAt)
        try container.encode(record.changedAt.description, forKey: .changedAt)
        try container.encode(content.recordClass.rawValue, forKey: .class)
        try container.encode(content.object.fields, forKey: Object.kind == .document ? .document : .vehicle)
        try container.encodeIfPresent(content.eventDate?.description, forKey: .eventDate)
        try container.encodeIfPresent(content.place, forKey: .place)
        try container.encodeIfPresent(content.circumstances, forKey: .circumstances)
        try container.encodeIfPresent(content.nationalReference, forKey: .nationalReference)
        try container.encode(content.purpose.rawValue, forKey: .purpose)
        try container.encode(content.handling.rawValue, forKey: .handling)
        // Told to the owner only.
        if isOwner { try container.encode((content.hiddenFrom ?? []).map(\.code), forKey: .hiddenFrom) }
        try container.encodeIfPresent(content.retentionUntil?.description, forKey: .retentionUntil)
    }
}

/// The few fields of a record of a document or vehicle in lists, candidates and hits.
struct ObjectSummaryAnswer<Object: WiredObject>: Encodable {
    private let record: ObjectRecord<Object>

    init(_ record: ObjectRecord<Object>) { self.record = record }

    private enum CodingKeys: String, CodingKey {
        case number, bureau, status, `class`, document, vehicle, handling, changedAt
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(record.number, forKey: .number)
        try container.encode(record.bureau, forKey: .bureau)
        try container.encode(record.content.recordClass.rawValue, forKey: .class)
        try container.encode(record.status.rawValue, forKey: .status)
        try container.encode(record.content.handling.rawValue, forKey: .handling)
        try container.encode(record.content.object.fields, forKey: Object.kind == .document ? .document : .vehicle)
        try container.encode(record.changedAt.description, forKey: .changedAt)
    }
}

/// Reads the content of a record of a document or vehicle from a JSON body.
enum ObjectInput<Object: WiredObject> {
    /// - Throws: `RegistryError` `invalid` with every wrong field: what cannot be read, and what breaks a rule.
    static func content(
        _ body: inout JSONBody, _ service: ObjectService<Object>
    ) throws(RegistryError) -> ObjectContent<Object> {
        let recordClass = body.requiredCode("class") { Object.Class(rawValue: $0) }
        let name = Object.kind.rawValue
        let object = body.object(name) { Object.read(&$0) }
        if object == nil, !body.failures.contains(where: { $0.field.hasPrefix(name) }) { body.note(name, "required") }
        let purpose = body.requiredCode("purpose") { Purpose(rawValue: $0) }
        let eventDate = body.code("eventDate") { CalendarDate($0) }
        let place = body.string("place")
        let circumstances = body.string("circumstances")
        let nationalReference = body.string("nationalReference")
        let handling = body.code("handling") { HandlingLevel(rawValue: $0) }
        let hiddenFrom = body.strings("hiddenFrom").compactMap { code -> Country? in
            if let country = Country(code) { return country }
            body.note("hiddenFrom", "unknown-code", code)
            return nil
        }
        let retentionUntil = body.code("retentionUntil") { CalendarDate($0) }
        guard let object, let recordClass = recordClass ?? Object.Class.allCases.first else {
            try body.refuseFailures()
            throw RegistryError(.invalid)
        }
        let content = ObjectContent(
            recordClass: recordClass, object: object.completed(), eventDate: eventDate, place: place,
            circumstances: circumstances, nationalReference: nationalReference, purpose: purpose ?? .identifyObjects,
            handling: handling ?? .officialUseOnly, hiddenFrom: hiddenFrom.isEmpty ? nil : hiddenFrom,
            retentionUntil: retentionUntil
        )
        try body.refuseFailures(and: service.failures(in: content))
        return content
    }
}
