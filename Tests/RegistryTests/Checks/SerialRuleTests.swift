import Firearms
import Matching
import Testing

@testable import Registry

/// The rules by which a recorded number is found, each with a true case and a near one that is kept apart. It reads as
/// the specification: what was recorded, what was read, whether the record is to be found, and the reason told.
@Suite("The rules of serial matching")
struct SerialRuleTests {
    struct Rule: Sendable, CustomTestStringConvertible {
        var rule: String
        var recorded: String
        var state = NumberState.legible
        var read: String
        /// A reason by which the record is found; nil where it is kept apart.
        var reason: String?

        init(_ rule: String, _ recorded: String, _ read: String, _ reason: String?, state: NumberState = .legible) {
            self.rule = rule
            self.recorded = recorded
            self.read = read
            self.reason = reason
            self.state = state
        }

        var testDescription: String { "\(rule): \(recorded) read as \(read) \(reason ?? "is kept apart")" }
    }

    static let exact: [Rule] = [
        Rule("equal", "ABC12345", "ABC12345", "serial.equal"),
        Rule("equal", "ABC12345", "XYZ98765", nil),
        Rule("case, spaces and separators carry no meaning", "ABC-12 345", "abc.12345", "serial.equal"),
        Rule("accents and full-width signs neither", "ÁBC12345", "ＡBC１2345", "serial.equal"),
        Rule("a removed number is not compared", "RASPADO", "RASPADO", nil, state: .removed),
    ]

    static let confusable: [Rule] = [
        Rule("0 O Q D", "TKR0OQD5", "TKROQD05", "serial.confusable"),
        Rule("1 I L 7", "TKR1IL75", "TKRIL715", "serial.confusable"),
        Rule("8 B", "TKR82345", "TKRB2345", "serial.confusable"),
        Rule("5 S", "TKR52345", "TKRS2345", "serial.confusable"),
        Rule("2 Z", "TKR52345", "TKR5Z345", "serial.confusable"),
        Rule("6 G", "TKR62345", "TKRG2345", "serial.confusable"),
        Rule("4 A", "TKR42345", "TKRA2345", "serial.confusable"),
        Rule("U V", "TUR42345", "TVR42345", "serial.confusable"),
        Rule("M N", "TMR42345", "TNR42345", "serial.confusable"),
        Rule("any number of them", "OB152345", "08ISZ34S", "serial.confusable"),
        Rule("no others", "TKR12345", "TKR83345", nil),
        Rule("no others besides them", "OB152345", "08XY2345", nil),
    ]

    static let embedded: [Rule] = [
        Rule("other letters between digits", "369J257", "369M257", "serial.embedded"),
        Rule("letters between digits left out", "369J257", "369257", "serial.embedded"),
        Rule("several of them", "3K69J25", "36925", "serial.embedded"),
        Rule("O between digits is the digit 0", "369O257", "3690257", "serial.confusable"),
        Rule("letters before the first digit count", "JK369257", "MP369257", nil),
        Rule("letters after the last digit count", "369257JK", "369257MP", nil),
        Rule("the digits must agree", "369J257", "369M528", nil),
    ]

    static let oneEdit: [Rule] = [
        Rule("one sign left out", "ABC12345", "ABC1245", "serial.left-out"),
        Rule("one sign left out at the beginning", "ABC12345", "BC12345", "serial.left-out"),
        Rule("one sign left out at the end", "ABC12345", "ABC1234", "serial.left-out"),
        Rule("two signs left out", "ABC12345", "AC1245", nil),
        Rule("one sign too many", "ABC12345", "ABC123345", "serial.added"),
        Rule("one sign too many", "ABC12345", "ABCX12345", "serial.added"),
        Rule("two signs too many", "ABC12345", "ABXC123Y45", nil),
        Rule("one sign read as another", "ABC12345", "ABC1X345", "serial.replaced"),
        Rule("a lower-case b read as 6", "ABC12345", "A6C12345", "serial.replaced"),
        Rule("two signs read as others", "ABC12345", "ABC17X45", nil),
        Rule("neighbours swapped", "ABC12345", "ABC13245", "serial.swapped"),
        Rule("signs swapped that are not neighbours", "ABC12345", "ABC14325", nil),
        Rule("left out on top of confusions", "OB152345", "0BIS34S", "serial.left-out"),
        Rule("too many on top of confusions", "OB152345", "08IS2X345", "serial.added"),
        Rule("another on top of confusions", "OB152345", "08IS23K5", "serial.replaced"),
        Rule("swapped on top of confusions", "OB152345", "08IS2435", "serial.swapped"),
        Rule("two errors on top of confusions", "OB152345", "08ISK3X5", nil),
    ]

    static let unreadable: [Rule] = [
        Rule("one unreadable place, first", "ABC12345", "?BC12345", "serial.unreadable"),
        Rule("one unreadable place, last", "ABC12345", "ABC1234?", "serial.unreadable"),
        Rule("two, at both ends", "ABC12345", "?BC1234?", "serial.unreadable"),
        Rule("three, scattered", "ABC12345", "A?C1?3?5", "serial.unreadable"),
        Rule("four, scattered", "ABC12345", "?B?1?3?5", "serial.unreadable"),
        Rule("four, together", "ABC12345", "AB????45", "serial.unreadable"),
        Rule("written * _ or #", "ABC12345", "A*C1_3#5", "serial.unreadable"),
        Rule("on top of confusions", "OB152345", "0?I?Z3?S", "serial.unreadable"),
        Rule("a readable place that disagrees", "ABC12345", "?B?1?3?6", nil),
        Rule("a place too many", "ABC12345", "?B?1?3?45?", nil),
    ]

    static let partialRecord: [Rule] = [
        Rule("the record has the unreadable places", "?B?1?3?5", "ABC12345", "serial.unreadable"),
        Rule("the record has one, in the middle", "ABC1?345", "ABC12345", "serial.unreadable"),
        Rule("the record has them, on top of confusions", "?B?1?3?5", "A8CI234S", "serial.unreadable"),
        Rule("both have, at other places", "A?C1?345", "AB?12?45", "serial.unreadable"),
        Rule("both have, neither with an end", "?BC12?4?", "?B?1234?", "serial.unreadable"),
        Rule("the same partial reading twice", "?B?1?3?5", "?B?1?3?5", "serial.unreadable"),
        Rule("a place that both can read disagrees", "?B?1?3?5", "AXC12345", nil),
        Rule("a place that both can read disagrees", "A?C1?345", "AB?12?46", nil),
        Rule("too little can be read in both", "A????345", "?BC1????", nil),
        Rule(
            "the record is a beginning, its length not known", "ABC12", "ABC12345", "serial.beginning", state: .partial),
        Rule("the record is an end, its length not known", "2345", "ABC12345", "serial.end", state: .partial),
        Rule("the record is another beginning", "ABC99", "ABC12345", nil, state: .partial),
    ]

    static let part: [Rule] = [
        Rule("a piece from the middle", "ABC12345", "BC123", "serial.part"),
        Rule("the shortest piece", "ABC12345", "C123", "serial.part"),
        Rule("a piece on top of confusions", "OBC52345", "8CSZ", "serial.part"),
        Rule("a piece that is not in it", "ABC12345", "BC132", nil),
        Rule("too short a piece", "ABC12345", "C12", nil),
    ]

    @Test(
        "each rule finds its true case with its reason and keeps its near case apart",
        arguments: exact + confusable + embedded + oneEdit + unreadable + partialRecord + part
    )
    func rule(_ rule: Rule) async throws {
        let world = try await World()
        let record = try await world.enter(gun(rule.recorded, state: rule.state), "BR")
        try await world.registry.numberIndex.advance()
        let result = try await world.registry.checks.check(reading(rule.read), try await world.officer("AR"))
        let candidate = result.candidates.first { $0.record.number == record.number }
        guard let reason = rule.reason else {
            #expect(
                candidate.map { $0.reasons.contains { $0.code == "serial.differs" } } ?? true,
                "\(candidate?.reasons.map(\.code) ?? [])"
            )
            return
        }
        #expect(candidate?.reasons.contains { $0.code == reason } == true, "\(candidate?.reasons.map(\.code) ?? [])")
    }

    @Test("an equal number is never hidden, whatever else differs and however many better candidates there are")
    func equalIsNeverHidden() async throws {
        let world = try await World()
        var confusable: [String] = []
        for first in ["A", "4"] {
            for second in ["B", "8"] {
                for third in ["1", "I", "L", "7"] {
                    for last in ["5", "S"] { confusable.append("\(first)\(second)C\(third)234\(last)") }
                }
            }
        }
        confusable.removeAll { $0 == "ABC12345" }
        let lines = confusable.map { "\($0),TAURUS,PT 92,9mm" } + ["ABC12345,ROSSI,M 68,.38 Special"]
        let job = try await world.enter(file: "serial,make,model,calibre\n\(lines.joined(separator: "\n"))\n")
        #expect(job.progress.accepted == 32)
        try await world.registry.numberIndex.advance()
        let request = CheckRequest(
            serial: "ABC12345", make: "Taurus", model: "PT 92", calibre: "9mm", type: .pistol, purpose: .borderControl
        )
        let result = try await world.registry.checks.check(request, try await world.officer("AR"))
        #expect(result.candidates.contains { $0.record.serial == "ABC12345" })
        #expect(result.candidates.count == CheckService.mostCandidates + 1)
        #expect(result.total == 32 && !result.totalIsLowerBound)
    }

    @Test("the reasons of a candidate carry their weights, the rarity of the number among them")
    func weights() async throws {
        let world = try await World()
        for (serial, make, bureau) in [("AB0C1234", "Taurus", "BR"), ("AB0C1234", "Rossi", "CL")] {
            try await world.enter(gun(serial, make: make, calibre: ".357 Magnum"), bureau)
        }
        let request = CheckRequest(
            serial: "ABOC1234", make: "Taurus", calibre: ".38 Special", type: .pistol, purpose: .borderControl
        )
        let result = try await world.registry.checks.check(request, try await world.officer("AR"))
        let reasons = result.candidates.first?.reasons ?? []
        let told = Dictionary(reasons.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        #expect(told["serial.confusable"]?.arguments == ["0", "O", "3"])
        #expect((told["serial.confusable"]?.weight ?? 0) < 0)
        #expect((told["make.equal"]?.weight ?? 0) > 0)
        #expect(told["calibre.compatible"]?.arguments == [".357 Magnum", ".38 Special"])
        #expect((told["calibre.compatible"]?.weight ?? 0) > 0)
        #expect(told["serial.shared"]?.weight == -1)
        #expect(result.candidates.map(\.record.makeCode) == ["taurus", "rossi"])
    }
}
