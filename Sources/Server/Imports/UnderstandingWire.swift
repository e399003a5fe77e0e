public import Registry

/// How much of an import's columns was understood, as the API and the command line write it.
public struct UnderstandingAnswer: Encodable, Sendable {
    /// A text that a person should look at.
    public struct Text: Encodable, Sendable {
        var text: String
        var understanding: String
        var meaning: String?
        var rule: String?
        var count: Int
        var firstRow: Int
    }

    /// One column of the file.
    public struct Column: Encodable, Sendable {
        /// From 0, as in the mapping.
        var column: Int
        var heading: String
        var field: String
        var filled: Int
        var sure: Int
        var doubtful: Int
        var unknown: Int
        var texts: [Text]
    }

    /// The columns that hold more than free text.
    public var columns: [Column]

    /// Takes what the registry knows, with the headings of the file.
    public init(_ columns: [ColumnUnderstanding], headings: [String]) {
        self.columns = columns.map { column in
            Column(
                column: column.column,
                heading: headings.indices.contains(column.column) ? headings[column.column] : "",
                field: column.field.rawValue, filled: column.filled, sure: column.sure, doubtful: column.doubtful,
                unknown: column.unknown,
                texts: column.texts.map {
                    Text(
                        text: $0.text, understanding: $0.understanding.rawValue, meaning: $0.meaning, rule: $0.rule,
                        count: $0.count, firstRow: $0.firstRow
                    )
                }
            )
        }
    }
}
