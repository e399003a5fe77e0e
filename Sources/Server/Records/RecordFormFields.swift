import Firearms
import Registry

/// A record's content as the fields of the form, so that one form shows a stored record and what somebody typed.
enum RecordFormFields {
    /// The fields of a new record.
    static let blank: FormFields = {
        var fields = FormFields()
        fields.append("handling", HandlingLevel.officialUseOnly.rawValue)
        fields.append("purpose", Purpose.identifyObjects.rawValue)
        return fields
    }()

    /// The fields of a new record that begins with what is known of the firearm already.
    static func begun(_ known: FormFields) -> FormFields {
        var fields = blank
        for (name, value) in known.pairs where firearmNames.contains(name) || name.hasPrefix("numbers-") {
            fields.append(name, value)
        }
        return fields
    }

    private static let firearmNames: Set<String> = [
        "type", "action", "make", "model", "calibre", "conversion", "circumstances",
    ]

    static func fields(_ content: RecordContent) -> FormFields {
        var fields = FormFields()
        func put(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { fields.append(name, value) }
        }
        put("recordClass", content.recordClass.rawValue)
        put("purpose", content.purpose.rawValue)
        put("handling", content.handling.rawValue)
        put("eventDate", content.eventDate?.description)
        put("eventDateEnd", content.eventDateEnd?.description)
        put("retentionUntil", content.retentionUntil?.description)
        put("place", content.place)
        put("circumstances", content.circumstances)
        put("nationalReference", content.nationalReference)
        for country in content.hiddenFrom ?? [] { put("hiddenFrom", country.code) }
        let firearm = content.firearm
        put("type", firearm.type?.rawValue)
        put("action", firearm.action?.rawValue)
        put("make", firearm.make)
        put("model", firearm.model)
        put("calibre", firearm.calibre)
        put("countryOfManufacture", firearm.countryOfManufacture?.code)
        put("countryOfImport", firearm.countryOfImport?.code)
        put("importer", firearm.importer)
        put("importYear", firearm.importYear.map { "\($0)" })
        put("yearMade", firearm.yearMade.map { "\($0)" })
        put("barrelLengthMillimetres", firearm.barrelLengthMillimetres.map(FirearmDescription.decimal))
        put("finish", firearm.finish)
        put("conversion", firearm.conversion?.rawValue)
        for (index, number) in firearm.numbers.enumerated() {
            put("numbers-\(index)-text", number.text)
            put("numbers-\(index)-part", number.part.rawValue)
            put("numbers-\(index)-state", number.state.rawValue)
        }
        for (index, mark) in firearm.marks.enumerated() {
            put("marks-\(index)-text", mark.text)
            put("marks-\(index)-kind", mark.kind.rawValue)
            put("marks-\(index)-place", mark.place)
        }
        return fields
    }
}
