import Firearms
import Foundation
import Registry

/// Reads a record's content from the fields of a form, noting every field that cannot be read. Rows of numbers and
/// marks that were left blank are ignored; failures name the rows that remain, in order.
struct RecordFormInput {
    /// One row of the table of numbers as it was sent.
    struct NumberRow {
        var text: String
        var part: String
        var state: String
    }

    /// One row of the table of marks as it was sent.
    struct MarkRow {
        var text: String
        var kind: String
        var place: String
    }

    /// More rows than a form has are not looked at.
    static let mostNumbers = 20
    static let mostMarks = 50

    /// As sent, with words that stood beside several numbers in one row added to the circumstances.
    private(set) var fields: FormFields
    /// The rows that are not blank. One that holds several numbers becomes several.
    let numbers: [NumberRow]
    let marks: [MarkRow]
    private(set) var failures: [FieldFailure] = []
    /// What could be read; where class, purpose or handling level are missing, `failures` says so.
    private(set) var content = RecordContent(recordClass: .stolen, firearm: Firearm())

    init(_ fields: FormFields) {
        self.fields = fields
        let sent = Self.numberRows(fields)
        numbers = sent.flatMap(\.single)
        marks = (0..<Self.mostMarks).compactMap { Self.mark($0, fields) }
        content.recordClass = required("recordClass") { RecordClass(rawValue: $0) } ?? .stolen
        content.purpose = required("purpose") { Purpose(rawValue: $0) } ?? .identifyObjects
        content.handling = required("handling") { HandlingLevel(rawValue: $0) } ?? .officialUseOnly
        content.eventDate = read("eventDate", "not-a-date") { CalendarDate($0) }
        content.eventDateEnd = read("eventDateEnd", "not-a-date") { CalendarDate($0) }
        content.retentionUntil = read("retentionUntil", "not-a-date") { CalendarDate($0) }
        content.place = fields["place"]
        content.circumstances = fields["circumstances"].map { $0.replacing("\r\n", with: "\n") }
        for row in sent where row.single.count > 1 { content.keepAside(row.stated.remainder) }
        self.fields.set("circumstances", content.circumstances ?? "")
        content.nationalReference = fields["nationalReference"]
        let hidden = readHiddenFrom()
        content.hiddenFrom = hidden.isEmpty ? nil : hidden
        content.firearm = readFirearm()
    }

    /// The reason for a change.
    var reason: String { fields["reason"] ?? "" }

    private mutating func readFirearm() -> Firearm {
        Firearm(
            type: read("type") { FirearmType($0) },
            action: read("action") { FirearmAction($0) },
            make: fields["make"],
            model: fields["model"],
            calibre: fields["calibre"],
            countryOfManufacture: read("countryOfManufacture") { Country($0) },
            countryOfImport: read("countryOfImport") { Country($0) },
            importer: fields["importer"],
            importYear: read("importYear", "not-a-number") { Int($0) },
            yearMade: read("yearMade", "not-a-number") { Int($0) },
            barrelLengthMillimetres: read("barrelLengthMillimetres", "not-a-number") { Self.length($0) },
            finish: fields["finish"],
            conversion: read("conversion") { Conversion($0) },
            marks: marks.enumerated().compactMap { readMark($0, $1) },
            numbers: numbers.enumerated().map { readNumber($0, $1) }
        )
    }

    /// A number whose state was left open says itself how well it was read; words beside it go to the circumstances,
    /// as in an import.
    private mutating func readNumber(_ index: Int, _ row: NumberRow) -> FirearmNumber {
        let path = "firearm.numbers[\(index)]"
        if NumberPart(row.part) == nil, !row.part.isEmpty {
            failures.append(FieldFailure("\(path).part", "unknown-code", value: row.part))
        }
        if NumberState(row.state) == nil, !row.state.isEmpty {
            failures.append(FieldFailure("\(path).state", "unknown-code", value: row.state))
        }
        content.keepAside(row.stated.remainder)
        return row.stated.numbers.first ?? FirearmNumber(text: row.text)
    }

    private mutating func readMark(_ index: Int, _ row: MarkRow) -> FirearmMark? {
        let path = "firearm.marks[\(index)]"
        let kind = MarkKind(row.kind)
        if kind == nil {
            failures.append(
                FieldFailure("\(path).kind", row.kind.isEmpty ? "required" : "unknown-code", value: row.kind)
            )
        }
        if row.text.isEmpty { failures.append(FieldFailure("\(path).text", "required")) }
        return FirearmMark(kind: kind ?? .other, text: row.text, place: row.place.isEmpty ? nil : row.place)
    }

    private mutating func readHiddenFrom() -> [Country] {
        var countries: Set<Country> = []
        for code in fields.all("hiddenFrom") where !code.isEmpty {
            if let country = Country(code) {
                countries.insert(country)
            } else {
                failures.append(FieldFailure("hiddenFrom", "unknown-code", value: code))
            }
        }
        return countries.sorted()
    }

    private mutating func required<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
        guard fields[name] != nil else {
            failures.append(FieldFailure(name, "required"))
            return nil
        }
        return self.read(name, "unknown-code", read)
    }

    private mutating func read<Value>(
        _ name: String, _ code: String = "unknown-code", _ read: (String) -> Value?
    ) -> Value? {
        guard let text = fields[name] else { return nil }
        if let value = read(text) { return value }
        failures.append(FieldFailure(name, code, value: text))
        return nil
    }

    /// Millimetres, with a decimal point or comma.
    private static func length(_ text: String) -> Double? {
        guard let value = Double(text.replacing(",", with: ".")), value.isFinite else { return nil }
        return value
    }

    /// The rows of the table of numbers that are not blank, as they were sent.
    static func numberRows(_ fields: FormFields) -> [NumberRow] {
        (0..<mostNumbers).compactMap { index in
            let row = NumberRow(
                text: fields["numbers-\(index)-text"] ?? "", part: fields["numbers-\(index)-part"] ?? "",
                state: fields["numbers-\(index)-state"] ?? ""
            )
            return row.text.isEmpty && row.state.isEmpty ? nil : row
        }
    }

    private static func mark(_ index: Int, _ fields: FormFields) -> MarkRow? {
        let row = MarkRow(
            text: fields["marks-\(index)-text"] ?? "", kind: fields["marks-\(index)-kind"] ?? "",
            place: fields["marks-\(index)-place"] ?? ""
        )
        return row.text.isEmpty && row.place.isEmpty ? nil : row
    }
}

extension RecordFormInput.NumberRow {
    /// The numbers of the row; one as it stands where its state is given.
    var stated: StatedNumbers {
        StatedNumbers(text, part: NumberPart(part) ?? .frame, state: NumberState(state))
    }

    /// A row for each number of this one, or the row itself where it has one.
    fileprivate var single: [Self] {
        let numbers = stated.numbers
        guard numbers.count > 1 else { return [self] }
        return numbers.map { Self(text: $0.text, part: $0.part.rawValue, state: $0.state.rawValue) }
    }
}
