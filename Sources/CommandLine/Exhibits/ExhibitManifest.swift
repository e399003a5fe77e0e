import DelimitedText
import Registry

/// The manifest of a folder of scans, read whole: folders have some thousand scans at most.
struct ExhibitManifest: Sendable {
    /// One row with the line on which it stands.
    struct Row: Sendable {
        var line: Int
        /// The fields that are filled.
        var values: [ExhibitManifestColumn: String]
    }

    let rows: [Row]

    private static let mostRows = 100_000

    /// - Throws: `DelimitedTextError`, or ``CommandFailure`` for a manifest without the needed columns.
    init(contentsOf path: String) throws {
        var reader = try DelimitedReader(contentsOf: path)
        guard let headings = try reader.next() else { throw CommandFailure("\(path) is empty.") }
        let columns = headings.fields.map { ExhibitManifestColumn(heading: $0) }
        let unknown = zip(headings.fields, columns).filter { $1 == nil && !$0.isEmpty }.map(\.0)
        let known = columns.compactMap { $0 }
        guard Set(known).count == known.count, unknown.isEmpty else {
            throw CommandFailure(
                unknown.isEmpty
                    ? "\(path) has a column twice."
                    : "\(path) has columns that are not known: \(unknown.joined(separator: ", ")). See --help."
            )
        }
        let missing = ExhibitManifestColumn.required.filter { !known.contains($0) }.map(\.rawValue)
        guard missing.isEmpty else {
            throw CommandFailure("\(path) lacks the columns \(missing.joined(separator: ", ")).")
        }
        var rows: [Row] = []
        while let row = try reader.next() {
            guard rows.count < Self.mostRows else {
                throw CommandFailure("\(path) has more than \(Self.mostRows) rows. Split it.")
            }
            var values: [ExhibitManifestColumn: String] = [:]
            for (column, field) in zip(columns, row.fields) {
                let text = field.trimmed
                if let column, !text.isEmpty { values[column] = text }
            }
            rows.append(Row(line: row.line, values: values))
        }
        self.rows = rows
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
