import Firearms
import Foundation
import Registry

/// A firearm in words, in lists and in reports.
extension Language {
    /// A firearm in a line, of what is known: `Pistol · Taurus PT 92 · 9 mm Luger`.
    func firearmLine(type: FirearmType?, make: String?, makeCode: String?, model: String?, calibre: String?) -> String {
        let name = [Self.makeName(make, code: makeCode), model].compactMap { $0 }.filter { !$0.isEmpty }
        return [type.map { label("type", $0.rawValue) }, name.joined(separator: " "), calibre]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The firearm of a record's summary in a line.
    func firearmLine(_ record: RecordSummary) -> String {
        firearmLine(
            type: record.type, make: record.make, makeCode: record.makeCode, model: record.model,
            calibre: record.calibre
        )
    }

    /// Make and model, or the type, or the word for firearm where nothing is known.
    func firearmHeading(_ firearm: Firearm) -> String {
        let name = [Self.makeName(firearm.make, code: firearm.makeCode), firearm.model]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        if !name.isEmpty { return name }
        return firearm.type.map { label("type", $0.rawValue) } ?? text("record.firearm")
    }

    /// The day or the range of days of an event.
    func eventDate(_ content: RecordContent) -> String? {
        switch (content.eventDate?.description, content.eventDateEnd?.description) {
        case (let first?, let last?) where last != first: "\(first) – \(last)"
        case (let first?, _): first
        case (nil, let last?): "– \(last)"
        case (nil, nil): nil
        }
    }

    /// The name of the reference table, else the make as it was written.
    private static func makeName(_ make: String?, code: String?) -> String? {
        code.flatMap { ReferenceTable.standard.make(code: $0)?.name } ?? make
    }
}

extension FirearmDescription {
    /// A firearm for a report.
    /// - Parameter read: the number that was checked, if any; places in which a recorded number differs are marked.
    init(_ firearm: Firearm, comparedWith read: String? = nil, in language: Language) {
        self.init(
            heading: language.firearmHeading(firearm),
            type: Self.type(firearm, in: language),
            action: firearm.action.map { language.label("action", $0.rawValue) },
            make: Self.written(firearm.make, firearm.makeCode.flatMap { ReferenceTable.standard.make(code: $0)?.name }),
            model: firearm.model,
            calibre: Self.written(
                firearm.calibre, firearm.calibreCode.flatMap { ReferenceTable.standard.calibre(code: $0)?.name }
            ),
            countryOfManufacture: firearm.countryOfManufacture.map { language.countryName($0.code) },
            yearMade: firearm.yearMade.map { "\($0)" },
            countryOfImport: firearm.countryOfImport.map { language.countryName($0.code) },
            importer: firearm.importer,
            importYear: firearm.importYear.map { "\($0)" },
            barrelLength: firearm.barrelLengthMillimetres.map { "\(Self.decimal($0)) mm" },
            finish: firearm.finish,
            conversion: firearm.conversion.map { language.label("conversion", $0.rawValue) },
            numbers: firearm.numbers.map { number in
                Number(
                    part: language.label("number-part", number.part.rawValue),
                    state: language.badge("number-state", number.state.rawValue),
                    serial: number.pattern.isEmpty
                        ? nil : SerialStrip(number.text, comparedWith: read, in: language),
                    remark: number.pattern.isEmpty && !number.text.isEmpty ? number.text : nil
                )
            },
            marks: firearm.marks.map {
                Mark(kind: language.label("mark-kind", $0.kind.rawValue), text: $0.text, place: $0.place)
            }
        )
    }

    /// The kind, and what was written for it where that is not the same.
    private static func type(_ firearm: Firearm, in language: Language) -> String? {
        let name = firearm.type.map { language.label("type", $0.rawValue) }
        guard let text = firearm.typeWritten else { return name }
        return name == nil ? "“\(text)”" : written(text, name)
    }

    /// The name of the reference table, and what was written where that is not the same.
    private static func written(_ text: String?, _ name: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        guard let name, name.lowercased() != text.lowercased() else { return name ?? text }
        return "\(name) (“\(text)”)"
    }

    /// Without a fraction where there is none: `127`, `127.5`.
    static func decimal(_ value: Double) -> String {
        guard value == value.rounded(), value.magnitude < 1e15 else { return "\(value)" }
        return "\(Int(value))"
    }
}
