import Testing

@testable import Registry

@Suite("Patterns of names") struct NamePatternTests {
    @Test(
        "a pattern matches as readers of notices expect",
        arguments: [
            ("^....$", "DIAZ", true), ("^....$", "DIAZ ROJAS", false), ("^A", "ALVES", true), ("^A", "SALAZAR", false),
            ("SON$", "ERIKSSON", true), ("^[A-D].*Z$", "DIAZ", true), ("^[^A-D]", "DIAZ", false), ("AB?C", "AC", true),
            ("^(DIAZ|DÍAS)$", "DIAS", true), ("^.{2,3}$", "LI", true), ("^.{2,3}$", "CHEN", false),
            ("A+B", "AAAB", true),
            ("O\\'", "O'NEIL", true), ("^$", "", true), ("diaz", "DIAZ ROJAS", true), ("Díaz", "DIAZ", true),
            ("X", "DIAZ", false),
        ])
    func matches(_ pattern: String, _ name: String, _ isMatch: Bool) throws {
        #expect(try #require(NamePattern(pattern)).matches(name) == isMatch)
    }

    @Test(
        "what is no expression is refused",
        arguments: ["(", "[", "[A", "a{", "a{2", "*", "a{3,2}", "a{200}", "\\", ")", "a||*"])
    func refused(_ pattern: String) { #expect(NamePattern(pattern) == nil) }

    @Test(
        "an expression that others hang on is answered at once",
        arguments: [
            "(a+)+$", "(a*)*b", "(a|aa)+$", "(.*)*x", "^(((((a+)+)+)+)+)+$", "(a{0,50}){0,50}$",
            "a?a?a?a?a?a?a?a?aaaaaaaa",
        ])
    func bounded(_ pattern: String) throws {
        guard let pattern = NamePattern(pattern) else { return }
        let elapsed = ContinuousClock().measure { _ = pattern.matches(String(repeating: "A", count: 200) + "!") }
        #expect(elapsed < .seconds(2))
    }

    @Test("a pattern longer than a hundred characters is refused")
    func long() { #expect(NamePattern(String(repeating: "A", count: 101)) == nil) }
}
