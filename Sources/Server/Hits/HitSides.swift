import Firearms
import Identity
import Registry

/// The two sides of a hit: what the searcher read or has on record, and the owner's record.
struct HitSides {
    /// One thing that both sides may tell.
    struct Line {
        /// The key of its name.
        var key: String
        /// The reason that says both mean the same though they are written otherwise.
        var reason: String
        var read: String?
        var recorded: String?
    }

    /// The numbers that are laid out place by place.
    var readNumber: String?
    var recordedNumber: String?
    /// The key of what the numbers are.
    var numberKey: String
    var lines: [Line] = []

    init(_ detail: HitDetail, _ language: Language) {
        let other = detail.hit.otherRecord
        let request = detail.read
        recordedNumber = detail.hit.record.mainNumber
        switch detail.hit.record {
        case .firearm(let record):
            numberKey = "field.serial"
            let read = other?.firearm.map(Self.query) ?? request?.firearm
            readNumber = read?.serial
            lines = Self.firearm(read, Self.query(record), language)
        case .document(let record):
            numberKey = "field.document-number"
            var read = request?.document
            if case .document(let other)? = other {
                let document = other.content.object
                read = DocumentQuery(number: document.title, type: document.type, issuer: document.issuer)
            }
            readNumber = read?.number
            lines = Self.document(read, record.content.object, language)
        case .vehicle(let record):
            numberKey = "field.number"
            var read = request?.vehicle
            if case .vehicle(let other)? = other { read = other.content.object }
            let recorded = record.content.object
            readNumber = recorded.vin != nil ? read?.vin : recorded.plate != nil ? read?.plate : read?.engine
            lines = Self.vehicle(read, recorded, language)
        case .notice(let notice):
            numberKey = "field.number"
            lines = Self.person(request?.person, notice, language)
        }
        lines.removeAll { $0.read == nil && $0.recorded == nil }
    }

    private static func query(_ record: RecordSummary) -> FirearmQuery {
        FirearmQuery(
            serial: record.serial, make: record.make, model: record.model, calibre: record.calibre, type: record.type,
            country: record.country
        )
    }

    private static func firearm(
        _ read: FirearmQuery?, _ recorded: FirearmQuery, _ language: Language
    ) -> [Line] {
        func filled(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }
        func type(_ type: FirearmType?) -> String? { type.map { language.label("type", $0.rawValue) } }
        func country(_ country: Country?) -> String? { country.map { language.country($0.code) } }
        return [
            Line(key: "field.make", reason: "make", read: filled(read?.make), recorded: filled(recorded.make)),
            Line(key: "field.model", reason: "model", read: filled(read?.model), recorded: filled(recorded.model)),
            Line(
                key: "field.calibre", reason: "calibre", read: filled(read?.calibre), recorded: filled(recorded.calibre)
            ),
            Line(key: "field.type", reason: "type", read: type(read?.type), recorded: type(recorded.type)),
            Line(
                key: "field.country-of-manufacture", reason: "country", read: country(read?.country),
                recorded: country(recorded.country)
            ),
        ]
    }

    private static func document(
        _ read: DocumentQuery?, _ recorded: TravelDocument, _ language: Language
    ) -> [Line] {
        func type(_ type: DocumentType?) -> String? { type.map { language.label("document-type", $0.rawValue) } }
        return [
            Line(
                key: "field.document-type", reason: "document-type", read: type(read?.type),
                recorded: type(recorded.type)
            ),
            Line(
                key: "field.issuer", reason: "issuer", read: read?.issuer.map(language.issuer),
                recorded: language.issuer(recorded.issuer)
            ),
        ]
    }

    private static func vehicle(_ read: Vehicle?, _ recorded: Vehicle, _ language: Language) -> [Line] {
        func country(_ vehicle: Vehicle?) -> String? { vehicle?.plateCountry.map { language.country($0.code) } }
        func year(_ vehicle: Vehicle?) -> String? { vehicle?.year.map { "\($0)" } }
        return [
            Line(key: "field.vin", reason: "vin", read: read?.vin, recorded: recorded.vin),
            Line(key: "field.plate", reason: "plate", read: read?.plate, recorded: recorded.plate),
            Line(
                key: "field.plate-country", reason: "plate-country", read: country(read), recorded: country(recorded)
            ),
            Line(key: "field.engine", reason: "engine", read: read?.engine, recorded: recorded.engine),
            Line(key: "field.make", reason: "make", read: read?.make, recorded: recorded.make),
            Line(key: "field.model", reason: "model", read: read?.model, recorded: recorded.model),
            Line(key: "field.colour", reason: "colour", read: read?.colour, recorded: recorded.colour),
            Line(key: "field.year", reason: "year", read: year(read), recorded: year(recorded)),
        ]
    }

    private static func person(_ read: PersonQuery?, _ notice: NoticeBrief, _ language: Language) -> [Line] {
        func name(_ parts: [String?]) -> String? {
            let text = parts.compactMap { $0 }.joined(separator: " ")
            return text.isEmpty ? nil : text
        }
        func countries(_ countries: [Country]?) -> String? {
            countries.flatMap { $0.isEmpty ? nil : $0.map { language.country($0.code) }.joined(separator: ", ") }
        }
        return [
            Line(
                key: "field.name", reason: "name", read: name([read?.givenNames, read?.name]),
                recorded: name([notice.forename, notice.name])
            ),
            Line(
                key: "field.birth-date", reason: "birth-date", read: read?.birthDate?.description,
                recorded: notice.birthDate?.description
            ),
            Line(
                key: "field.nationality", reason: "nationality", read: countries(read?.nationalities),
                recorded: countries(notice.nationalities)
            ),
        ]
    }
}
