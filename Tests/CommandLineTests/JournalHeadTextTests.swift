import Storage
import Testing

@testable import CommandLine

@Suite("Noted heads of the journal")
struct JournalHeadTextTests {
    @Test("a printed head is read again, and its hash alone too")
    func roundTrip() throws {
        let head = JournalHead(sequence: 42, hash: SHA256.hash([1, 2, 3]))
        let text = JournalHeadText.text(head)
        let read = try #require(JournalHeadText.parse(text))
        #expect(read.sequence == 42 && read.hash == head.hash)
        let alone = try #require(JournalHeadText.parse(String(text.dropFirst(3))))
        #expect(alone.sequence == nil && alone.hash == head.hash)
    }

    @Test(
        "anything else is refused",
        arguments: ["", "42", "42:", "x:00", "1:2:3", "-1:" + String(repeating: "0", count: 64)])
    func refused(text: String) {
        #expect(JournalHeadText.parse(text) == nil)
    }
}
