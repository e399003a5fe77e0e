import Firearms
import Registry

/// What the server needs to show and read records of one kind of object.
protocol WiredObject: RecordedObject {
    /// Its fields as the API writes them.
    associatedtype Fields: Encodable

    /// The fields of the object.
    var fields: Fields { get }

    /// Reads the fields; what cannot be read is noted in the body and something else stands in its place.
    static func read(_ body: inout JSONBody) -> Self

    /// The object in a line, after its number.
    func line(in language: Language) -> String

    /// The fields of its form.
    static var formFields: [FormFieldDefinition] { get }

    /// Reads the fields of its form.
    init(_ form: inout FormReader)

    /// The fields of its form, filled in.
    var formValues: [(String, String?)] { get }

    /// What is known of it beside its first number: keys of names, and values in words.
    func facts(in language: Language) -> [(String, String?)]

    /// The service of the kind.
    static func service(_ registry: Registry) -> ObjectService<Self>
}

extension WiredObject {
    /// The last part of addresses of the kind: `documents`, `vehicles`.
    static var collection: String { "\(kind.rawValue)s" }

    /// The group of texts that name the reasons for a record: `document-class`.
    static var classGroup: String { "\(kind.rawValue)-class" }
}

extension TravelDocument: WiredObject {
    struct Fields: Encodable {
        var number: String
        var lastNumber: String?
        var type: String
        var issuer: String
        var issuedOn: String?
        var validUntil: String?
    }

    var fields: Fields {
        Fields(
            number: number, lastNumber: lastNumber, type: type.rawValue, issuer: issuer,
            issuedOn: issuedOn?.description, validUntil: validUntil?.description
        )
    }

    static func read(_ body: inout JSONBody) -> TravelDocument {
        TravelDocument(
            number: body.requiredString("number"), lastNumber: body.string("lastNumber"),
            type: body.requiredCode("type") { DocumentType(rawValue: $0) } ?? .other,
            issuer: body.requiredString("issuer"), issuedOn: body.code("issuedOn") { CalendarDate($0) },
            validUntil: body.code("validUntil") { CalendarDate($0) }
        )
    }

    func line(in language: Language) -> String {
        "\(language.label("document-type", type.rawValue)) · \(language.issuer(issuer))"
    }

    func facts(in language: Language) -> [(String, String?)] {
        [
            ("field.document-type", language.label("document-type", type.rawValue)),
            ("field.issuer", language.issuer(issuer)), ("field.issued-on", issuedOn?.description),
            ("field.valid-until", validUntil?.description),
        ]
    }

    static func service(_ registry: Registry) -> DocumentService { registry.documents }
}

extension Vehicle: WiredObject {
    struct Fields: Encodable {
        var vin: String?
        var plate: String?
        var plateCountry: String?
        var engine: String?
        var make: String?
        var model: String?
        var colour: String?
        var year: Int?
    }

    var fields: Fields {
        Fields(
            vin: vin, plate: plate, plateCountry: plateCountry?.code, engine: engine, make: make, model: model,
            colour: colour, year: year
        )
    }

    static func read(_ body: inout JSONBody) -> Vehicle {
        Vehicle(
            vin: body.string("vin"), plate: body.string("plate"),
            plateCountry: body.code("plateCountry") { Country($0) }, engine: body.string("engine"),
            make: body.string("make"), model: body.string("model"), colour: body.string("colour"),
            year: body.integer("year")
        )
    }

    func line(in language: Language) -> String {
        let name = [make, model].compactMap { $0 }.joined(separator: " ")
        let registration = plate.map { plate in
            [plate, plateCountry.map { "(\($0.code))" }].compactMap { $0 }.joined(separator: " ")
        }
        return [name, colour, year.map { "\($0)" }, vin == nil ? nil : registration]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    func facts(in language: Language) -> [(String, String?)] {
        [
            ("field.vin", vin), ("field.plate", plate),
            ("field.plate-country", plateCountry.map { language.country($0.code) }), ("field.engine", engine),
            ("field.make", make), ("field.model", model), ("field.colour", colour),
            ("field.year", year.map { "\($0)" }),
        ]
    }

    static func service(_ registry: Registry) -> VehicleService { registry.vehicles }
}
