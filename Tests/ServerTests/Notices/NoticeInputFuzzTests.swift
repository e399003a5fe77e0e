import Firearms
import Foundation
import Identity
import Storage
import TestSupport
import Testing

@testable import Registry
@testable import Server

@Suite("Damaged notices") struct NoticeInputFuzzTests {
    private static let whole = """
        {"colour":"red","purpose":"locate-wanted","handling":"restricted","hiddenFrom":["CL"],"addressees":["AR"],
        "person":{"name":"DOE","forename":"Ana","birthDate":"1980-05","sex":"F","nationalities":["AR","PY"],
        "aliases":["A","B"],"heightMetres":1.7,"eyes":["BRO"],"identityDocuments":["X1"],"birthCountry":"AR"},
        "entity":{"name":"X","aliases":["Y"]},"event":{"date":"2026-01-02","place":"Chuy","country":"UY"},
        "warrants":[{"issuingCountry":"BR","charge":"c","maximumPenaltyYears":8.5,"extraditionFrom":["AR"]}],
        "modusOperandi":{"kinds":["drone"],"method":"m","countries":["BR"],"firstSeen":"2026-01-01","operation":"O"},
        "listing":{"reference":"r","date":"2026-01-01","purposes":["p"]},"publicExtractAgreed":true,
        "texts":[{"language":"ar","text":"وقائع"},{"language":"en","text":"facts"}],"retentionUntil":"2027-01-01"}
        """

    /// What the API reads from a body; nil where it refuses it.
    private static func content(_ bytes: [UInt8]) -> NoticeContent? {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return nil }
        var body = JSONBody(object: object, path: "")
        do {
            return try NoticeInput.content(&body)
        } catch {
            #expect(!error.failures.isEmpty, "a refusal names what is wrong")
            return nil
        }
    }

    private static func written(_ content: NoticeContent) throws -> [UInt8] {
        let time = Moment(milliseconds: 0)
        let notice = Notice(
            sequence: 1, number: "2026/00001", bureau: "BR", state: .draft, version: 1, createdAt: time,
            changedAt: time,
            publishedAt: nil, content: content
        )
        var object =
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(NoticeAnswer(notice, isOwners: true)))
            as? [String: Any] ?? [:]
        for name in ["number", "bureau", "state", "version", "createdAt", "changedAt"] { object[name] = nil }
        return Array(try JSONSerialization.data(withJSONObject: object))
    }

    @Test("what is written of a notice is read again without a change")
    func roundTrip() throws {
        let content = try #require(Self.content(Array(Self.whole.utf8)))
        #expect(content.person?.nationalities.count == 2 && content.warrants.count == 1)
        #expect(try Self.content(Self.written(content)) == content)
    }

    @Test(
        "whatever is done to a body, it is refused with reasons or read; what is read keeps every rule or names the breach"
    )
    func mutations() throws {
        var random = SeededGenerator(seed: 2_026)
        let original = Array(Self.whole.utf8)
        let special = Array("{}[]\",:.-0919eE\\u\u{0}ÿnulltruefalse".utf8)
        var (read, refused) = (0, 0)
        let today = try #require(CalendarDate("2026-11-29"))
        for _ in 0..<4_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 32...126, using: &random)
                case 1: bytes.insert(special.randomElement(using: &random) ?? 0, at: place)
                case 2: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
                }
            }
            guard let content = Self.content(bytes) else {
                refused += 1
                continue
            }
            read += 1
            #expect(try Self.content(Self.written(content)) == content)
            _ = NoticeRules.failures(content, today: today, NoticeThresholds())
            _ = NoticeRules.missing(content, NoticeThresholds())
            _ = try NoticeRow(content)
        }
        #expect(read > 30 && refused > 100, "\(read) read, \(refused) refused")
    }

    @Test("whatever stands in a name pattern, it is refused or answers in time bounded by its length")
    func patterns() {
        var random = SeededGenerator(seed: 77)
        let signs = Array("^$.*+?()[]{}|\\-,0123456789AZÉ ñ")
        let name = String(repeating: "AZÉ ", count: 50)
        let elapsed = ContinuousClock().measure {
            for _ in 0..<3_000 {
                let length = Int.random(in: 1...40, using: &random)
                let text = String((0..<length).map { _ in signs.randomElement(using: &random) ?? "A" })
                _ = NamePattern(text)?.matches(name)
            }
        }
        #expect(elapsed < .seconds(60))
    }
}
