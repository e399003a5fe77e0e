public import Firearms
import Identity

/// What an officer means by whatever was typed or pasted into one field: the lines of a machine-readable zone, a
/// number of a vehicle, a number of a document, a name with a date of birth, a serial number with what else is read.
///
/// A number alone may be of several things; then all are looked for, and the answer says what was found where. A word
/// before it says what it is: `plate ABC1234`, `passport FK123456`, `VIN ...`, `name ...`.
public struct QuickEntry: Sendable, Hashable {
    /// Lines of a machine-readable zone.
    public var zone: String?
    /// What is read on a firearm.
    public var firearm: DescriptionLine?
    /// The number of a document.
    public var document: String?
    /// A vehicle by one of its numbers.
    public var vehicle: Vehicle?
    /// A person.
    public var person: PersonQuery?

    /// Text beyond this many characters is not read.
    private static let longest = 400
    /// Most letters and digits of a number that may be of a document.
    private static let longestDocument = 14
    /// Confidence from which a text is taken for the name of a make.
    private static let surelyMake = 0.9
    /// Most letters and digits of a number that may be of a plate.
    private static let longestPlate = 8

    /// Reads what was typed; nothing is understood of an empty text.
    public init(_ text: String, table: ReferenceTable = .standard) {
        let text = String(text.prefix(Self.longest))
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard !words.isEmpty else { return }
        if text.count(where: { $0 == "<" || $0 == "\u{AB}" }) >= 3, (try? MachineReadableZone(text)) != nil {
            zone = text
        } else if let kind = Self.kinds[words[0].lowercased().trimmingPunctuation], words.count > 1 {
            take(words.dropFirst().joined(separator: " "), as: kind)
        } else if let person = Self.person(words, table) {
            self.person = person
        } else {
            takeNumber(text, words, table)
        }
    }

    // MARK: Words that say what follows

    private enum Kind { case document, plate, vin, engine, person, firearm }

    private static let kinds: [String: Kind] = [
        "passport": .document, "pasaporte": .document, "passaporte": .document, "document": .document,
        "documento": .document, "doc": .document, "visa": .document, "visado": .document,
        "plate": .plate, "matricula": .plate, "matrícula": .plate, "placa": .plate, "patente": .plate,
        "vin": .vin, "bastidor": .vin, "chassis": .vin, "chasis": .vin, "chassi": .vin,
        "engine": .engine, "motor": .engine,
        "company": .person, "entity": .person, "empresa": .person, "entidad": .person, "entidade": .person,
        "name": .person, "nombre": .person, "nome": .person, "person": .person, "persona": .person,
        "serial": .firearm, "serie": .firearm, "gun": .firearm, "arma": .firearm,
    ]

    private mutating func take(_ rest: String, as kind: Kind) {
        switch kind {
        case .document: document = rest
        case .plate: vehicle = Vehicle(plate: rest)
        case .vin: vehicle = Vehicle(vin: rest)
        case .engine: vehicle = Vehicle(engine: rest)
        case .person:
            let words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
            person = Self.person(words, nil) ?? PersonQuery(name: rest)
        case .firearm: firearm = DescriptionLine(rest)
        }
    }

    // MARK: Numbers

    private mutating func takeNumber(_ text: String, _ words: [String], _ table: ReferenceTable) {
        let line = DescriptionLine(text, table: table)
        let isFirearmAlone = line.make != nil || line.model != nil || line.calibre != nil || line.type != nil
        let number = words.joined()
        let known = number.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        // An unreadable place, or a word that belongs to firearms, says what it is.
        let isPlain = known.count == number.unicodeScalars.count(where: { !"-./".unicodeScalars.contains($0) })
        guard !isFirearmAlone, isPlain, number.contains(where: \.isNumber) else {
            firearm = line
            return
        }
        if known.count == 17, let vin = VehicleIdentificationNumber(number), vin.checkDigit != .wrong {
            vehicle = Vehicle(vin: number)
            return
        }
        firearm = line
        if (DocumentNumber.shortest...Self.longestDocument).contains(known.count) { document = number }
        if known.count <= Self.longestPlate, number.contains(where: \.isLetter), known.count >= 4 {
            vehicle = Vehicle(plate: number)
        }
    }

    // MARK: Persons

    /// A name, with a date of birth after or before it; nil where a word is no part of a name, or names a make.
    private static func person(_ words: [String], _ table: ReferenceTable?) -> PersonQuery? {
        var dates: [PartialDate] = []
        var name: [String] = []
        for word in words {
            if let date = date(word) {
                dates.append(date)
            } else if word.unicodeScalars.allSatisfy({
                $0.properties.isAlphabetic || "'-.,\u{2019}".unicodeScalars.contains($0)
                    || $0.properties.canonicalCombiningClass != .notReordered
            }) {
                name.append(word)
            } else {
                return nil
            }
        }
        guard dates.count <= 1, name.count >= (dates.isEmpty ? 2 : 1) else { return nil }
        let text = name.joined(separator: " ")
        // The name of a make alone is no person; one among other names is.
        if let table, dates.isEmpty, (table.make(text)?.confidence ?? 0) >= surelyMake { return nil }
        let query = PersonQuery(name: text, birthDate: dates.first)
        return query.failures.isEmpty ? query : nil
    }

    /// A date as ISO 8601 writes it, or with the day first: `12.03.1984`, `12/03/1984`.
    private static func date(_ word: String) -> PartialDate? {
        if word.utf8.count >= 7, let date = PartialDate(word) { return date }
        let parts = word.split { "./-".contains($0) }.map(String.init)
        guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return PartialDate(year: year, month: month, day: day)
    }
}

extension String {
    /// Without a colon or full stop at the end.
    fileprivate var trimmingPunctuation: String { String(reversed().drop { ":.#".contains($0) }.reversed()) }
}
