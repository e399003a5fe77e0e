import Firearms
import Registry

/// Reads a record's content from a JSON body.
enum RecordInput {
    /// - Throws: `RegistryError` `invalid` with every wrong field: what cannot be read, and what breaks a rule.
    static func content(_ body: inout JSONBody, _ records: RecordService) throws(RegistryError) -> RecordContent {
        let content = read(&body)
        try body.refuseFailures(and: records.failures(in: content))
        return content
    }

    /// The content as far as it can be read; what cannot is noted and something else stands in its place.
    private static func read(_ body: inout JSONBody) -> RecordContent {
        let recordClass = body.requiredCode("class") { RecordClass(rawValue: $0) }
        let purpose = body.requiredCode("purpose") { Purpose(rawValue: $0) }
        let firearm = body.object("firearm") { Self.firearm(&$0) }
        if firearm == nil, !body.failures.contains(where: { $0.field == "firearm" }) {
            body.note("firearm", "required")
        }
        let eventDate = body.code("eventDate") { CalendarDate($0) }
        let eventDateEnd = body.code("eventDateEnd") { CalendarDate($0) }
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
        return RecordContent(
            recordClass: recordClass ?? .stolen, firearm: firearm ?? Firearm(), eventDate: eventDate,
            eventDateEnd: eventDateEnd, place: place, circumstances: circumstances,
            nationalReference: nationalReference,
            purpose: purpose ?? .identifyObjects, handling: handling ?? .officialUseOnly,
            hiddenFrom: hiddenFrom.isEmpty ? nil : hiddenFrom, retentionUntil: retentionUntil
        )
    }

    private static func firearm(_ body: inout JSONBody) -> Firearm? {
        Firearm(
            type: body.code("type") { FirearmType($0) },
            action: body.code("action") { FirearmAction($0) },
            make: body.string("make"),
            model: body.string("model"),
            calibre: body.string("calibre"),
            countryOfManufacture: body.code("countryOfManufacture") { Country($0) },
            countryOfImport: body.code("countryOfImport") { Country($0) },
            importer: body.string("importer"),
            importYear: body.integer("importYear"),
            yearMade: body.integer("yearMade"),
            barrelLengthMillimetres: body.number("barrelLengthMillimetres"),
            finish: body.string("finish"),
            conversion: body.code("conversion") { Conversion($0) },
            marks: body.objects("marks") { Self.mark(&$0) },
            numbers: body.objects("numbers") { Self.number(&$0) }
        )
    }

    private static func number(_ body: inout JSONBody) -> FirearmNumber? {
        let part = body.code("part") { NumberPart($0) } ?? .frame
        let text = body.requiredString("text")
        let state = body.code("state") { NumberState($0) }
        guard let state else { return SerialReading(text, part: part).number }
        return FirearmNumber(part: part, text: text, state: state)
    }

    private static func mark(_ body: inout JSONBody) -> FirearmMark? {
        let kind = body.requiredCode("kind") { MarkKind($0) }
        let text = body.requiredString("text")
        let place = body.string("place")
        return kind.map { FirearmMark(kind: $0, text: text, place: place) }
    }
}
