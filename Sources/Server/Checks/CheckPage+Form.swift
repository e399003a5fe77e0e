import Firearms
import Identity
import Registry
import Storage

extension CheckPage {
    /// The form as it was sent, with what is wrong with it.
    /// - Parameter recent: the latest checks, latest first.
    init(
        _ form: CheckForm, failures: [FieldFailure], operations: [Operation], recent: [CheckSummary],
        in language: Language
    ) {
        // Without the fields of the full form, it is the one field that has no number.
        let failures = failures.map { failure in
            var failure = failure
            if failure.field == "serial", form.serial.isEmpty { failure.field = "query" }
            return failure
        }
        func message(_ field: String) -> String? { language.message(for: field, in: failures) }
        func text(_ field: String, _ value: String) -> TextField { TextField(value: value, error: message(field)) }
        let any = language.text("check.any")
        let errors = language.errorsByName(failures)
        self.init(
            query: text("query", form.query),
            purpose: ChoiceField(
                choices: language.choices(
                    "purpose", Purpose.allCases.map(\.rawValue), selected: form.purpose,
                    blank: language.text("check.choose-purpose")
                ),
                error: message("purpose")
            ),
            operation: ChoiceField(
                choices: [
                    Choice(
                        value: "", label: language.text("check.no-operation"), isSelected: form.operation.isEmpty
                    )
                ]
                    + operations.map {
                        Choice(value: $0.code, label: $0.name, isSelected: $0.code == form.operation)
                    },
                error: message("operation")
            ),
            serial: text("serial", form.serial), make: text("make", form.make), model: text("model", form.model),
            calibre: text("calibre", form.calibre),
            type: ChoiceField(
                choices: language.choices("type", FirearmType.all.map(\.rawValue), selected: form.type, blank: any),
                error: message("type")
            ),
            country: ChoiceField(
                choices: language.countryChoices(Country.all.map(\.code), selected: form.country, blank: any),
                error: message("country")
            ),
            place: text("place", form.place),
            makes: ReferenceTable.standard.makes.map(\.name), calibres: ReferenceTable.standard.calibres.map(\.name),
            kinds: CheckForm.kinds.map { kind, fields in
                Kind(
                    title: language.text("object.\(kind)"),
                    fields: fields.map { $0.field(form.others, errors, in: language) },
                    isOpen: fields.contains { form.others[$0.name] != nil || errors[$0.name] != nil }
                )
            },
            errors: language.fieldErrors(failures),
            isExpanded: form.isDescribed
                || failures.contains { ["serial", "make", "model", "calibre", "type", "country"].contains($0.field) },
            showsPlace: !form.place.isEmpty || errors["place"] != nil,
            recent: recent.map { RecentCheck($0, in: language) }
        )
    }
}

extension CheckPage.RecentCheck {
    init(_ check: CheckSummary, in language: Language) {
        let request = check.request
        self.init(
            path: "/checks/\(check.id)",
            query: request.line,
            outcome: check.candidateCount == 0
                ? language.text("check.outcome-nothing")
                : language.text("check.outcome-found", count: check.candidateCount),
            outcomeCode: check.candidateCount == 0 ? "nothing" : "found",
            time: TimeStamp(check.time.description)
        )
    }
}

extension CheckRequest {
    /// What was asked, in a line.
    var line: String {
        let firearm = [firearm?.serial, firearm?.make, firearm?.model, firearm?.calibre]
        let vehicle = [vehicle?.vin, vehicle?.plate, vehicle?.engine]
        let person = [person?.givenNames, person?.name, person?.birthDate?.description]
        let zone = zone?.split(whereSeparator: \.isNewline).first.map(String.init)
        return (firearm + [document?.number] + vehicle + person + [zone]).compactMap { $0 }.joined(separator: " ")
    }
}
