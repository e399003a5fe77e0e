import Foundation

/// One of the small CSV files that come with the module: comma-separated, first row names, `"` quotes, `#` comments.
///
/// Deliberately not the import reader of delimited text: this module depends on nothing, and these files are our own.
struct ResourceText: Sendable {
    struct Row {
        let line: Int
        let fields: [String]
    }

    let file: String
    let text: String

    /// A file without rows.
    init(file: String) {
        self.file = file
        text = ""
    }

    init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    init(file: String, bytes: some Sequence<UInt8>) throws(ReferenceTableError) {
        self.file = file
        guard let text = String(validating: Array(bytes), as: UTF8.self) else {
            throw ReferenceTableError(code: .notUTF8, file: file, line: 0, detail: "the file is not UTF-8 text")
        }
        self.text = text
    }

    /// The file of this name that came with the module.
    static func load(_ name: String) throws(ReferenceTableError) -> ResourceText {
        let file = name + ".csv"
        guard let url = Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Resources"),
            let data = try? Data(contentsOf: url)
        else {
            throw ReferenceTableError(code: .unreadable, file: file, line: 0, detail: "the file cannot be read")
        }
        return try ResourceText(file: file, bytes: data)
    }

    /// The files that come with the module are part of the program: without them it must not run, and the message says
    /// what is missing.
    static func orStop<Value>(_ load: () throws(ReferenceTableError) -> Value) -> Value {
        do {
            return try load()
        } catch {
            fatalError(error.description)
        }
    }

    func error(
        _ code: ReferenceTableError.Code, line: Int, field: String? = nil, value: String? = nil, _ detail: String
    ) -> ReferenceTableError {
        ReferenceTableError(code: code, file: file, line: line, field: field, value: value, detail: detail)
    }

    /// The rows after the one with the names; throws the first problem.
    func rows(columns: Int) throws(ReferenceTableError) -> [Row] {
        var problems: [ReferenceTableError] = []
        let rows = rows(columns: columns, problems: &problems)
        if let first = problems.first { throw first }
        return rows
    }

    /// The rows after the one with the names; a malformed one is left out and told in `problems`. A quoted field may
    /// hold commas and doubled quotes but no line break.
    func rows(columns: Int, problems: inout [ReferenceTableError]) -> [Row] {
        let bytes = Array(text.utf8)
        var rows: [Row] = []
        var line = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            var row = bytes[start..<end]
            start = end + 1
            line += 1
            if row.last == UInt8(ascii: "\r") { row = row.dropLast() }
            if line == 1 || row.isEmpty || row.first == UInt8(ascii: "#") { continue }
            guard let fields = Self.fields(of: row) else {
                problems.append(error(.malformed, line: line, "a quoted field is not closed"))
                continue
            }
            guard fields.count == columns else {
                let detail = "\(fields.count) columns stand where \(columns) are needed"
                problems.append(error(.malformed, line: line, detail))
                continue
            }
            rows.append(Row(line: line, fields: fields))
        }
        return rows
    }

    /// The fields of a row, or nil when a quoted one is not closed.
    private static func fields(of row: ArraySlice<UInt8>) -> [String]? {
        let quote = UInt8(ascii: "\"")
        let comma = UInt8(ascii: ",")
        if !row.contains(quote) {
            return row.split(separator: comma, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        var fields: [[UInt8]] = [[]]
        var isQuoted = false
        var place = row.startIndex
        while place < row.endIndex {
            let byte = row[place]
            place += 1
            if byte == quote {
                if isQuoted && place < row.endIndex && row[place] == quote {
                    fields[fields.count - 1].append(quote)
                    place += 1
                } else {
                    isQuoted.toggle()
                }
            } else if byte == comma && !isQuoted {
                fields.append([])
            } else {
                fields[fields.count - 1].append(byte)
            }
        }
        return isQuoted ? nil : fields.map { String(decoding: $0, as: UTF8.self) }
    }
}
