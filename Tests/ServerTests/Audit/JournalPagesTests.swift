import Storage
import Testing

@testable import Server

@Suite("The journal's page")
struct JournalPagesTests {
    @Test("details are shown by name, and as they stand where they are of another shape")
    func details() {
        let details = JournalPages.details(#"{"fields": "place", "channel": "page"}"#)
        #expect(details.map(\.name) == ["channel", "fields"])
        #expect(JournalPages.details("[1]").map(\.value) == ["[1]"])
        #expect(JournalPages.details("").map(\.value) == [""])
    }

    @Test("a filter ends with the end of its last day")
    func days() {
        #expect(JournalPages.beginning(of: "2026-02-28")?.description == "2026-02-28T00:00:00.000Z")
        #expect(JournalPages.end(of: "2026-02-28")?.description == "2026-03-01T00:00:00.000Z")
        #expect(JournalPages.end(of: "yesterday") == nil)
    }

    @Test("a one-time password is long, readable aloud and never the same")
    func oneTimePassword() {
        let passwords = (0..<50).map { _ in OneTimePassword.make() }
        #expect(Set(passwords).count == 50)
        #expect(passwords.allSatisfy { $0.count == 23 && !$0.contains { "0o1il".contains($0) } })
    }
}
