import Testing

@testable import Server

@Suite("Parts of pages")
struct PagePartsTests {
    let language: Language

    init() throws {
        language = try PageRenderer().catalogue.base
    }

    @Test("a serial number shows unreadable, confused and different places")
    func serial() {
        let strip = SerialStrip("AB-1?8X", comparedWith: "AB12BY", in: language)
        #expect(
            strip.places.map(\.kind) == ["known", "known", "separator", "known", "unreadable", "confused", "differs"])
        #expect(strip.spoken == "AB-1 unreadable 8X")
    }

    @Test("numbers of different lengths are not compared place by place, and long ones are cut")
    func uneven() {
        #expect(SerialStrip("ABC", comparedWith: "XY", in: language).places.allSatisfy { $0.kind == "known" })
        #expect(SerialStrip(String(repeating: "ß", count: 500), in: language).places.count == 64)
        #expect(SerialStrip("", in: language).places.isEmpty)
    }

    @Test(
        "times read the same in every language",
        arguments: [
            ("2026-11-23T10:15:00.123Z", "2026-11-23 10:15 UTC"), ("2026-11-23", "2026-11-23"), ("", ""), ("T", "T"),
            ("2026-11-23T10:15:00+02:00", "2026-11-23T10:15:00+02:00"),
        ])
    func times(iso: String, text: String) {
        #expect(TimeStamp(iso).text == text)
    }

    @Test(
        "spans are told in the two largest units",
        arguments: [
            (0, "< 1 min"), (59, "< 1 min"), (60, "1 min"), (3599, "59 min"), (3600, "1 h"), (3900, "1 h 05 min"),
            (86_400, "1 d"), (97_200, "1 d 3 h"), (-4000, "1 h 06 min"),
        ])
    func spans(seconds: Int, text: String) {
        #expect(language.duration(seconds: seconds) == text)
    }

    @Test(
        "a clock becomes urgent and then overdue",
        arguments: [
            (3600, false, "routine"), (600, false, "urgent"), (3600, true, "urgent"), (-1, true, "overdue"),
        ])
    func clocks(seconds: Int, isUrgent: Bool, level: String) {
        let clock = ClockView(due: TimeStamp(""), secondsLeft: seconds, isUrgent: isUrgent, in: language)
        #expect(clock.level == level)
    }

    @Test(
        "numbers are grouped with narrow spaces",
        arguments: [
            (0, "0"), (9999, "9999"), (10_000, "10\u{202F}000"), (-1_234_567, "\u{2212}1\u{202F}234\u{202F}567"),
        ])
    func numbers(value: Int, text: String) {
        #expect(language.number(value) == text)
    }

    @Test(
        "a field of the registry finds its place in a form",
        arguments: [
            ("firearm.numbers[0].text", "numbers-0-text"), ("firearm.make", "make"), ("eventDate", "eventDate"),
            ("columns[12]", "columns-12"), ("", ""),
        ])
    func fields(path: String, name: String) {
        #expect(FieldName.name(for: path) == name)
    }

    @Test("reasons are told with names, not codes")
    func reasons() {
        #expect(language.reason("type.differs", ["revolver", "pistol"]) == "Other type: Revolver")
        #expect(language.reason("country.differs", ["BR", "AR"]) == "Other country: Brazil")
        #expect(language.reason("serial.confusable", ["O", "0", "3"]) == "O recorded, 0 read at place 3")
        #expect(
            ReasonChip(code: "make.differs", weight: -2, arguments: ["Taurus", "Beretta"], in: language).tone
                == "against")
    }

    @Test("an unknown failure or error still reads well")
    func unknown() {
        #expect(language.failure("brand-new") == "is not valid")
        #expect(ErrorPage(status: 500, code: "brand-new", in: language).title == "Something went wrong")
        #expect(language.fieldLabel("firearm.numbers[3].text") == "Number")
        #expect(language.fieldLabel("nowhere") == "nowhere")
    }
}
