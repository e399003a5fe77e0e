import DelimitedText

/// A labelled file: a row of headings, then one case a row.
struct LabelledFile {
    /// One row: its line in the file and its values by heading, in small letters.
    struct Row {
        var line: Int
        private let values: [String: String]

        init(line: Int, values: [String: String]) {
            self.line = line
            self.values = values
        }

        /// The value under a heading without the white space around it; empty where the file has no such column.
        subscript(heading: String) -> String { values[heading] ?? "" }

        /// Whether the file has a column with this heading.
        func has(_ heading: String) -> Bool { values[heading] != nil }

        /// The same, nil for an empty one.
        func filled(_ heading: String) -> String? {
            let text = self[heading]
            return text.isEmpty ? nil : text
        }
    }

    let rows: [Row]

    /// Reads the whole file.
    /// - Throws: `DelimitedTextError`; ``CommandFailure`` where a heading that is needed is missing.
    init(_ path: String, headings needed: [String]) throws {
        var reader = try DelimitedReader(contentsOf: path)
        let headings = try reader.next()?.fields.map { $0.trimmingWhiteSpace().lowercased() } ?? []
        let missing = needed.filter { !headings.contains($0) }
        guard missing.isEmpty else {
            throw CommandFailure(
                "\(path) has no column \(missing.map { "\"\($0)\"" }.joined(separator: ", ")). Its first row must "
                    + "name the columns \(needed.joined(separator: ", "))."
            )
        }
        var rows: [Row] = []
        while let row = try reader.next() {
            let pairs = zip(headings, row.fields.map { $0.trimmingWhiteSpace() })
            let values = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            if values.values.contains(where: { !$0.isEmpty }) { rows.append(Row(line: row.line, values: values)) }
        }
        self.rows = rows
    }
}
