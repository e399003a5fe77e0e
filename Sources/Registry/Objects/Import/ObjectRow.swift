import DelimitedText
import Firearms

/// One row of a file of documents or vehicles: its texts by field, read one by one; what cannot be read is noted.
public struct ObjectRow: Sendable {
    let values: [String: String]
    /// Order of day and month in dates that do not say; nil refuses them.
    let dateOrder: WrittenDate.Order?
    /// What cannot be read.
    private(set) var failures: [FieldFailure] = []

    init(_ values: [String: String], dateOrder: WrittenDate.Order?) {
        self.values = values
        self.dateOrder = dateOrder
    }

    /// The text of a field; nil where the row has none.
    func text(_ field: String) -> String? { values[field] }

    /// A value; a text that is none is noted.
    mutating func value<Value>(_ field: String, _ code: String = "unknown-code", _ read: (String) -> Value?) -> Value? {
        guard let text = values[field] else { return nil }
        let value = read(text)
        if value == nil { failures.append(FieldFailure(field, code, value: text)) }
        return value
    }

    /// A date in any form that files have.
    mutating func date(_ field: String) -> CalendarDate? {
        guard let text = values[field] else { return nil }
        do {
            return CalendarDate(try WrittenDate(text, order: dateOrder).description)
        } catch {
            let isAmbiguous = [.ambiguousOrder, .ambiguousCentury].contains(error.kind)
            failures.append(FieldFailure(field, isAmbiguous ? "ambiguous-date" : "not-a-date", value: text))
            return nil
        }
    }
}

/// An object whose records may come in files.
public protocol ImportedObject: RecordedObject {
    /// The fields of a row, each with the headings under which bureaus write it; the first is the field's own name.
    static var importFields: [(field: String, headings: [String])] { get }

    /// Reads the object of a row.
    init(_ row: inout ObjectRow)

    /// Why the object is on record, as files word it; nil for a text that names no reason.
    static func recordClass(worded text: String) -> Class?
}

extension TravelDocument: ImportedObject {
    /// The fields of a row.
    public static let importFields: [(field: String, headings: [String])] = [
        (
            "number",
            [
                "document number", "doc number", "passport number", "numero", "numero de documento",
                "numero do documento", "pasaporte", "passaporte",
            ]
        ),
        ("last-number", ["last number", "to", "hasta", "ate", "numero final"]),
        ("type", ["document type", "tipo", "tipo de documento"]),
        ("issuer", ["country", "issuing country", "issued by", "pais", "pais emisor", "pais emissor", "expedido por"]),
        ("issued-on", ["issue date", "issued", "fecha de expedicion", "fecha de emision", "data de emissao"]),
        ("valid-until", ["expiry", "expiry date", "expires", "vencimiento", "validade", "valido hasta"]),
    ]

    /// Reads the document of a row; the type is a passport where the row says nothing.
    public init(_ row: inout ObjectRow) {
        self.init(
            number: row.text("number") ?? "", lastNumber: row.text("last-number"),
            type: row.value("type") { Self.type(worded: $0) } ?? .passport, issuer: row.text("issuer") ?? "",
            issuedOn: row.date("issued-on"), validUntil: row.date("valid-until")
        )
    }

    private static func type(worded text: String) -> DocumentType? {
        let word = ImportMapping.compared(text)
        if let type = DocumentType(rawValue: word.replacing(" ", with: "-")) { return type }
        return switch word {
        case "p", "pasaporte", "passaporte": .passport
        case "id", "i", "identity card", "cedula", "cedula de identidad", "dni", "rg", "documento de identidad",
            "carteira de identidade":
            .identityCard
        case "v", "visado", "visto": .visa
        default: nil
        }
    }

    /// Why a document is on record.
    public static func recordClass(worded text: String) -> DocumentClass? {
        let word = ImportMapping.compared(text)
        if let known = DocumentClass(rawValue: word.replacing(" ", with: "-")) { return known }
        return switch word {
        case "perdido", "extraviado", "perdida", "extravio": .lost
        case "robado", "hurtado", "roubado", "furtado", "robo", "roubo": .stolen
        case "blank", "robado en blanco", "blanco", "em branco", "stolen blank": .stolenBlank
        case "anulado", "revocado", "cancelado", "revogado", "invalid", "cancelled": .revoked
        default: nil
        }
    }
}

extension Vehicle: ImportedObject {
    /// The fields of a row.
    public static let importFields: [(field: String, headings: [String])] = [
        (
            "vin",
            ["chassis", "chassis number", "bastidor", "numero de bastidor", "chasis", "chassi", "numero do chassi"]
        ),
        ("plate", ["registration", "license plate", "licence plate", "matricula", "placa", "patente"]),
        ("plate-country", ["country", "registration country", "pais", "pais de matricula"]),
        ("engine", ["engine number", "motor", "numero de motor", "numero do motor"]),
        ("make", ["manufacturer", "marca", "brand"]), ("model", ["modelo"]),
        ("colour", ["color", "cor"]), ("year", ["model year", "ano", "ano modelo"]),
    ]

    /// Reads the vehicle of a row.
    public init(_ row: inout ObjectRow) {
        self.init(
            vin: row.text("vin"), plate: row.text("plate"), plateCountry: row.value("plate-country") { Country($0) },
            engine: row.text("engine"), make: row.text("make"), model: row.text("model"), colour: row.text("colour"),
            year: row.value("year", "not-a-number") { Int($0) }
        )
    }

    /// Why a vehicle is on record.
    public static func recordClass(worded text: String) -> VehicleClass? {
        let word = ImportMapping.compared(text)
        if let known = VehicleClass(rawValue: word) { return known }
        return switch word {
        case "robado", "hurtado", "roubado", "furtado", "robo", "roubo", "theft": .stolen
        case "buscado", "procurado", "wanted", "requerido": .sought
        default: nil
        }
    }
}
