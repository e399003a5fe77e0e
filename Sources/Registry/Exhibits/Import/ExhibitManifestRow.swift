import Firearms
import Toolmarks

/// A column of the manifest of a folder of scans.
public enum ExhibitManifestColumn: String, Sendable, Hashable, CaseIterable {
    case reference = "case"
    case caseTitle = "case title"
    case laboratory
    case eventKind = "event"
    case eventFrom = "event from"
    case eventUntil = "event until"
    case country
    case place
    case latitude
    case longitude
    case borderKilometres = "border km"
    case exhibit
    case kind
    case testFire = "test fire"
    case calibre
    case ammunition
    case firearmRecord = "firearm record"
    case lands
    case twist
    case firingPinShape = "firing pin shape"
    case breechFaceClass = "breech face class"
    case firearmsTogether = "firearms together"
    case borderOfficers = "border officers"
    case suspectedTrafficker = "suspected trafficker"
    case residentElsewhere = "resident elsewhere"
    case handling
    case hiddenFrom = "hidden from"
    case mark
    case markKind = "mark kind"
    case pitch
    case file

    /// The column of a heading, whatever its capital letters, accents and joining signs; nil for another heading.
    public init?(heading: String) {
        self.init(rawValue: ImportMapping.compared(heading))
    }

    /// Columns without which a manifest says nothing.
    public static let required: [ExhibitManifestColumn] = [.reference, .exhibit, .kind, .mark, .file]
}

/// One row of a manifest, read: a scan with its mark, exhibit, event and case. Columns left out are left unsaid.
public struct ExhibitManifestRow: Sendable, Hashable {
    /// The case; its file number tells rows of one case from others.
    public private(set) var forensicCase: CaseContent
    /// The event; nil where no column of it is filled.
    public private(set) var event: EventContent?
    /// The exhibit; its label tells rows of one exhibit from others.
    public private(set) var exhibit: ExhibitContent
    /// The kind of the mark.
    public private(set) var markKind: String
    /// The label of the mark.
    public private(set) var mark: String
    /// The file, relative to the folder.
    public private(set) var file: String
    /// Micrometres between points, where the file does not say.
    public private(set) var reading = ScanReading()

    /// Reads a row.
    /// - Parameter values: the fields that are filled, by column.
    /// - Throws: `RegistryError` `invalid` with every wrong field.
    public init(_ values: [ExhibitManifestColumn: String]) throws(RegistryError) {
        var reader = Reader(values: values)
        let reference = reader.required(.reference)
        forensicCase = CaseContent(
            title: values[.caseTitle] ?? reference, laboratory: values[.laboratory] ?? "-", reference: reference
        )
        event = reader.event()
        exhibit = reader.exhibit()
        mark = reader.required(.mark)
        markKind = values[.markKind] ?? exhibit.kind.markKinds.first?.rawValue ?? ""
        file = reader.required(.file)
        reading.pitch = reader.number(.pitch)
        guard reader.failures.isEmpty else { throw RegistryError(.invalid, failures: reader.failures) }
    }
}

/// Reads the fields of a row one by one and notes everything that is wrong.
private struct Reader {
    let values: [ExhibitManifestColumn: String]
    var failures: [FieldFailure] = []

    mutating func required(_ column: ExhibitManifestColumn) -> String {
        if let value = values[column] { return value }
        failures.append(FieldFailure(column.rawValue, "required"))
        return ""
    }

    mutating func code<Value>(
        _ column: ExhibitManifestColumn, _ code: String = "unknown-code", _ read: (String) -> Value?
    ) -> Value? {
        guard let text = values[column] else { return nil }
        if let value = read(text) { return value }
        failures.append(FieldFailure(column.rawValue, code, value: text))
        return nil
    }

    mutating func number(_ column: ExhibitManifestColumn) -> Double? {
        code(column, "not-a-number") { Double($0.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil } }
    }

    mutating func integer(_ column: ExhibitManifestColumn) -> Int? { code(column, "not-a-number") { Int($0) } }

    mutating func flag(_ column: ExhibitManifestColumn) -> Bool {
        code(column) { text in
            ["yes": true, "true": true, "1": true, "no": false, "false": false, "0": false][text.lowercased()]
        } ?? false
    }

    mutating func event() -> EventContent? {
        let columns: [ExhibitManifestColumn] = [
            .eventKind, .eventFrom, .eventUntil, .country, .place, .latitude, .longitude, .borderKilometres,
        ]
        guard columns.contains(where: { values[$0] != nil }) else { return nil }
        var event = EventContent(kind: code(.eventKind) { EventKind(rawValue: $0) } ?? .other)
        event.from = code(.eventFrom, "not-a-date") { CalendarDate($0) }
        event.until = code(.eventUntil, "not-a-date") { CalendarDate($0) }
        event.country = code(.country) { Country($0) }
        event.locality = values[.place]
        event.distanceToBorderKilometres = number(.borderKilometres)
        if let latitude = number(.latitude), let longitude = number(.longitude) {
            event.coordinates = Coordinates(latitude: latitude, longitude: longitude)
            if event.coordinates == nil { failures.append(FieldFailure("latitude", "not-a-place")) }
        }
        return event
    }

    mutating func exhibit() -> ExhibitContent {
        let kind = required(.kind)
        var content = ExhibitContent(kind: ExhibitKind(rawValue: kind) ?? .cartridgeCase)
        if !kind.isEmpty, ExhibitKind(rawValue: kind) == nil {
            failures.append(FieldFailure("kind", "unknown-code", value: kind))
        }
        content.label = required(.exhibit)
        content.isTestFire = flag(.testFire)
        content.calibre = values[.calibre]
        content.ammunition = values[.ammunition]
        content.firearmRecord = values[.firearmRecord]
        content.characteristics.lands = integer(.lands)
        content.characteristics.twist = code(.twist) { .init(rawValue: $0) }
        content.characteristics.firingPinShape = code(.firingPinShape) { .init(rawValue: $0) }
        content.characteristics.breechFaceClass = code(.breechFaceClass) { .init(rawValue: $0) }
        content.circumstances.firearmsTogether = integer(.firearmsTogether)
        content.circumstances.isFromBorderOfficers = flag(.borderOfficers)
        content.circumstances.isFromSuspectedTrafficker = flag(.suspectedTrafficker)
        content.circumstances.isPossessorResidentElsewhere = flag(.residentElsewhere)
        content.handling = code(.handling) { HandlingLevel(rawValue: $0) } ?? .officialUseOnly
        for text in (values[.hiddenFrom] ?? "").split(whereSeparator: { " ,;".contains($0) }) {
            if let country = Country(String(text).uppercased()) {
                content.hiddenFrom.append(country)
            } else {
                failures.append(FieldFailure("hidden from", "unknown-code", value: String(text)))
            }
        }
        return content
    }
}
