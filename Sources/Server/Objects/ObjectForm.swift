import Firearms
import Registry
import Storage

/// The content of a record of a document or vehicle as a form has it.
struct ObjectForm<Object: WiredObject> {
    let content: ObjectContent<Object>
    let reason: String
    /// What cannot be read.
    let failures: [FieldFailure]

    init(_ fields: FormFields) {
        var form = FormReader(fields)
        let recordClass = form.required("recordClass") { Object.Class(rawValue: $0) }
        let object = Object(&form)
        let purpose = form.required("purpose") { Purpose(rawValue: $0) }
        let handling = form.required("handling") { HandlingLevel(rawValue: $0) }
        let eventDate = form.value("eventDate", "not-a-date") { CalendarDate($0) }
        let retentionUntil = form.value("retentionUntil", "not-a-date") { CalendarDate($0) }
        let hiddenFrom = Set(fields.all("hiddenFrom").compactMap { Country($0) }).sorted()
        // There is no kind without classes; where none was chosen, the failures say so.
        content = ObjectContent(
            recordClass: recordClass ?? Object.Class.allCases[Object.Class.allCases.startIndex],
            object: object.completed(), eventDate: eventDate, place: fields["place"],
            circumstances: fields["circumstances"]?.replacing("\r\n", with: "\n"),
            nationalReference: fields["nationalReference"], purpose: purpose ?? .identifyObjects,
            handling: handling ?? .officialUseOnly, hiddenFrom: hiddenFrom.isEmpty ? nil : hiddenFrom,
            retentionUntil: retentionUntil
        )
        reason = fields["reason"] ?? ""
        failures = form.failures
    }

    /// - Throws: `RegistryError` `invalid` with every wrong field: those that cannot be read, and those that break a rule.
    func refuseFailures(_ service: ObjectService<Object>) throws(RegistryError) {
        let unread = Set(failures.map(\.field))
        var all = failures + service.failures(in: content).filter { !unread.contains($0.field) }
        if let failure = RecordFormPages.failure(ofReason: reason, isRequired: false) { all.append(failure) }
        guard all.isEmpty else { throw RegistryError(.invalid, failures: all) }
    }

    /// The fields of a new record.
    static var blank: FormFields {
        var fields = FormFields()
        fields.append("handling", HandlingLevel.officialUseOnly.rawValue)
        fields.append("purpose", Purpose.identifyObjects.rawValue)
        return fields
    }

    /// The fields of a stored record.
    static func fields(_ content: ObjectContent<Object>) -> FormFields {
        var fields = FormFields()
        func put(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { fields.append(name, value) }
        }
        put("recordClass", content.recordClass.rawValue)
        for (path, value) in content.object.formValues { put(FieldName.name(for: path), value) }
        put("eventDate", content.eventDate?.description)
        put("place", content.place)
        put("circumstances", content.circumstances)
        put("nationalReference", content.nationalReference)
        put("purpose", content.purpose.rawValue)
        put("handling", content.handling.rawValue)
        put("retentionUntil", content.retentionUntil?.description)
        for country in content.hiddenFrom ?? [] { put("hiddenFrom", country.code) }
        return fields
    }
}
