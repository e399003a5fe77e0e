import Identity
import Testing

@Suite struct PartialDateTests {
    @Test(arguments: ["1970", "1970-03", "1970-03-24", "0007-12-31", "2000-02-29"])
    func datesAreWrittenAsTheyAreRead(_ text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(arguments: [("1970-00-00", "1970"), ("1970-03-00", "1970-03"), ("1970-XX-XX", "1970")])
    func unknownPartsMayBeFilledIn(_ text: String, _ expected: String) {
        #expect(PartialDate(text)?.description == expected)
    }

    @Test(arguments: [
        "", "70", "1970-13", "1970-02-29", "1970-1-1", "1970-00-12", "0000", "1970-03-24-", "abcd", "19700324",
        "1970/03/24", "１９７０",
    ])
    func whatIsNoDateIsRefused(_ text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test(arguments: [
        ("1970-03-24", "1970-03-24", DateAgreement.equal), ("1970-03-24", "1970-03", .sameMonth),
        ("1970", "1970-03-24", .sameYear),
        ("1970", "1970", .sameYear), ("1970-03-04", "1970-04-03", .swapped), ("1970-03-24", "1970-03-21", .misread),
        ("1970-03-24", "1907-03-24", .misread), ("1970-03-24", "1980-03-24", .misread),
        ("1969-03-24", "1970-03-24", .nextYear),
        ("1970", "1971-03-24", .nearYear), ("1970-03-24", "1970-11-05", .otherDay), ("1970-03", "1970-05", .otherDay),
        ("1970-03-24", "1955-11-02", .different), ("1970", "1955", .different),
    ])
    func datesAgreeInTheWaysOfOfficesAndKeyboards(_ left: String, _ right: String, _ expected: DateAgreement) throws {
        let left = try #require(PartialDate(left))
        let right = try #require(PartialDate(right))
        #expect(DateAgreement(left, right) == expected)
        #expect(DateAgreement(right, left) == expected)
    }
}
