import Firearms
import Matching
import Testing
import TestSupport

@Suite("Candidates are ordered by evidence, with reasons")
struct RankingTests {
    private let table = ReferenceTable.standard

    private func rank(_ query: MatchQuery, _ candidates: MatchCandidate...) -> [RankedCandidate] {
        Ranking.rank(query, candidates, table: table)
    }

    private func serialReasons(_ read: String, _ recorded: String) -> [MatchReason] {
        rank(MatchQuery(serial: SerialPattern(read)), MatchCandidate(id: 1, normalised: recorded))[0].reasons
    }

    @Test("an equal serial says so, a confusable one names both characters and the place")
    func confusable() {
        #expect(serialReasons("ABC123", "ABC123").map(\.code) == ["serial.equal"])
        let reasons = serialReasons("A8C123", "ABCI23")
        #expect(reasons.map(\.code) == ["serial.agrees", "serial.confusable", "serial.confusable"])
        #expect(reasons[1].arguments == ["B", "8", "2"])
        #expect(reasons[2].arguments == ["I", "1", "4"])
    }

    @Test("unreadable places are named, in the reading and in the record")
    func unreadable() {
        #expect(serialReasons("TKR?2?45", "TKR12345")[0].arguments == ["6", "8", "4,6"])
        #expect(serialReasons("ABCD234", "AB??234")[0].arguments == ["5", "7", "3,4"])
        #expect(serialReasons("?BC?234", "AB??234")[0].arguments == ["4", "7", "1,3,4"])
        #expect(serialReasons("TKR?2345", "TKR12346").contains { $0.code == "serial.unreadable" } == false)
    }

    @Test("ignored letters are said, and confusions are placed in the number as read")
    func embedded() {
        let plain = serialReasons("369J257", "369257")
        #expect(plain.map(\.code) == ["serial.agrees", "serial.embedded"])
        #expect(plain[1].arguments == ["369257", "369J257"])
        let confused = serialReasons("369J257S", "3692575")
        #expect(confused.map(\.code) == ["serial.agrees", "serial.confusable", "serial.embedded"])
        #expect(confused[1].arguments == ["5", "S", "8"])
        #expect(serialReasons("J369257", "M36B257").map(\.code) == ["serial.differs"])
    }

    @Test("a known beginning or end counts its places")
    func sides() {
        #expect(serialReasons("TKR12???", "TKR1234567").map(\.code) == ["serial.beginning"])
        #expect(serialReasons("12345", "TKR12345").first?.arguments == ["5"])
        #expect(serialReasons("99999", "TKR12345").map(\.code) == ["serial.differs"])
    }

    @Test("the same serial on another make ranks lower, is there, and says why")
    func otherMake() {
        let query = MatchQuery(serial: SerialPattern("ABC123"), make: "TAURUS")
        let ranked = rank(
            query, MatchCandidate(id: 1, normalised: "ABC123", makeCode: "glock"),
            MatchCandidate(id: 2, normalised: "ABC123", make: "Forjas Taurus"),
            MatchCandidate(id: 3, normalised: "ABC123")
        )
        #expect(ranked.map(\.id) == [2, 3, 1])
        #expect(ranked[0].reasons.contains { $0.code == "make.equal" })
        #expect(ranked[2].reasons.contains { $0.code == "make.differs" && $0.arguments == ["Glock", "Taurus"] })
    }

    @Test("makes that the table does not know are compared as written")
    func unknownMakes() {
        let query = MatchQuery(serial: SerialPattern("ABC123"), make: "Acme Works")
        let ranked = rank(
            query, MatchCandidate(id: 1, normalised: "ABC123", make: "Zenith"),
            MatchCandidate(id: 2, normalised: "ABC123", make: "ACME-WORKS")
        )
        #expect(ranked.map(\.id) == [2, 1])
        #expect(ranked[1].reasons.contains { $0.code == "make.uncertain" })
    }

    @Test(".38 Special is compatible with .357 Magnum and differs from 9 mm")
    func calibre() {
        let query = MatchQuery(serial: SerialPattern("ABC123"), calibre: ".38 SPL")
        let ranked = rank(
            query, MatchCandidate(id: 1, normalised: "ABC123", calibreCode: "9x19"),
            MatchCandidate(id: 2, normalised: "ABC123", calibreCode: "357-magnum"),
            MatchCandidate(id: 3, normalised: "ABC123", calibre: "38 Special")
        )
        #expect(ranked.map(\.id) == [3, 2, 1])
        #expect(ranked.map { $0.reasons.last?.code } == ["calibre.equal", "calibre.compatible", "calibre.differs"])
    }

    @Test("model, type and country speak for or against")
    func rest() {
        let query = MatchQuery(
            serial: SerialPattern("ABC123"), model: "PT 92", type: .pistol, country: Country("BR")
        )
        let ranked = rank(
            query,
            MatchCandidate(id: 1, normalised: "ABC123", model: "85", type: .revolver, country: Country("US")),
            MatchCandidate(id: 2, normalised: "ABC123", model: "PT92 AF", type: .pistol, country: Country("BR")),
            MatchCandidate(id: 3, normalised: "ABC123", model: "pt-92", type: .pistol, country: Country("BR"))
        )
        #expect(ranked.map(\.id) == [3, 2, 1])
        #expect(
            ranked[1].reasons.map(\.code) == [
                "serial.equal", "serial.shared", "model.similar", "type.equal", "country.equal",
            ])
        #expect(
            ranked[2].reasons.map(\.code) == [
                "serial.equal", "serial.shared", "model.differs", "type.differs", "country.differs",
            ])
    }

    @Test("a number on the slide and a restored number weigh a little less")
    func numberPart() {
        let ranked = rank(
            MatchQuery(serial: SerialPattern("ABC123")), MatchCandidate(id: 1, normalised: "ABC123", part: .slide),
            MatchCandidate(id: 2, normalised: "ABC123", part: .frame),
            MatchCandidate(id: 3, normalised: "ABC123", part: .slide, state: .restored)
        )
        #expect(ranked.map(\.id) == [2, 1, 3])
    }

    @Test("all else the same, an equal serial is above every other one")
    func equalIsFirst() {
        var generator = SeededGenerator(seed: 21)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?".utf8)
        for serial in generatedSerials(300, seed: 22) {
            var candidates = [MatchCandidate(id: 0, normalised: serial)]
            for id in 1...20 {
                var bytes = Array(serial.utf8)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
                case 1: bytes.removeLast()
                default:
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    bytes[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                }
                let other = String(decoding: bytes, as: UTF8.self)
                if other != serial { candidates.append(MatchCandidate(id: Int64(id), normalised: other)) }
            }
            let ranked = Ranking.rank(MatchQuery(serial: SerialPattern(serial)), candidates.shuffled(), table: table)
            #expect(ranked.count == candidates.count)
            #expect(ranked[0].id == 0)
            #expect(ranked[0].score > ranked[1].score)
        }
    }

    @Test("the order does not depend on the order of the candidates, and a record appears once by its best number")
    func deterministic() {
        let query = MatchQuery(serial: SerialPattern("ABC123"))
        let candidates = (1...50).map { MatchCandidate(id: Int64($0), normalised: $0 % 2 == 0 ? "ABC123" : "A8C123") }
        let twice = candidates + [MatchCandidate(id: 1, normalised: "ABC123")]
        let ranked = Ranking.rank(query, twice, table: table)
        #expect(ranked == Ranking.rank(query, twice.reversed(), table: table))
        #expect(ranked.count == 50)
        #expect(ranked[0].id == 1)
        for candidate in ranked { #expect((0...1).contains(candidate.score)) }
    }

    @Test("every reason has a code of the list, also for hostile candidates")
    func codes() {
        let hostile = ["", "?", "??????", "abc", String(repeating: "9", count: 10_000), "é"]
        let candidates = hostile.enumerated().map { MatchCandidate(id: Int64($0), normalised: $1, make: $1, model: $1) }
        for read in hostile + ["ABC123"] {
            let query = MatchQuery(serial: SerialPattern(read), make: read, model: read, calibre: read)
            let ranked = Ranking.rank(query, candidates, table: table)
            #expect(ranked.count == candidates.count)
            for reason in ranked.flatMap(\.reasons) { #expect(MatchReason.allCodes.contains(reason.code)) }
        }
    }
}
