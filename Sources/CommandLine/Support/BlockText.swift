/// The part of YAML 1.2 that labelled lists are written in: block mappings and sequences of scalars, plain or quoted,
/// over several lines where a plain one goes on deeper; lists in brackets; comments. Anchors, tags, literal blocks and
/// flow mappings are not read.
struct BlockText {
    /// Why a text is not of this form.
    struct Fault: Error {
        var line: Int
        var detail: String
    }

    private enum Content {
        case scalar(String)
        case items([BlockText])
        case fields([(key: String, value: BlockText)])
    }

    /// Where it begins, counted from 1.
    let line: Int
    private let content: Content

    /// A field of a mapping.
    subscript(key: String) -> BlockText? {
        guard case .fields(let fields) = content else { return nil }
        return fields.first { $0.key == key }?.value
    }

    /// The text of a scalar.
    var scalar: String? {
        guard case .scalar(let text) = content else { return nil }
        return text
    }

    /// The items of a sequence.
    var items: [BlockText]? {
        guard case .items(let items) = content else { return nil }
        return items
    }

    /// One scalar, or those of a sequence; empty ones are left out.
    var scalars: [String] { ([scalar].compactMap { $0 } + (items ?? []).compactMap(\.scalar)).filter { !$0.isEmpty } }

    private init(_ content: Content, line: Int) {
        self.content = content
        self.line = line
    }

    init(parsing text: String) throws(Fault) {
        var reader = Reader(text)
        self = try reader.block(indent: 0)
        if let rest = reader.next { throw Fault(line: rest.line, detail: "the indentation fits to nothing above") }
    }

    private struct Line {
        var line: Int
        var indent: Int
        var text: Substring
    }

    private struct Reader {
        var lines: [Line] = []
        var place = 0
        var next: Line? { place < lines.count ? lines[place] : nil }

        init(_ text: String) {
            for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            {
                let body = raw.drop { $0 == " " }
                if body.isEmpty || body.hasPrefix("#") || body == "---" { continue }
                lines.append(Line(line: number + 1, indent: raw.count - body.count, text: Self.trimmed(body)))
            }
        }

        private static func trimmed(_ text: Substring) -> Substring {
            var text = text
            while text.last?.isWhitespace == true { text.removeLast() }
            return text
        }

        mutating func block(indent: Int) throws(Fault) -> BlockText {
            guard let first = next, first.indent >= indent else { return BlockText(.scalar(""), line: next?.line ?? 1) }
            if first.text == "-" || first.text.hasPrefix("- ") { return try sequence(first) }
            if Self.key(first.text) != nil { return try mapping(first) }
            return BlockText(.scalar(try plain(indent: first.indent - 1)), line: first.line)
        }

        private mutating func sequence(_ first: Line) throws(Fault) -> BlockText {
            var items: [BlockText] = []
            while let line = next, line.indent == first.indent, line.text == "-" || line.text.hasPrefix("- ") {
                let rest = line.text.dropFirst().drop { $0 == " " }
                if rest.isEmpty {
                    place += 1
                    items.append(try block(indent: first.indent + 1))
                } else {
                    // What follows the dash stands as if on a line of its own.
                    let indent = line.indent + line.text.count - rest.count
                    lines[place] = Line(line: line.line, indent: indent, text: rest)
                    items.append(try block(indent: indent))
                }
            }
            return BlockText(.items(items), line: first.line)
        }

        private mutating func mapping(_ first: Line) throws(Fault) -> BlockText {
            var fields: [(key: String, value: BlockText)] = []
            while let line = next, line.indent == first.indent, let (key, rest) = Self.key(line.text) {
                if rest.isEmpty {
                    place += 1
                    // A sequence may stand as deep as its key.
                    let isSequence = next.map { $0.indent == line.indent && $0.text.hasPrefix("-") } ?? false
                    fields.append((key, try block(indent: isSequence ? line.indent : line.indent + 1)))
                } else {
                    lines[place].text = rest
                    let text = try plain(indent: line.indent)
                    fields.append((key, Self.value(text, line.line)))
                }
            }
            return BlockText(.fields(fields), line: first.line)
        }

        /// A scalar and the lines by which it goes on, deeper than `indent`.
        private mutating func plain(indent: Int) throws(Fault) -> String {
            guard let first = next else { return "" }
            var text = String(first.text)
            place += 1
            while let line = next, line.indent > indent, !Self.isClosed(text) {
                text += " " + line.text
                place += 1
            }
            if let quote = text.first, quote == "\"" || quote == "'" {
                guard Self.isClosed(text) else { throw Fault(line: first.line, detail: "a quote is not closed") }
                return Self.unquoted(text)
            }
            if let comment = text.firstRange(of: " #") { text.removeSubrange(comment.lowerBound...) }
            return text
        }

        private static func value(_ text: String, _ line: Int) -> BlockText {
            guard text.hasPrefix("["), text.hasSuffix("]") else { return BlockText(.scalar(text), line: line) }
            let items = text.dropFirst().dropLast().split(separator: ",").map { item in
                let item = trimmed(item.drop { $0 == " " })
                return BlockText(
                    .scalar(item.first == "\"" || item.first == "'" ? unquoted(String(item)) : String(item)), line: line
                )
            }
            return BlockText(.items(items), line: line)
        }

        /// The text is quoted, and the quote is closed.
        private static func isClosed(_ text: String) -> Bool {
            guard let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote else {
                return false
            }
            if quote == "'" { return text.dropFirst().count { $0 == quote } % 2 == 1 }
            return !text.dropLast().hasSuffix("\\") || text.dropLast().hasSuffix("\\\\")
        }

        private static func unquoted(_ text: String) -> String {
            let body = String(text.dropFirst().dropLast())
            if text.first == "'" { return body.replacing("''", with: "'") }
            return body.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
        }

        /// The key of a line `key: rest`.
        private static func key(_ text: Substring) -> (String, Substring)? {
            guard let first = text.first, first != "\"", first != "'", first != "[" else { return nil }
            guard
                let colon = text.indices.first(where: { index in
                    let after = text.index(after: index)
                    return text[index] == ":" && (after == text.endIndex || text[after] == " ")
                })
            else { return nil }
            return (String(text[..<colon]), text[text.index(after: colon)...].drop { $0 == " " })
        }
    }
}
