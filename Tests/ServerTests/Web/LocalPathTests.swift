import Testing

@testable import Server

@Suite("Only paths of this site are followed")
struct LocalPathTests {
    @Test(
        "paths with and without a query are", arguments: ["/", "/checks/1", "/records?class=stolen&q=%C3%A9", "/a//b"])
    func local(path: String) {
        #expect(LocalPath.checked(path) == path)
    }

    @Test(
        "anything else is not",
        arguments: [
            "", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "javascript:alert(1)",
            "evil", "/\t/evil.example", "/a\r\nSet-Cookie: x=1", "/é", "/\u{0}", " /", "/ a",
            "/" + String(repeating: "a", count: 2_000),
        ])
    func foreign(text: String) {
        #expect(LocalPath.checked(text) == nil)
    }

    @Test("nothing is not")
    func nothing() {
        #expect(LocalPath.checked(nil) == nil)
    }
}
