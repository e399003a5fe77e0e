import Firearms
import Registry

extension RecordFormPage {
    /// Blank rows after those that are filled.
    private static let spareNumbers = 4
    private static let spareMarks = 3

    /// The form with what was typed or stored, and what is wrong with it.
    /// - Parameters:
    ///   - input: the fields as they were read.
    ///   - failures: every wrong field; each stands in the summary, and at its own field.
    ///   - hideable: the countries a record can be hidden from.
    init(
        _ input: RecordFormInput, failures: [FieldFailure], hideable: [String], action: String, cancelPath: String,
        in language: Language
    ) {
        let fields = input.fields
        // The first failure of a field stands at it.
        let errors = Dictionary(
            failures.map { (FieldName.name(for: $0.field), language.failure($0.code, $0.arguments)) },
            uniquingKeysWith: { first, _ in first }
        )
        func text(_ name: String) -> TextField { TextField(value: fields[name] ?? "", error: errors[name]) }
        func choice(
            _ name: String, _ group: String, _ codes: [String], value: String? = nil, blank: String? = nil
        ) -> ChoiceField {
            let chosen = value ?? fields[name]
            return ChoiceField(
                choices: language.choices(group, codes, selected: chosen, blank: blank), error: errors[name]
            )
        }
        func country(_ name: String) -> ChoiceField {
            ChoiceField(
                choices: language.countryChoices(Country.all.map(\.code), selected: fields[name], blank: open),
                error: errors[name]
            )
        }
        let open = language.text("form.not-known")
        let hidden = Set(fields.all("hiddenFrom"))
        let numberRows =
            input.numbers
            + Array(
                repeating: .init(text: "", part: "", state: ""),
                count: max(0, min(Self.spareNumbers, RecordFormInput.mostNumbers - input.numbers.count))
            )
        let markRows =
            input.marks
            + Array(
                repeating: .init(text: "", kind: "", place: ""),
                count: max(0, min(Self.spareMarks, RecordFormInput.mostMarks - input.marks.count))
            )
        self.init(
            action: action, cancelPath: cancelPath,
            errors: failures.map { language.fieldError($0.field, $0.code, $0.arguments) },
            recordClass: choice(
                "recordClass", "class", RecordClass.allCases.map(\.rawValue), blank: language.text("form.choose")
            ),
            eventDate: text("eventDate"), eventDateEnd: text("eventDateEnd"), place: text("place"),
            circumstances: text("circumstances"), nationalReference: text("nationalReference"),
            purpose: choice(
                "purpose", "purpose", Purpose.allCases.map(\.rawValue), blank: language.text("form.choose")
            ),
            handling: choice("handling", "handling", HandlingLevel.allCases.map(\.rawValue)),
            retentionUntil: text("retentionUntil"),
            hiddenFrom: language.countryChoices(hideable).map {
                Choice(value: $0.value, label: $0.label, isSelected: hidden.contains($0.value))
            },
            hidesFromAny: !hidden.isEmpty,
            type: choice("type", "type", FirearmType.all.map(\.rawValue), blank: open),
            make: text("make"), model: text("model"), calibre: text("calibre"),
            firearmAction: choice("action", "action", FirearmAction.all.map(\.rawValue), blank: open),
            countryOfManufacture: country("countryOfManufacture"), yearMade: text("yearMade"),
            countryOfImport: country("countryOfImport"), importer: text("importer"), importYear: text("importYear"),
            barrelLengthMillimetres: text("barrelLengthMillimetres"), finish: text("finish"),
            conversion: choice("conversion", "conversion", Conversion.all.map(\.rawValue), blank: open),
            numbers: numberRows.enumerated().map { index, row in
                NumberRow(
                    index: index,
                    text: TextField(
                        value: row.text,
                        // What is wrong with the numbers as a whole stands at the first.
                        error: errors["numbers-\(index)-text"] ?? (index == 0 ? errors["numbers"] : nil)
                    ),
                    part: choice(
                        "numbers-\(index)-part", "number-part", NumberPart.all.map(\.rawValue), value: row.part
                    ),
                    state: choice(
                        "numbers-\(index)-state", "number-state", NumberState.all.map(\.rawValue), value: row.state,
                        blank: language.text("form.state-as-read")
                    )
                )
            },
            marks: markRows.enumerated().map { index, row in
                MarkRow(
                    index: index, text: TextField(value: row.text, error: errors["marks-\(index)-text"]),
                    kind: choice("marks-\(index)-kind", "mark-kind", MarkKind.all.map(\.rawValue), value: row.kind),
                    place: TextField(value: row.place, error: errors["marks-\(index)-place"])
                )
            },
            makes: ReferenceTable.standard.makes.map(\.name), calibres: ReferenceTable.standard.calibres.map(\.name),
            reason: text("reason")
        )
    }
}
