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

    func error(_ code: ReferenceTableError.Code, line: Int, _ detail: String) -> ReferenceTableError {
        ReferenceTableError(code: code, file: file, line: line, detail: detail)
    }

    /// The rows after the one with the names. A quoted field may hold commas and doubled quotes but no line break.
    func rows(columns: Int) throws(ReferenceTableError) -> [Row] {
        var rows: [Row] = []
        var line = 0
        for text in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            if line == 1 || text.isEmpty || text.hasPrefix("#") { continue }
            let fields = try fields(of: text, line: line)
            guard fields.count == columns else {
                throw error(.malformed, line: line, "\(fields.count) columns stand where \(columns) are needed")
            }
            rows.append(Row(line: line, fields: fields))
        }
        return rows
    }

    private func fields(of row: Substring, line: Int) throws(ReferenceTableError) -> [String] {
        var fields = [""]
        var isQuoted = false
        var characters = row.makeIterator()
        var pending = characters.next()
        while let character = pending {
            pending = characters.next()
            if character == "\"" {
                if isQuoted && pending == "\"" {
                    fields[fields.count - 1].append("\"")
                    pending = characters.next()
                } else {
                    isQuoted.toggle()
                }
            } else if character == "," && !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        if isQuoted { throw error(.malformed, line: line, "a quoted field is not closed") }
        return fields
    }
}
