import DelimitedText
import Testing

@Suite("Numbers as people write them")
struct DecimalNumberTests {
    @Test(
        "commas and points are understood where they can mean one thing only",
        arguments: [
            ("12", "12"), ("12,5", "12.5"), ("12.5", "12.5"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"),
            ("1.234.567", "1234567"), ("1,234,567", "1234567"), ("1.234.567,89", "1234567.89"), ("-12,50", "-12.50"),
            ("\u{2212}3", "-3"), ("+7", "7"), (" 1 234,5 ", "1234.5"), ("1'234.5", "1234.5"), ("1\u{A0}234", "1234"),
            ("0,125", "0.125"), ("1234,567", "1234.567"), (",5", "0.5"), ("5,", "5"), ("007", "7"), ("0", "0"),
        ]
    )
    func unambiguous(text: String, expected: String) throws {
        let number = try DecimalNumber(text)
        #expect(number.text == expected)
        #expect(number.value == Double(expected))
        #expect(!number.isAmbiguous)
    }

    @Test("one mark before three digits is read as decimals and reported", arguments: ["1,234", "1.234", "-1,234"])
    func ambiguous(text: String) throws {
        let number = try DecimalNumber(text)
        #expect(abs(number.value) == 1.234)
        #expect(number.alternative.map(abs) == 1234)
    }

    @Test("a known decimal mark settles it")
    func knownMark() throws {
        #expect(try DecimalNumber("1,234", mark: .comma).value == 1.234)
        #expect(try DecimalNumber("1,234", mark: .point).value == 1234)
        #expect(try !DecimalNumber("1,234", mark: .point).isAmbiguous)
        #expect(throws: DecimalNumber.Problem.self) { try DecimalNumber("12.5", mark: .comma) }
    }

    @Test(
        "what is no number is refused with the reason",
        arguments: [
            "", " ", "abc", "12 mm", "1e5", "1,2,3", "1.23.456", "1,234.567,8", "--1", "1..2", ".", "-", "٣", "1.2,3.4",
            "nan",
            String(repeating: "9", count: 100),
        ]
    )
    func refused(text: String) {
        let problem = #expect(throws: DecimalNumber.Problem.self) { try DecimalNumber(text) }
        #expect(problem?.reason.isEmpty == false)
    }

    @Test("a column tells its decimal mark by the numbers that can be read in one way")
    func columns() {
        #expect(DecimalNumber.detectMark(in: ["1,234", "12,5", "x", ""]) == .comma)
        #expect(DecimalNumber.detectMark(in: ["1.234.567", "1.234"]) == .comma)
        #expect(DecimalNumber.detectMark(in: ["1,234.5"]) == .point)
        #expect(DecimalNumber.detectMark(in: ["1,234", "12"]) == nil)
        #expect(DecimalNumber.detectMark(in: ["12,5", "12.5"]) == nil)
    }
}
