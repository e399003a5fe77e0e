import Firearms
import Registry

/// Reads an exhibit from the fields of a form, and writes one into them.
struct ExhibitFormInput {
    private(set) var reader: CaseFormInput
    /// What could be read.
    private(set) var content: ExhibitContent
    /// The place of the event in the case.
    private(set) var event: Int?

    var fields: FormFields { reader.fields }
    var failures: [FieldFailure] { reader.failures }

    init(_ fields: FormFields) {
        var reader = CaseFormInput(fields)
        var content = ExhibitContent(
            kind: reader.read("kind", "unknown-code") { ExhibitKind(rawValue: $0) } ?? .cartridgeCase
        )
        event = reader.integer("event")
        content.isTestFire = fields["testFire"] != nil
        content.calibre = fields["calibre"]
        content.ammunition = fields["ammunition"]
        content.firearmRecord = fields["firearmRecord"]
        content.label = fields["label"]
        content.remarks = reader.text("remarks")
        content.characteristics.lands = reader.integer("characteristics-lands")
        content.characteristics.twist = reader.read("characteristics-twist", "unknown-code") { .init(rawValue: $0) }
        content.characteristics.landWidth = reader.number("characteristics-landWidth")
        content.characteristics.grooveWidth = reader.number("characteristics-grooveWidth")
        content.characteristics.firingPinShape = reader.read("characteristics-firingPinShape", "unknown-code") {
            .init(rawValue: $0)
        }
        content.characteristics.breechFaceClass = reader.read("characteristics-breechFaceClass", "unknown-code") {
            .init(rawValue: $0)
        }
        content.characteristics.ejectorPosition = reader.number("characteristics-ejectorPosition")
        content.characteristics.extractorPosition = reader.number("characteristics-extractorPosition")
        content.circumstances.isFromBorderOfficers = fields["borderOfficers"] != nil
        content.circumstances.isFromSuspectedTrafficker = fields["suspectedTrafficker"] != nil
        content.circumstances.firearmsTogether = reader.integer("firearmsTogether")
        content.circumstances.isPossessorResidentElsewhere = fields["possessorResidentElsewhere"] != nil
        content.purpose = reader.read("purpose", "unknown-code") { Purpose(rawValue: $0) } ?? .forensics
        content.handling =
            reader.read("handling", "unknown-code") { HandlingLevel(rawValue: $0) } ?? .officialUseOnly
        content.hiddenFrom = Set(fields.all("hiddenFrom").compactMap { Country($0) }).sorted()
        content.retentionUntil = reader.read("retentionUntil", "not-a-date") { CalendarDate($0) }
        self.reader = reader
        self.content = content
    }

    /// An exhibit as the fields of the form.
    static func fields(_ content: ExhibitContent, event: Int?) -> FormFields {
        var fields = FormFields()
        func put(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { fields.append(name, value) }
        }
        func put(_ name: String, _ value: Double?) { put(name, value.map(FirearmDescription.decimal)) }
        func put(_ name: String, _ isTrue: Bool) { put(name, isTrue ? "yes" : nil) }
        let (traits, found) = (content.characteristics, content.circumstances)
        put("event", event.map { "\($0)" })
        put("kind", content.kind.rawValue)
        put("testFire", content.isTestFire)
        put("calibre", content.calibre)
        put("ammunition", content.ammunition)
        put("firearmRecord", content.firearmRecord)
        put("label", content.label)
        put("remarks", content.remarks)
        put("characteristics-lands", traits.lands.map { "\($0)" })
        put("characteristics-twist", traits.twist?.rawValue)
        put("characteristics-landWidth", traits.landWidth)
        put("characteristics-grooveWidth", traits.grooveWidth)
        put("characteristics-firingPinShape", traits.firingPinShape?.rawValue)
        put("characteristics-breechFaceClass", traits.breechFaceClass?.rawValue)
        put("characteristics-ejectorPosition", traits.ejectorPosition)
        put("characteristics-extractorPosition", traits.extractorPosition)
        put("borderOfficers", found.isFromBorderOfficers)
        put("suspectedTrafficker", found.isFromSuspectedTrafficker)
        put("firearmsTogether", found.firearmsTogether.map { "\($0)" })
        put("possessorResidentElsewhere", found.isPossessorResidentElsewhere)
        put("purpose", content.purpose.rawValue)
        put("handling", content.handling.rawValue)
        for country in content.hiddenFrom { put("hiddenFrom", country.code) }
        put("retentionUntil", content.retentionUntil?.description)
        return fields
    }
}
