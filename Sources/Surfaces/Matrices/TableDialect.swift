/// How the numbers of a text matrix are set apart, as far as its first lines show.
struct TableDialect: Sendable, Hashable {
    /// The byte between fields; a space stands for any run of spaces and tabs.
    var delimiter: UInt8
    /// Whether the point of a number is written as a comma.
    var hasDecimalComma: Bool

    private static let space = UInt8(ascii: " ")
    private static let comma = UInt8(ascii: ",")

    /// Tells the dialect from the first lines that hold something; nil when they are no matrix of numbers.
    ///
    /// Of tab, semicolon, comma and space the first one is taken that cuts the lines into equally many fields, all of
    /// them numbers or empty.
    init?(_ lines: [ArraySlice<UInt8>]) {
        guard !lines.isEmpty else { return nil }
        let tab = UInt8(ascii: "\t")
        let semicolon = UInt8(ascii: ";")
        var best: (fields: Int, dialect: TableDialect)?
        for delimiter in [tab, semicolon, Self.comma, Self.space] {
            let dialect = TableDialect(delimiter: delimiter, hasDecimalComma: false)
            let fields = lines.map { dialect.fields($0) }
            guard let first = fields.first, first.count > 1, fields.allSatisfy({ $0.count == first.count }) else {
                continue
            }
            let values = fields.joined()
            let numbers = values.count { TableDialect.number($0) != nil || TableDialect.isMissing($0) }
            guard numbers == values.count, values.contains(where: { TableDialect.number($0) != nil }) else { continue }
            if best == nil {
                let hasComma = values.contains { $0.contains(Self.comma) }
                best = (first.count, TableDialect(delimiter: delimiter, hasDecimalComma: hasComma))
            }
        }
        if let best {
            self = best.dialect
        } else if lines.allSatisfy({ Self.number($0) != nil || Self.isMissing($0) }),
            lines.contains(where: { Self.number($0) != nil })
        {
            // One column.
            self.init(delimiter: tab, hasDecimalComma: false)
        } else {
            return nil
        }
    }

    private init(delimiter: UInt8, hasDecimalComma: Bool) {
        self.delimiter = delimiter
        self.hasDecimalComma = hasDecimalComma
    }

    /// The fields of a line, without quotation marks and space around them.
    func fields(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let parts =
            delimiter == Self.space
            ? line.split(whereSeparator: { $0 == Self.space || $0 == UInt8(ascii: "\t") })
            : line.split(separator: delimiter, omittingEmptySubsequences: false)
        return parts.map(Self.bare)
    }

    /// The number in a field; nil when it is none.
    static func number(_ field: ArraySlice<UInt8>) -> Double? {
        field.isEmpty ? nil : Number.parse(field.span)
    }

    /// Whether a field says that the point was not measured, in one of the ways that programs write.
    static func isMissing(_ field: ArraySlice<UInt8>) -> Bool {
        guard field.count <= 8 else { return false }
        let text = String(decoding: field, as: UTF8.self).lowercased()
        let words: Set<String> = ["", "nan", "-nan", "na", "n/a", "null", "none", "-", "*", "***", "bad", "#n/a", "."]
        return words.contains(text)
    }

    private static func bare(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var field = field
        let quote = UInt8(ascii: "\"")
        while let first = field.first, first <= 0x20 { field.removeFirst() }
        while let last = field.last, last <= 0x20 { field.removeLast() }
        if field.count >= 2, field.first == quote, field.last == quote { field = field.dropFirst().dropLast() }
        return field
    }
}
