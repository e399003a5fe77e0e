/// One text of a catalogue: a plain string, or one string for each plural category of a count.
enum CatalogueEntry: Sendable, Decodable {
    case plain(Wording)
    case plural([PluralRule.Category: Wording])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .plain(Wording(text))
            return
        }
        var forms: [PluralRule.Category: Wording] = [:]
        for (name, text) in try container.decode([String: String].self) {
            guard let category = PluralRule.Category(rawValue: name) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "“\(name)” is not a plural category (zero, one, two, few, many, other)"
                )
            }
            forms[category] = Wording(text)
        }
        guard forms[.other] != nil else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a text with plural forms needs the form “other”"
            )
        }
        self = .plural(forms)
    }

    /// All wordings, whatever the count.
    var wordings: [Wording] {
        switch self {
        case .plain(let text): [text]
        case .plural(let forms): Array(forms.values)
        }
    }

    /// The names that stand in braces in any of the wordings.
    var argumentNames: Set<String> {
        Set(wordings.flatMap(\.argumentNames))
    }

    /// The wording for a count, or the plain text.
    func wording(for count: Int?, rule: PluralRule) -> Wording {
        switch self {
        case .plain(let text):
            text
        case .plural(let forms):
            count.flatMap { forms[rule.category(of: $0)] } ?? forms[.other] ?? Wording("")
        }
    }
}
