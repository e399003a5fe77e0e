import Firearms
import Matching
import Testing

@Suite("One error of reading is named, with its place")
struct MisreadingReasonTests {
    private func reasons(_ read: String, _ recorded: String) -> [MatchReason] {
        let query = MatchQuery(serial: SerialPattern(read))
        return Ranking.rank(query, [MatchCandidate(id: 1, normalised: recorded)], table: .standard)[0].reasons
    }

    @Test(
        "a true case is explained and a near case kept apart",
        arguments: [
            (read: "TKR1345", recorded: "TKR12345", code: "serial.left-out", near: "TKR1352", arguments: ["2", "5"]),
            (read: "TKR123745", recorded: "TKR12345", code: "serial.added", near: "TKR172745", arguments: ["7", "7"]),
            (
                read: "TKR12745", recorded: "TKR12345", code: "serial.replaced", near: "TKR12775",
                arguments: ["3", "7", "6"]
            ),
            (read: "TKR13245", recorded: "TKR12345", code: "serial.swapped", near: "TKR14325", arguments: ["23", "5"]),
            (read: "TKX3047", recorded: "TKX30417", code: "serial.left-out", near: "TKX3407", arguments: ["1", "7"]),
            (read: "R123", recorded: "TKR12345", code: "serial.part", near: "R124", arguments: ["4", "3"]),
        ]
    )
    func trueAndNear(_ pair: (read: String, recorded: String, code: String, near: String, arguments: [String])) {
        let found = reasons(pair.read, pair.recorded).first { $0.code == pair.code }
        #expect(found?.arguments == pair.arguments)
        #expect((found?.weight ?? 0) < 0)
        let near = reasons(pair.near, pair.recorded)
        #expect(!near.contains { $0.code == pair.code }, "\(near)")
        #expect(near.contains { $0.code == "serial.differs" }, "\(near)")
    }

    @Test("confused signs are counted on top of the error, at their place in the number as read")
    func confusionsBeside() {
        let found = reasons("TKRO347S", "TKR012345")
        #expect(!found.contains { $0.code == "serial.left-out" })
        let both = reasons("TKRO1234S7", "TKR012345")
        #expect(
            both.filter { $0.code == "serial.confusable" }.map(\.arguments) == [["0", "O", "4"], ["5", "S", "9"]])
        #expect(both.last?.code == "serial.added")
    }

    @Test("a sign of a run left out weighs less than another one, and both weigh less than a contradiction")
    func likelihoods() throws {
        func weight(_ read: String, _ recorded: String) throws -> Double {
            try #require(reasons(read, recorded).last).weight
        }
        let repeated = try weight("AB1234", "AB11234")
        let other = try weight("AB1234", "AB15234")
        let contradiction = try weight("AB1234", "XY98765")
        #expect(repeated > other && other > contradiction)
    }

    @Test("an equal number is above every misread one, whatever speaks for the misread one but make and calibre alike")
    func equalFirst() {
        let query = MatchQuery(serial: SerialPattern("TKR12345"))
        let ranked = Ranking.rank(
            query,
            ["TKR12346", "TKR1234", "TKR123456", "TKR21345", "TKR12345", "TKRI2345"].enumerated().map {
                MatchCandidate(id: Int64($0.offset), normalised: $0.element)
            },
            table: .standard
        )
        #expect(ranked.prefix(2).map(\.id) == [4, 5])
    }

    @Test("a number that many records carry says less of each, and says so")
    func shared() {
        let query = MatchQuery(serial: SerialPattern("48213"))
        func score(_ count: Int64) -> Double {
            let candidates = (1...count).map { MatchCandidate(id: $0, normalised: "48213") }
            let ranked = Ranking.rank(query, candidates, table: .standard)
            #expect(ranked.count == Int(count))
            #expect(
                ranked[0].reasons.contains { $0.code == "serial.shared" && $0.arguments == ["\(count)"] } == (count > 1)
            )
            return ranked[0].score
        }
        #expect(score(1) > score(2) && score(2) > score(16))
        #expect(score(64) == score(4_000))
    }

    @Test("an equal number stands above every near one, however many records carry it")
    func sharedAboveNear() {
        let query = MatchQuery(serial: SerialPattern("48213"))
        let near = MatchCandidate(id: 0, normalised: "A48213")
        for count in [1, 11, 200] as [Int64] {
            let equal = (1...count).map { MatchCandidate(id: $0, normalised: "48213") }
            let ranked = Ranking.rank(query, [near] + equal, table: .standard)
            #expect(ranked.last?.id == 0, "\(count) carry it")
        }
    }

    @Test("a number that stands for an unknown one is doubted", arguments: ["123456", "000000", "1111111", "0123456"])
    func placeholder(_ number: String) {
        #expect(reasons(number, number).contains { $0.code == "serial.placeholder" })
    }

    @Test("a number that only looks regular is not doubted", arguments: ["234567", "1234", "112233", "ABCDEF", "11"])
    func notPlaceholder(_ number: String) {
        #expect(!reasons(number, number).contains { $0.code == "serial.placeholder" })
    }
}
