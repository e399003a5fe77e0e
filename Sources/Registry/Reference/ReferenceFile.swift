public import DelimitedText
import Firearms

/// A file of a bureau's own makes, models or calibres, read as far as its columns go.
public struct ReferenceFile: Sendable {
    /// A row with the line on which it begins.
    struct Row: Sendable {
        var line: Int
        var entry: ReferenceEntry
        var failures: [FieldFailure] = []
    }

    /// What the user calls the file.
    let name: String
    let rows: [Row]
    /// Why no row of the file can be read.
    let failure: FieldFailure?

    /// Largest file, bytes.
    public static let largest = 16 * 1024 * 1024
    /// Most rows of one file.
    static let mostRows = 50_000
    private static let longestField = 4_000

    /// Reads a file in any encoding and with any delimiter that imports read. Which kind it is, its headings tell; their
    /// order is free.
    /// - Throws: `DelimitedTextError` for a file that is not delimited text.
    public init(name: String, contentsOf path: String) throws(DelimitedTextError) {
        self.name = String(name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "file")
        do throws(DelimitedTextError) {
            var reader = try DelimitedReader(contentsOf: path)
            let headings = try reader.next()?.fields.map { $0.filter { !$0.isWhitespace }.lowercased() } ?? []
            guard let kind = Self.kind(headings) else {
                rows = []
                failure = FieldFailure("file", "not-a-reference-file", value: headings.joined(separator: ","))
                return
            }
            let places = kind.columns.map { headings.firstIndex(of: $0) ?? 0 }
            var read: [Row] = []
            while read.count < Self.mostRows, let row = try reader.next() {
                if row.fields.first?.hasPrefix("#") == true { continue }
                read.append(Self.row(row, kind, places))
            }
            rows = read
            failure = nil
        } catch {
            var named = error
            named.file = self.name
            throw named
        }
    }

    private static func kind(_ headings: [String]) -> ReferenceKind? {
        // Models name their make in a column of their own.
        [.model, .make, .calibre].first { Set($0.columns).isSubset(of: headings) }
    }

    private static func row(_ row: DelimitedRow, _ kind: ReferenceKind, _ places: [Int]) -> Row {
        let fields = places.map { place in
            place < row.fields.count ? row.fields[place].trimmingWhiteSpace() : ""
        }
        var read = Row(line: row.line, entry: ReferenceEntry(kind, fields: fields))
        for (column, field) in zip(kind.columns, fields) {
            if field.contains(where: \.isNewline) {
                read.failures.append(FieldFailure(column, "control-characters", value: field))
            } else if field.utf8.count > longestField {
                read.failures.append(
                    FieldFailure(column, "too-long", value: field, arguments: ["maximum": "\(longestField)"])
                )
            }
        }
        let code = fields[0]
        if kind != .model, !isCode(code) {
            read.failures.append(FieldFailure("code", code.isEmpty ? "required" : "invalid-code", value: code))
        }
        if fields[1].isEmpty { read.failures.append(FieldFailure("name", "required")) }
        return read
    }

    /// Small letters, digits and dashes, as the codes of the project's table.
    private static func isCode(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count) && !text.hasPrefix("-")
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }
}

extension String {
    fileprivate func trimmingWhiteSpace() -> String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
