import Firearms
import Registry

extension RecordReport {
    /// The report of a record, without what depends on how the reader came to it.
    /// - Parameter serial: the number it was found by, to mark the places that differ.
    init(
        _ record: FirearmRecord, owner: BureauName, for actor: Actor, comparedWith serial: String? = nil,
        in language: Language
    ) {
        let content = record.content
        self.init(
            number: record.number, version: record.version,
            firearm: FirearmDescription(content.firearm, comparedWith: serial, in: language),
            recordClass: language.badge("class", content.recordClass.rawValue),
            status: language.badge("status", record.status.rawValue),
            handling: language.badge("handling", content.handling.rawValue),
            owner: owner,
            nationalReference: content.nationalReference,
            purpose: language.label("purpose", content.purpose.rawValue),
            date: Self.dates(content),
            place: content.place,
            circumstances: content.circumstances,
            created: TimeStamp(record.createdAt.description),
            retention: content.retentionUntil.map { TimeStamp($0.description) },
            hiddenFrom: record.bureau == actor.bureau
                ? (content.hiddenFrom ?? []).map { language.countryName($0.code) } : []
        )
    }

    private static func dates(_ content: RecordContent) -> String? {
        guard let first = content.eventDate else { return nil }
        guard let last = content.eventDateEnd, last != first else { return first.description }
        return "\(first) – \(last)"
    }
}

extension FirearmDescription {
    init(_ firearm: Firearm, comparedWith serial: String? = nil, in language: Language) {
        let name = [firearm.make, firearm.model].compactMap { $0 }.joined(separator: " ")
        let type = firearm.type.map { language.label("type", $0.rawValue) }
        self.init(
            heading: name.isEmpty ? type ?? language.text("field.firearm") : name,
            type: type,
            action: firearm.action.map { language.label("action", $0.rawValue) },
            make: firearm.make, model: firearm.model, calibre: firearm.calibre,
            countryOfManufacture: firearm.countryOfManufacture.map { language.countryName($0.code) },
            yearMade: firearm.yearMade.map(String.init),
            countryOfImport: firearm.countryOfImport.map { language.countryName($0.code) },
            importer: firearm.importer, importYear: firearm.importYear.map(String.init),
            barrelLength: firearm.barrelLengthMillimetres.map { "\(Self.short($0)) mm" },
            finish: firearm.finish,
            conversion: firearm.conversion.map { language.label("conversion", $0.rawValue) },
            numbers: firearm.numbers.map { number in
                Number(
                    part: language.label("number-part", number.part.rawValue),
                    state: language.badge("number-state", number.state.rawValue),
                    serial: number.pattern.isEmpty
                        ? nil : SerialStrip(number.text, comparedWith: serial, in: language)
                )
            },
            marks: firearm.marks.map {
                Mark(kind: language.label("mark-kind", $0.kind.rawValue), text: $0.text, place: $0.place)
            }
        )
    }

    private static func short(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }
}

extension RecordSummary {
    /// The firearm in a line: `Pistol · Taurus PT 92 · 9 mm Luger`.
    func line(in language: Language) -> String {
        let name = [make, model].filter { !$0.isEmpty }.joined(separator: " ")
        let parts = [type.map { language.label("type", $0.rawValue) } ?? "", name, calibre].filter { !$0.isEmpty }
        return parts.isEmpty ? language.text("field.firearm") : parts.joined(separator: " · ")
    }

    /// The number laid out; nil where there is none.
    func strip(comparedWith other: String? = nil, in language: Language) -> SerialStrip? {
        serial.isEmpty ? nil : SerialStrip(serial, comparedWith: other, in: language)
    }
}
