import Firearms
import Identity
import Registry
import Storage

/// Reads fields of forms one by one and notes what cannot be read.
struct FormReader {
    let fields: FormFields
    private(set) var failures: [FieldFailure] = []

    init(_ fields: FormFields) { self.fields = fields }

    /// A text; nil where the field is empty.
    func text(_ path: String) -> String? { fields[FieldName.name(for: path)] }

    /// A value; what cannot be read is noted.
    mutating func value<Value>(
        _ path: String, _ code: String = "unknown-code", _ read: (String) -> Value?
    ) -> Value? {
        guard let text = text(path) else { return nil }
        let value = read(text)
        if value == nil { failures.append(FieldFailure(path, code, value: text)) }
        return value
    }

    /// A value that must be given.
    mutating func required<Value>(_ path: String, _ read: (String) -> Value?) -> Value? {
        if text(path) == nil {
            failures.append(FieldFailure(path, "required"))
            return nil
        }
        return value(path, "unknown-code", read)
    }
}

extension TravelDocument {
    static let formFields = [
        FormFieldDefinition("document.number", .serial), FormFieldDefinition("document.lastNumber", .serial),
        FormFieldDefinition(
            "document.type", .code(group: "document-type", DocumentType.allCases.map(\.rawValue)), isRequired: true),
        FormFieldDefinition("document.issuer"), FormFieldDefinition("document.issuedOn", .date),
        FormFieldDefinition("document.validUntil", .date),
    ]

    init(_ form: inout FormReader) {
        self.init(
            number: form.text("document.number") ?? "", lastNumber: form.text("document.lastNumber"),
            type: form.required("document.type") { DocumentType(rawValue: $0) } ?? .other,
            issuer: form.text("document.issuer") ?? "",
            issuedOn: form.value("document.issuedOn", "not-a-date") { CalendarDate($0) },
            validUntil: form.value("document.validUntil", "not-a-date") { CalendarDate($0) }
        )
    }

    var formValues: [(String, String?)] {
        [
            ("document.number", number), ("document.lastNumber", lastNumber), ("document.type", type.rawValue),
            ("document.issuer", issuer), ("document.issuedOn", issuedOn?.description),
            ("document.validUntil", validUntil?.description),
        ]
    }
}

extension Vehicle {
    static let formFields = [
        FormFieldDefinition("vehicle.vin", .serial), FormFieldDefinition("vehicle.plate", .serial),
        FormFieldDefinition("vehicle.plateCountry", .country), FormFieldDefinition("vehicle.engine", .serial),
        FormFieldDefinition("vehicle.make"), FormFieldDefinition("vehicle.model"),
        FormFieldDefinition("vehicle.colour"), FormFieldDefinition("vehicle.year", .number),
    ]

    init(_ form: inout FormReader) {
        self.init(
            vin: form.text("vehicle.vin"), plate: form.text("vehicle.plate"),
            plateCountry: form.value("vehicle.plateCountry") { Country($0) }, engine: form.text("vehicle.engine"),
            make: form.text("vehicle.make"), model: form.text("vehicle.model"), colour: form.text("vehicle.colour"),
            year: form.value("vehicle.year", "not-a-number") { Int($0) }
        )
    }

    var formValues: [(String, String?)] {
        [
            ("vehicle.vin", vin), ("vehicle.plate", plate), ("vehicle.plateCountry", plateCountry?.code),
            ("vehicle.engine", engine), ("vehicle.make", make), ("vehicle.model", model), ("vehicle.colour", colour),
            ("vehicle.year", year.map { "\($0)" }),
        ]
    }
}
