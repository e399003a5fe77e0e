@testable import Server

extension SamplePages {
    /// Forms of records of travel documents and vehicles.
    static func objects(_ language: Language) -> [any Page] {
        let wrong = language.failure("required")
        return [
            ObjectFormPage(
                title: language.text("form.edit", ["number": "BR-D-2026-000001"]), number: "BR-D-2026-000001",
                action: "/documents/BR-D-2026-000001", version: 2, cancelPath: "/documents/BR-D-2026-000001",
                errors: [.init(field: "document-number", text: wrong)],
                objectTitle: language.text("object.document"),
                objectFields: [
                    FormField(
                        name: "document-number", label: "<Number>", text: TextField(value: "L8989<02C3", error: wrong),
                        isSerial: true
                    )
                ],
                eventFields: [
                    FormField(name: "eventDate", label: "Date", text: TextField(value: "2026-11-02"), kind: "date"),
                    FormField(name: "circumstances", label: "Facts", text: TextField(value: "a & b"), isLong: true),
                ],
                handlingFields: [
                    FormField(
                        name: "purpose", label: "Purpose",
                        choice: ChoiceField(choices: [Choice(value: "border-control", label: "Border <control>")])
                    )
                ],
                hiddenFrom: [Choice(value: "CL", label: "Chile", isSelected: true)], hidesFromAny: true,
                reason: TextField()
            )
        ]
    }
}
