import Foundation
import Storage
import Testing

@Suite("Identifiers, moments and hashes")
struct ValueTests {
    @Test("identifiers are of version 7, sort as they were made and are all different")
    func identifiers() {
        let identifiers = (0..<20_000).map { _ in Identifier.make() }
        #expect(zip(identifiers, identifiers.dropFirst()).allSatisfy { $0 < $1 })
        #expect(identifiers.map(\.description) == identifiers.map(\.description).sorted())
        for identifier in identifiers.prefix(50) {
            #expect(identifier.bytes[6] >> 4 == 7)
            #expect(identifier.bytes[8] >> 6 == 2)
            #expect(Identifier(identifier.description) == identifier)
            #expect(Identifier(identifier.description.uppercased()) == identifier)
            #expect(Identifier(bytes: identifier.bytes) == identifier)
            #expect(abs(identifier.moment.seconds(since: .now())) < 60)
        }
    }

    @Test("identifiers made by many tasks are all different")
    func concurrentIdentifiers() async {
        let all = await withTaskGroup(of: [Identifier].self) { group in
            for _ in 0..<8 { group.addTask { (0..<2000).map { _ in Identifier.make() } } }
            return await group.reduce(into: Set<Identifier>()) { $0.formUnion($1) }
        }
        #expect(all.count == 16_000)
    }

    @Test("the example of RFC 9562 is read", arguments: ["017F22E2-79B0-7CC3-98C4-DC0C0C07398F"])
    func example(text: String) throws {
        let identifier = try #require(Identifier(text))
        #expect(identifier.moment.description == "2022-02-22T19:22:22.000Z")
    }

    @Test(
        "other text is no identifier",
        arguments: [
            "", "017F22E279B07CC398C4DC0C0C07398F", "{17F22E2-79B0-7CC3-98C4-DC0C0C07398}",
            "017F22E2-79B0-7CC3-98C4-DC0C0C07398G", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F ",
            "017F22E2 79B0-7CC3-98C4-DC0C0C07398F", "é17F22E2-79B0-7CC3-98C4-DC0C0C07398",
        ]
    )
    func noIdentifier(text: String) {
        #expect(Identifier(text) == nil)
    }

    @Test("the text of a moment is that of Foundation, and reads back")
    func momentText() throws {
        var generator = SeededGenerator(seed: 7)
        let formatter = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        for _ in 0..<2000 {
            let moment = Moment(milliseconds: .random(in: -5_000_000_000_000...200_000_000_000_000, using: &generator))
            #expect(Moment(moment.description) == moment)
            let date = try formatter.parse(moment.description)
            #expect((date.timeIntervalSince1970 * 1000).rounded() == Double(moment.milliseconds))
        }
        #expect(Moment(milliseconds: 0).description == "1970-01-01T00:00:00.000Z")
        #expect(Moment(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
        #expect(Moment.earliest.description == "0001-01-01T00:00:00.000Z")
        #expect(Moment.latest.description == "9999-12-31T23:59:59.999Z")
        #expect(Moment("2024-02-29T12:00:00Z")?.date == "2024-02-29")
    }

    @Test(
        "other text is no moment",
        arguments: [
            "", "2026-11-23", "2026-11-23T10:15:00", "2026-11-23T10:15:00+00:00", "2026-11-23 10:15:00Z",
            "2026-02-29T10:15:00Z", "2026-13-01T10:15:00Z", "2026-00-01T10:15:00Z", "2026-11-31T10:15:00Z",
            "2026-11-23T24:00:00Z", "2026-11-23T10:60:00Z", "2026-12-31T23:59:60Z", "2026-11-23T10:15:00.1Z",
            "2026-11-23T10:15:00,123Z", "-026-11-23T10:15:00Z", "0000-01-01T00:00:00Z", "2026-11-23T10:15:0٣Z",
        ]
    )
    func noMoment(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test("adding stops at the ends of the calendar")
    func adding() {
        let moment = Moment(milliseconds: 1000)
        #expect(moment.adding(seconds: -1).milliseconds == 0)
        #expect(moment.adding(days: 1).milliseconds == 86_401_000)
        #expect(moment.adding(seconds: .max) == .latest)
        #expect(moment.adding(days: .min) == .earliest)
        #expect(Moment(milliseconds: .min) == .earliest)
    }

    @Test("values are coded as text")
    func coding() throws {
        struct Both: Codable, Equatable {
            var identifier: Identifier
            var moment: Moment
        }
        let both = Both(identifier: .make(), moment: .now())
        let data = try JSONEncoder().encode(both)
        #expect(String(decoding: data, as: UTF8.self).contains(both.moment.description))
        #expect(try JSONDecoder().decode(Both.self, from: data) == both)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Moment.self, from: Data("\"now\"".utf8)) }
    }

    @Test("hashes are those of FIPS 180, at once and in pieces")
    func hashes() {
        #expect(
            Hexadecimal.encode(SHA256.hash("".utf8))
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        var stream = SHA256.Stream()
        for piece in stride(from: 0, to: content.count, by: 777) {
            content[piece..<min(piece + 777, content.count)].withUnsafeBytes { stream.update($0) }
        }
        #expect(stream.finish() == SHA256.hash(content))
        #expect(SHA256.hash(sequence(first: UInt8(0)) { $0 < 9 ? $0 + 1 : nil }) == SHA256.hash(Array(0...9)))
    }

    @Test("hexadecimal text reads back, and other text does not")
    func hexadecimal() {
        #expect(Hexadecimal.decode(Hexadecimal.encode([0, 15, 171, 255])) == [0, 15, 171, 255])
        #expect(Hexadecimal.decode("0") == nil)
        #expect(Hexadecimal.decode("0g") == nil)
    }
}
