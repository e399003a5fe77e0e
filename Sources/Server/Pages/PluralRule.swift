/// The plural category of a count in one language, after the Unicode CLDR plural rules for whole numbers.
///
/// Source: <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>.
struct PluralRule: Sendable {
    /// A plural category, as CLDR names them; the raw value is the key in a catalogue file.
    enum Category: String, Sendable, CaseIterable {
        case zero, one, two, few, many, other
    }

    private let choose: @Sendable (Int) -> Category

    /// The rule of a language; a language without a rule of its own here counts as English does.
    /// - Parameter language: a BCP 47 code; only the primary subtag matters.
    init(language: String) {
        switch language.prefix(while: { $0 != "-" }) {
        case "ar": choose = Self.arabic
        case "fr", "pt": choose = { Self.romance($0, oneIncludesZero: true) }
        case "es": choose = { Self.romance($0, oneIncludesZero: false) }
        default: choose = { $0 == 1 ? .one : .other }
        }
    }

    /// The category of a count; the sign does not matter.
    func category(of count: Int) -> Category {
        choose(Int(clamping: count.magnitude))
    }

    /// French and Portuguese say "0 hit", Spanish "0 hits"; all three say "1 million *of* hits".
    private static func romance(_ count: Int, oneIncludesZero: Bool) -> Category {
        if count == 1 || (oneIncludesZero && count == 0) { return .one }
        return count != 0 && count.isMultiple(of: 1_000_000) ? .many : .other
    }

    private static func arabic(_ count: Int) -> Category {
        switch count {
        case 0: return .zero
        case 1: return .one
        case 2: return .two
        default: break
        }
        switch count % 100 {
        case 3...10: return .few
        case 11...99: return .many
        default: return .other
        }
    }
}
