/// One row of a delimited text file, as many fields as the file has there.
public struct DelimitedRow: Sendable, Hashable {
    /// The line of the file on which the row begins, counted from 1.
    public var line: Int
    /// The position among the rows that are not blank, the header included, counted from 1.
    public var number: Int
    /// The decoded fields without their quotes. Rows of one file may differ in length.
    public var fields: [String]

    /// Puts a row together.
    public init(line: Int, number: Int, fields: [String]) {
        self.line = line
        self.number = number
        self.fields = fields
    }
}
