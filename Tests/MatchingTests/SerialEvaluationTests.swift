import Firearms
import Testing

@testable import Matching

@Suite("Reading and finding serial numbers is measured on labelled texts")
struct SerialEvaluationTests {
    @Test("a gun is found by its partly readable or misread number among others")
    func found() {
        let serials = [
            ("TKR?2345", "TKR52345"), ("A8C12345 (armação)", "ABC12345"), ("RASPADO", ""), ("ABC99999", "ABC99999"),
            ("ABC1245", "ABC12745"),
        ].enumerated().map { LabelledSerial(line: $0 + 2, raw: $1.0, expected: $1.1, make: "Taurus") }
        let evaluation = SerialEvaluation(serials, .standard)
        #expect(evaluation.rows == 5 && evaluation.searched == 4)
        #expect(evaluation.parsed == 3)
        #expect(evaluation.misread.map(\.serial.line) == [3, 6])
        #expect(evaluation.foundFirst == 4 && evaluation.foundInTen == 4 && evaluation.missed.isEmpty)
    }

    @Test("the key table answers a look-up as its meaning says")
    func keyTable() {
        let rows = ["ABC12345", "ABD12345", "1234567", "ABC1"].enumerated().flatMap { place, text in
            SerialKeys.keys(for: SerialPattern(text)).map { (key: $0, record: Int64(place)) }
        }
        let table = SerialKeyTable(rows)
        for text in ["ABC12345", "A8C12345", "ABC1????", "????2345", "ABC?2345", "ABC12345X"] {
            for lookup in SerialLookup.plan(for: SerialPattern(text)) {
                let expected = rows.filter { lookup.finds($0.key) }.map(\.record).sorted()
                #expect(table.rows(lookup).map(\.record).sorted() == expected, "\(text) \(lookup)")
            }
        }
    }
}
