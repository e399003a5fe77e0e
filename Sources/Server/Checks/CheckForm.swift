import Firearms
import Registry

/// The check form as it was sent: texts, not yet a check.
struct CheckForm: Sendable, Hashable {
    /// The one field that takes anything.
    var query = ""
    var serial = ""
    var make = ""
    var model = ""
    var calibre = ""
    var type = ""
    var country = ""
    var place = ""
    var purpose = ""
    var operation = ""

    init() {}

    init(_ fields: FormFields) {
        query = fields["query"] ?? ""
        serial = fields["serial"] ?? ""
        make = fields["make"] ?? ""
        model = fields["model"] ?? ""
        calibre = fields["calibre"] ?? ""
        type = fields["type"] ?? ""
        country = fields["country"] ?? ""
        place = fields["place"] ?? ""
        purpose = fields["purpose"] ?? ""
        operation = fields["operation"] ?? ""
    }

    /// An earlier check, to be changed. Its number goes into the one field, where it is changed most easily, unless
    /// that would be understood as something else.
    init(_ check: CheckRequest) {
        if let firearm = check.firearm {
            if DescriptionLine(firearm.serial) == DescriptionLine(serial: firearm.serial) {
                query = firearm.serial
            } else {
                serial = firearm.serial
            }
            make = firearm.make ?? ""
            model = firearm.model ?? ""
            calibre = firearm.calibre ?? ""
            type = firearm.type?.rawValue ?? ""
            country = firearm.country?.code ?? ""
        }
        place = check.place ?? ""
        purpose = check.purpose.rawValue
        operation = check.operation ?? ""
    }

    /// Whether anything is described field by field.
    var isDescribed: Bool {
        [serial, make, model, calibre, type, country, place].contains { !$0.isEmpty }
    }

    /// The check that is meant: a field counts more than what is guessed from the one field.
    /// - Throws: `RegistryError` `invalid` for a missing purpose or an unknown code.
    func request() throws(RegistryError) -> CheckRequest {
        let guess = DescriptionLine(query)
        var failures: [FieldFailure] = []
        func code<Value>(_ field: String, _ text: String, _ read: (String) -> Value?) -> Value? {
            guard !text.isEmpty else { return nil }
            let value = read(text)
            if value == nil { failures.append(FieldFailure(field, "unknown-code", value: text)) }
            return value
        }
        let type = code("type", type) { FirearmType($0) }
        let country = code("country", country) { Country($0) }
        let purpose = code("purpose", purpose) { Purpose(rawValue: $0) }
        if self.purpose.isEmpty { failures.append(FieldFailure("purpose", "required")) }
        let serial = Self.filled(serial) ?? guess.serial ?? ""
        if serial.isEmpty { failures.insert(FieldFailure("serial", "required"), at: 0) }
        guard failures.isEmpty, let purpose else { throw RegistryError(.invalid, failures: failures) }
        return CheckRequest(
            serial: serial, make: Self.filled(make) ?? guess.make, model: Self.filled(model) ?? guess.model,
            calibre: Self.filled(calibre) ?? guess.calibre, type: type ?? guess.type, country: country,
            purpose: purpose, place: Self.filled(place), operation: Self.filled(operation)
        )
    }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
