/// How much of one column of a file was understood.
public struct ColumnUnderstanding: Sendable, Hashable {
    /// The column, from 0.
    public var column: Int
    /// The field that it was taken for.
    public var field: ImportField
    /// Fields of the column that were understood surely.
    public var sure: Int
    /// Fields that were understood with doubt.
    public var doubtful: Int
    /// Fields that were not understood.
    public var unknown: Int
    /// The most frequent texts that were not understood or understood with doubt, the most frequent first.
    public var texts: [ColumnText]

    /// Fields of the column that hold anything.
    public var filled: Int { sure + doubtful + unknown }
}

/// A text of a column that a person should look at.
public struct ColumnText: Sendable, Hashable {
    /// The text as it stands in the file, cut to 200 characters.
    public var text: String
    /// `doubtful` or `unknown`.
    public var understanding: Understanding
    /// What it was taken for: a code of the reference table or a number; nil where it was not understood.
    public var meaning: String?
    /// The rule by which it was.
    public var rule: String?
    /// Rows that hold it.
    public var count: Int
    /// The first of these rows, the heading being row 1.
    public var firstRow: Int
}

/// What a batch of rows adds to the understanding of the file's columns.
struct UnderstandingTally: Sendable {
    struct Key: Hashable, Sendable {
        var column: Int
        var text: String
    }

    /// Fields by column: sure, doubtful, unknown.
    private(set) var columns: [Int: (sure: Int, doubtful: Int, unknown: Int)] = [:]
    private(set) var texts: [Key: ColumnText] = [:]

    /// Longest text that is kept, in characters.
    private static let longest = 200

    mutating func add(_ reading: ColumnReading, row: Int) {
        switch reading.understanding {
        case .sure:
            columns[reading.column, default: (0, 0, 0)].sure += 1
            return
        case .doubtful: columns[reading.column, default: (0, 0, 0)].doubtful += 1
        case .unknown: columns[reading.column, default: (0, 0, 0)].unknown += 1
        }
        let text = String(reading.text.prefix(Self.longest))
        texts[
            Key(column: reading.column, text: text),
            default: ColumnText(
                text: text, understanding: reading.understanding, meaning: reading.meaning, rule: reading.rule,
                count: 0, firstRow: row
            )
        ].count += 1
    }
}
