import ArgumentParser
import Registry

/// Corrections of a suggested mapping, given as `field=column`.
enum ImportMappingOptions {
    /// - Throws: `ValidationError` for an unknown field or a correction that is not `field=column`.
    static func validate(_ corrections: [String]) throws {
        for correction in corrections { _ = try parts(correction) }
    }

    /// The job's mapping with the corrections: a column by its heading or, counted from 1, by its number.
    /// - Throws: `ValidationError` naming a column that the file does not have.
    static func apply(_ corrections: [String], to job: ImportJob) throws -> ImportMapping {
        var mapping = job.mapping
        var given: Set<Int> = []
        for correction in corrections {
            let (field, column) = try parts(correction)
            if field != .otherSerial {
                for index in mapping.columns.indices where mapping.columns[index] == field && !given.contains(index) {
                    mapping.columns[index] = nil
                }
            }
            if column.isEmpty { continue }
            guard let index = index(of: column, in: job.headings) else {
                throw ValidationError(
                    "--mapping \(correction): there is no column \"\(column)\". The file has: "
                        + job.headings.joined(separator: ", ") + "."
                )
            }
            mapping.columns[index] = field
            given.insert(index)
        }
        return mapping
    }

    private static func index(of column: String, in headings: [String]) -> Int? {
        let wanted = column.trimmingWhiteSpace().lowercased()
        if let index = headings.firstIndex(where: { $0.trimmingWhiteSpace().lowercased() == wanted }) { return index }
        guard let number = Int(column), headings.indices.contains(number - 1) else { return nil }
        return number - 1
    }

    private static func parts(_ correction: String) throws -> (field: ImportField, column: String) {
        let parts = correction.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ValidationError("--mapping \(correction): write FIELD=COLUMN, for example serial='No. de serie'.")
        }
        guard let field = ImportField(rawValue: String(parts[0])) else {
            throw ValidationError(
                "--mapping \(correction): there is no field \"\(parts[0])\". The fields are: "
                    + ImportField.allCases.map(\.rawValue).joined(separator: ", ") + "."
            )
        }
        return (field, String(parts[1]))
    }
}
