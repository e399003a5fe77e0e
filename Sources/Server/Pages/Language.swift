import Foundation

/// The texts of one language, and the ways in which it counts, names countries and reads.
struct Language: Sendable {
    /// Which way the language is written; the raw value is that of the HTML attribute `dir`.
    enum Direction: String, Sendable {
        case leftToRight = "ltr"
        case rightToLeft = "rtl"
    }

    /// BCP 47 code, for example `es`; also the name of the catalogue file.
    let code: String
    /// What speakers call the language.
    let name: String
    /// The writing direction.
    let direction: Direction
    /// How the language counts.
    let pluralRule: PluralRule

    let entries: [String: CatalogueEntry]
    /// The texts of the base language, used where this one has none.
    private let base: [String: CatalogueEntry]

    /// A language from its entries.
    /// - Parameters:
    ///   - code: BCP 47 code.
    ///   - entries: its texts by key; `language.name` and `language.direction` describe the language itself.
    ///   - base: the texts of the base language.
    init(code: String, entries: [String: CatalogueEntry], base: [String: CatalogueEntry] = [:]) {
        self.code = code
        self.entries = entries
        self.base = base
        pluralRule = PluralRule(language: code)
        name = entries["language.name"]?.wordings.first?.text ?? code
        let direction = entries["language.direction"]?.wordings.first?.text
        self.direction = direction.flatMap(Direction.init) ?? .leftToRight
    }

    /// Whether this language or the base language has the text.
    func contains(_ key: String) -> Bool {
        entry(key) != nil
    }

    /// The entry of a key in this language, else in the base language.
    func entry(_ key: String) -> CatalogueEntry? {
        entries[key] ?? base[key]
    }

    /// The text of a key with its gaps filled; the key itself where no catalogue has it.
    /// - Parameters:
    ///   - key: for example `record.title`.
    ///   - arguments: what fills the gaps, by name.
    func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
        guard let entry = entry(key) else { return key }
        return entry.wording(for: nil, rule: pluralRule).filled(with: arguments)
    }

    /// The text of a key in the plural form of a count, which also fills the gap `{count}`.
    func text(_ key: String, count: Int, _ arguments: [String: String] = [:]) -> String {
        guard let entry = entry(key) else { return key }
        // A form of the base language must be chosen by the rule of the base language.
        let rule = entries[key] == nil ? PluralRule(language: Catalogue.baseCode) : pluralRule
        var arguments = arguments
        arguments["count"] = number(count)
        return entry.wording(for: count, rule: rule).filled(with: arguments)
    }

    /// The texts of a group for a script, by what follows the group's name; gaps are left for the script to fill.
    func texts(under group: String) -> [String: String] {
        let keys = Set(entries.keys).union(base.keys).filter { $0.hasPrefix(group + ".") }
        let texts = keys.map { key in
            (String(key.dropFirst(group.count + 1)), entry(key)?.wordings.first?.text ?? key)
        }
        return Dictionary(texts, uniquingKeysWith: { first, _ in first })
    }

    /// The name of a coded value, for example group `class`, code `stolen`; the code itself where it has no name.
    func label(_ group: String, _ code: String) -> String {
        let key = "\(group).\(code)"
        return contains(key) ? text(key) : code
    }

    /// The name of a country or territory in this language, from the operating system's locale data.
    /// - Parameter code: ISO 3166-1 alpha-2.
    func country(_ code: String) -> String {
        Locale(identifier: self.code).localizedString(forRegionCode: code) ?? code
    }

    /// A whole number with its thousands set apart by narrow spaces (ISO 80000-1), the same in every language.
    func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        guard digits.count > 4 else { return String(value) }
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return (value < 0 ? "\u{2212}" : "") + groups.joined(separator: "\u{202F}")
    }
}
