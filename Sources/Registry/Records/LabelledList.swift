/// Several labelled texts in one field of a file: `slide: NSR445 (legible); barrel: TH?21 (partial)`.
///
/// A text or note that holds one of the signs `;`, `:`, `(`, `)` or `"`, or begins or ends with white space, stands in
/// quotes, which are doubled inside. What was written is read back exactly.
enum LabelledList {
    struct Item: Hashable, Sendable {
        var label: String
        var text: String
        /// What stands in brackets behind; nil where nothing does.
        var note: String?
    }

    static func text(_ items: [Item]) -> String {
        items.map { item in
            let text = item.text.isEmpty ? "" : " " + quoted(item.text)
            return "\(item.label):\(text)" + (item.note.map { " (\(quoted($0)))" } ?? "")
        }.joined(separator: "; ")
    }

    /// The items of a text that was written so; nil for any other text.
    static func items(_ text: String) -> [Item]? {
        var scanner = Scanner(text)
        var items: [Item] = []
        repeat {
            guard let item = scanner.item() else { return nil }
            items.append(item)
        } while scanner.skip(";")
        return scanner.isAtEnd ? items : nil
    }

    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.contains { signs.contains($0) } && text.first?.isWhitespace != true && text.last?.isWhitespace != true
            && !text.isEmpty
        return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }

    private static let signs: Set<Character> = [";", ":", "(", ")", "\""]

    private struct Scanner {
        private var rest: Substring

        init(_ text: String) { rest = text[...] }

        var isAtEnd: Bool { rest.allSatisfy(\.isWhitespace) }

        mutating func skip(_ sign: Character) -> Bool {
            let start = rest.drop(while: \.isWhitespace)
            guard start.first == sign else { return false }
            rest = start.dropFirst()
            return true
        }

        mutating func item() -> Item? {
            guard let label = word(), !label.isEmpty, skip(":"), let text = word() else { return nil }
            guard skip("(") else { return Item(label: label, text: text) }
            guard let note = word(), skip(")") else { return nil }
            return Item(label: label, text: text, note: note)
        }

        /// A text to the next sign, or in quotes; nil where the quotes never end.
        private mutating func word() -> String? {
            rest = rest.drop(while: \.isWhitespace)
            guard rest.first == "\"" else {
                let word = rest.prefix { !signs.contains($0) }
                rest = rest[word.endIndex...]
                return String(word).trimmedAtEnd
            }
            var word = ""
            rest = rest.dropFirst()
            while let end = rest.firstIndex(of: "\"") {
                word += rest[..<end]
                rest = rest[rest.index(after: end)...]
                guard rest.first == "\"" else { return word }
                word += "\""
                rest = rest.dropFirst()
            }
            return nil
        }
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self[...]
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
