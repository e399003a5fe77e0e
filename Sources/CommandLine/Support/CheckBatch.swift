import DelimitedText
import Firearms
import Registry

/// A file of guns to be checked: one row each, in columns named like the options of `cartouche check` or, in English,
/// Spanish or Portuguese, like those of an import.
struct CheckBatch {
    /// One row: the question, or what is wrong with it.
    struct Row {
        /// Line of the file, counted from 1.
        var line: Int
        var serial: String
        var question: Result<CheckRequest, CommandFailure>
    }

    /// What is taken where a row is silent.
    struct Defaults {
        var purpose: Purpose?
        var place: String?
        var operation: String?
        var device: String?
        var reference: String?
    }

    private enum Column: Hashable {
        case serial, make, model, calibre, type, country, purpose, place, operation, device, reference
    }

    private var reader: DelimitedReader
    private let columns: [Column?]
    private let defaults: Defaults

    /// Reads the headings.
    /// - Throws: `DelimitedTextError`; ``CommandFailure`` where no column holds the serial numbers.
    init(_ reader: DelimitedReader, defaults: Defaults) throws {
        self.reader = reader
        self.defaults = defaults
        guard let headings = try self.reader.next()?.fields else {
            throw CommandFailure("\(reader.file) has no rows.")
        }
        columns = Self.columns(headings)
        guard columns.contains(.serial) else {
            throw CommandFailure(
                """
                \(reader.file) has no column for serial numbers. Name one "serial"; the others may be make, model, \
                calibre, type, country, purpose, place, operation, device, reference.
                """
            )
        }
    }

    /// The next row, nil at the end.
    mutating func next() throws -> Row? {
        guard let row = try reader.next() else { return nil }
        var values: [Column: String] = [:]
        for (column, text) in zip(columns, row.fields) {
            guard let column else { continue }
            let text = text.trimmingWhiteSpace()
            if !text.isEmpty { values[column] = text }
        }
        do {
            let question = try request(values)
            return Row(line: row.line, serial: question.firearm?.serial ?? "", question: .success(question))
        } catch {
            return Row(line: row.line, serial: values[.serial] ?? "", question: .failure(error))
        }
    }

    private func request(_ values: [Column: String]) throws(CommandFailure) -> CheckRequest {
        guard let serial = values[.serial] else { throw CommandFailure("The serial number is missing.") }
        let purpose = try CheckValues.purpose(values[.purpose]) ?? defaults.purpose
        guard let purpose else {
            throw CommandFailure("The purpose is missing: give a column \"purpose\" or --purpose.")
        }
        return CheckRequest(
            serial: serial, make: values[.make], model: values[.model], calibre: values[.calibre],
            type: try CheckValues.type(values[.type]), country: try CheckValues.country(values[.country]),
            purpose: purpose, place: values[.place] ?? defaults.place, device: values[.device] ?? defaults.device,
            operation: values[.operation] ?? defaults.operation, reference: values[.reference] ?? defaults.reference
        )
    }

    private static func columns(_ headings: [String]) -> [Column?] {
        let suggested = ImportMapping.suggested(headings: headings).columns
        return zip(headings, suggested).map { heading, field in
            switch heading.trimmingWhiteSpace().lowercased() {
            case "operation": return .operation
            case "device": return .device
            case "reference": return .reference
            default: break
            }
            return switch field {
            case .serial: .serial
            case .make: .make
            case .model: .model
            case .calibre: .calibre
            case .type: .type
            case .countryOfManufacture: .country
            case .purpose: .purpose
            case .place: .place
            case .nationalReference: .reference
            default: nil
            }
        }
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    func trimmingWhiteSpace() -> String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
