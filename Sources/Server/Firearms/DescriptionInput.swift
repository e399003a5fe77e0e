import Firearms
import Registry

/// What somebody wrote of a firearm, in a form or in a request: one line, single fields, or both. A field counts more
/// than the line.
struct DescriptionInput: Sendable {
    /// The names of the fields, in forms and in requests. `text` is the line.
    static let names = ["text", "type", "make", "model", "calibre", "serial"]
    /// Most characters of a field.
    static let longest = 400
    /// Most characters of a number that is given with its part.
    static let longestNumber = 100

    private(set) var values: [String: String] = [:]
    /// The numbers that are given with their parts; they count more than text about the serial number.
    private(set) var numbers: [SerialReading] = []
    /// Every wrong field.
    private(set) var failures: [FieldFailure] = []

    /// Reads a request.
    /// - Throws: `RegistryError` `invalid` with every wrong field at once.
    init(_ body: inout JSONBody) throws(RegistryError) {
        for name in Self.names { values[name] = body.string(name) }
        let stated = body.objects("numbers") { RecordInput.numbers(&$0) }
        numbers = stated.flatMap(\.readings)
        check(numbers: stated.count)
        if isBlank, body.failures.isEmpty { failures.append(FieldFailure("text", "required")) }
        try body.refuseFailures(and: failures)
    }

    /// Reads a form: that of this page, of a check (whose line is called `query`) or of a record. `take` holds fields, as
    /// a form would send them, that take the place of what was written.
    init(_ fields: FormFields) {
        for name in Self.names { values[name] = fields[name] }
        if values["text"] == nil { values["text"] = fields["query"] }
        for (name, value) in FormFields(encoded: Substring(fields["take"] ?? "")).pairs where Self.names.contains(name)
        {
            values[name] = value
        }
        let rows = RecordFormInput.numberRows(fields)
        numbers = rows.flatMap(\.stated.readings)
        check(numbers: rows.count)
    }

    /// Whether nothing was written.
    var isBlank: Bool { values.isEmpty && numbers.isEmpty }

    /// What was written, field by field.
    func written(_ table: ReferenceTable = .standard) -> WrittenDescription {
        let line = values["text"].map { WrittenDescription(line: $0, table: table) } ?? WrittenDescription()
        return WrittenDescription(
            type: values["type"] ?? line.type, make: values["make"] ?? line.make, model: values["model"] ?? line.model,
            calibre: values["calibre"] ?? line.calibre, serial: values["serial"] ?? line.serial,
            remainder: line.remainder
        )
    }

    /// The same in the terms of the reference table of a bureau.
    func description(_ table: ReferenceTable = .standard) -> NormalisedDescription {
        NormalisedDescription(written(table), numbers: numbers.isEmpty ? nil : numbers, table: table)
    }

    private mutating func check(numbers count: Int) {
        func tooLong(_ name: String, _ text: String, _ longest: Int) {
            guard text.unicodeScalars.count > longest else { return }
            failures.append(FieldFailure(name, "too-long", value: text, arguments: ["maximum": "\(longest)"]))
        }
        for name in Self.names { tooLong(name, values[name] ?? "", Self.longest) }
        if count > RecordFormInput.mostNumbers {
            failures.append(
                FieldFailure("numbers", "too-many", arguments: ["maximum": "\(RecordFormInput.mostNumbers)"]))
        }
    }
}
