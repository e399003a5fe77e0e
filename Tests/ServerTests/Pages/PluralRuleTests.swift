import Testing

@testable import Server

@Suite("Plural rules")
struct PluralRuleTests {
    @Test(
        "counts fall into the CLDR categories",
        arguments: [
            ("en", 0, "other"), ("en", 1, "one"), ("en", 2, "other"), ("en", 1_000_000, "other"),
            ("es", 0, "other"), ("es", 1, "one"), ("es", 1_000_000, "many"), ("es-PY", 1_000_001, "other"),
            ("pt", 0, "one"), ("pt", 1, "one"), ("pt", 2, "other"), ("fr", 0, "one"), ("fr", 2_000_000, "many"),
            ("ar", 0, "zero"), ("ar", 1, "one"), ("ar", 2, "two"), ("ar", 3, "few"), ("ar", 110, "few"),
            ("ar", 11, "many"), ("ar", 199, "many"), ("ar", 100, "other"), ("ar", 102, "other"),
            ("xx", 1, "one"), ("xx", 5, "other"), ("en", -1, "one"),
        ])
    func categories(language: String, count: Int, category: String) {
        #expect(PluralRule(language: language).category(of: count).rawValue == category)
    }

    @Test("the smallest number does not overflow")
    func extreme() {
        #expect(PluralRule(language: "ar").category(of: .min) == PluralRule(language: "ar").category(of: .max))
    }
}
