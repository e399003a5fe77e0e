import DelimitedText
import Testing

@Suite("Dates as people write them")
struct WrittenDateTests {
    @Test(
        "dates that can be read in one way need no setting",
        arguments: [
            "2023-03-12", "2023/3/12", "2023.03.12", "20230312", "2023-03-12T10:00:00Z",
            "2023-03-12T10:00:00.123-03:00",
            "2023-03-12 10:00", "12-mar-2023", "12-Mar-2023", "12 de marzo de 2023", "12 de março de 2023",
            "March 12, 2023", "12 MARZO 2023", "2023-Mar-12", " 12.mar.2023 ",
        ]
    )
    func oneWay(text: String) throws {
        #expect(try WrittenDate(text).description == "2023-03-12")
    }

    @Test(
        "month names are known in English, Spanish and Portuguese",
        arguments: [
            ("1 ene 2020", 1), ("1 fev 2020", 2), ("1 abr 2020", 4), ("1 maio 2020", 5), ("1 junho 2020", 6),
            ("1 ago 2020", 8), ("1 sept 2020", 9), ("1 set 2020", 9), ("1 out 2020", 10), ("1 nov 2020", 11),
            ("1 dez 2020", 12), ("1 dic 2020", 12), ("1 dec 2020", 12),
        ]
    )
    func monthNames(text: String, month: Int) throws {
        #expect(try WrittenDate(text).month == month)
    }

    @Test("the setting decides what comes first")
    func order() throws {
        #expect(try WrittenDate("12/03/2023", order: .dayFirst).description == "2023-03-12")
        #expect(try WrittenDate("12/03/2023", order: .monthFirst).description == "2023-12-03")
        #expect(try WrittenDate("25/12/2023 14:30").description == "2023-12-25")
        #expect(try WrittenDate("12/25/2023 2:30 p.m.").description == "2023-12-25")
        #expect(try WrittenDate("05-05-2023").description == "2023-05-05")
    }

    @Test("without the setting a date with two meanings is refused")
    func ambiguous() {
        let problem = #expect(throws: WrittenDate.Problem.self) { try WrittenDate("03/12/2023") }
        #expect(problem?.kind == .ambiguousOrder)
    }

    @Test(
        "days that do not exist are refused with the reason",
        arguments: [
            "31/02/2023", "2023-02-29", "1900-02-29", "31-abr-2023", "2023-13-01", "00/01/2023", "13/13/2023",
            "0999-01-01",
        ]
    )
    func noSuchDay(text: String) {
        let problem = #expect(throws: WrittenDate.Problem.self) { try WrittenDate(text, order: .dayFirst) }
        #expect(problem?.kind == .noSuchDay)
        #expect(problem?.reason.isEmpty == false)
    }

    @Test("29 February exists in leap years only")
    func leapYears() throws {
        #expect(try WrittenDate("2024-02-29").description == "2024-02-29")
        #expect(try WrittenDate("2000-02-29").description == "2000-02-29")
    }

    @Test("the setting never turns an impossible date around")
    func noGuessing() {
        #expect(throws: WrittenDate.Problem.self) { try WrittenDate("12/25/2023", order: .dayFirst) }
    }

    @Test("a year of two digits needs to know the latest year")
    func shortYears() throws {
        #expect(try WrittenDate("25/12/23", latestYear: 2026).year == 2023)
        #expect(try WrittenDate("25/12/27", latestYear: 2026).year == 1927)
        let problem = #expect(throws: WrittenDate.Problem.self) { try WrittenDate("25/12/23") }
        #expect(problem?.kind == .ambiguousCentury)
    }

    @Test(
        "what is no date is refused",
        arguments: [
            "", "x", "2023", "12/2023", "45000", "1/2/3/2023", "12-foo-2023", "2023-03-12Tnoon", "١٢/٠٣/٢٠٢٣",
            "12/03/20233",
            "999999999999999999999/1/2023", ":", "T:", "10:00",
        ]
    )
    func notADate(text: String) {
        let problem = #expect(throws: WrittenDate.Problem.self) { try WrittenDate(text, order: .dayFirst) }
        #expect(problem?.kind == .notADate)
    }

    @Test("a column tells its order by the dates that exist in one order only")
    func columns() {
        #expect(DateOrderEvidence(column: ["03/12/2023", "25/12/2023", ""]).order == .dayFirst)
        #expect(DateOrderEvidence(column: ["03/12/2023", "12/25/2023", "?"]).order == .monthFirst)
        let open = DateOrderEvidence(column: ["03/12/2023", "2023-01-01", "31/02/2023"])
        #expect(open.order == nil && open.either == 1 && open.unreadable == 1)
        let mixed = DateOrderEvidence(column: ["12/25/2023", "25/12/2023"])
        #expect(mixed.order == nil && mixed.isContradictory)
    }
}
