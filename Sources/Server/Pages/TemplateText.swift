/// A template file before it is compiled for a language: Mustache with `[[key]]` tokens for texts.
///
/// `[[record.title number={{page.number}}]]` fills the gap `{number}` of the text with what Mustache renders there.
struct TemplateText {
    let name: String
    let text: String

    init(name: String, text: String) {
        self.name = name
        // Indentation is for the reader of the template: Mustache would repeat it in partials, even inside a textarea.
        self.text =
            text.split(separator: "\n", omittingEmptySubsequences: true)
            .map { $0.drop(while: { $0 == " " || $0 == "\t" }) }
            .filter { !$0.isEmpty }
            .joined(separator: "\n") + "\n"
    }

    /// The Mustache text with every token replaced by the escaped text of a language.
    /// - Throws: ``PagesError`` naming template, key and language where a text or one of its arguments is missing.
    func translated(into language: Language) throws(PagesError) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "[[") {
            result += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstRange(of: "]]") else {
                throw PagesError(.malformedTemplate, "template \(name): “[[” without “]]”")
            }
            result += try wording(of: rest[open.upperBound..<close.lowerBound], in: language)
            rest = rest[close.upperBound...]
        }
        return result + rest
    }

    private func wording(of token: Substring, in language: Language) throws(PagesError) -> String {
        let parts = token.split(separator: " ", omittingEmptySubsequences: true)
        let key = parts.first.map(String.init) ?? ""
        guard let entry = language.entry(key), case .plain(let plain) = entry else {
            throw PagesError(
                .missingText,
                "template \(name) asks for the text “\(key)”, which language \(language.code) does not have as a "
                    + "plain text; add it to \(language.code).json"
            )
        }
        var arguments: [String: String] = [:]
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            arguments[String(part[..<equals])] = String(part[part.index(after: equals)...])
        }
        let wording = Wording(Self.escaped(plain.text))
        // The gaps of `data-` patterns are filled by scripts: the template says so with `name=raw`.
        for argument in wording.argumentNames where arguments[argument] == nil {
            throw PagesError(
                .missingText,
                "template \(name), text “\(key)”, language \(language.code): the gap {\(argument)} is not filled"
            )
        }
        return wording.filled(with: arguments.filter { $0.value != "raw" })
    }

    /// Text made safe for element content and for attribute values in either kind of quotes.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.append(character)
            }
        }
        return result
    }
}
