import Firearms
import Registry
import Testing

@testable import Server

@Suite("A record's form")
struct RecordFormInputTests {
    private func fields(_ pairs: [(String, String)]) -> FormFields {
        var fields = FormFields()
        for (name, value) in [("recordClass", "stolen"), ("purpose", "warn"), ("handling", "restricted")] {
            if !pairs.contains(where: { $0.0 == name }) { fields.append(name, value) }
        }
        for (name, value) in pairs { fields.append(name, value) }
        return fields
    }

    @Test("a stored record comes back from its own form unchanged")
    func roundTrip() throws {
        let content = RecordContent(
            recordClass: .seized,
            firearm: Firearm(
                type: .pistol, action: .semiAutomatic, make: "Taurus <b>", model: "PT 92", calibre: "9 mm",
                countryOfManufacture: Country("BR"), countryOfImport: Country("PY"), importer: "=cmd()",
                importYear: 2019, yearMade: 2018, barrelLengthMillimetres: 127.5, finish: "blued",
                conversion: .deactivated, marks: [FirearmMark(kind: .proof, text: "crown", place: "slide")],
                numbers: [
                    FirearmNumber(text: "THX47921"), FirearmNumber(part: .barrel, text: "TH?21", state: .partial),
                    FirearmNumber(part: .slide, text: "", state: .removed),
                ]
            ),
            eventDate: CalendarDate("2024-02-29"), eventDateEnd: CalendarDate("2024-03-02"), place: "Ciudad del Este",
            circumstances: "two\nlines", nationalReference: "X-1", purpose: .warn, handling: .confidential,
            hiddenFrom: [try #require(Country("AR")), try #require(Country("UY"))],
            retentionUntil: CalendarDate("2029-01-01")
        )
        let input = RecordFormInput(RecordFormFields.fields(content))
        #expect(input.failures == [])
        #expect(input.content == content)
    }

    @Test("every field that cannot be read is named at once")
    func everyFailure() {
        let input = RecordFormInput(
            fields([
                ("recordClass", "borrowed"), ("purpose", ""), ("handling", "secret"), ("eventDate", "2023-02-30"),
                ("eventDateEnd", "03/04/2023"), ("retentionUntil", "soon"), ("type", "cannon"), ("action", "x"),
                ("yearMade", "MMXX"), ("importYear", "12.5"), ("barrelLengthMillimetres", "nan"),
                ("countryOfManufacture", "ZZ"), ("countryOfImport", "brazil"), ("conversion", "?"),
                ("hiddenFrom", "XX"), ("numbers-3-text", "AB1"), ("numbers-3-state", "fine"),
                ("numbers-3-part", "handle"), ("marks-2-place", "grip"),
            ]))
        #expect(
            Set(input.failures.map(\.field)) == [
                "recordClass", "purpose", "handling", "eventDate", "eventDateEnd", "retentionUntil", "type", "action",
                "yearMade", "importYear", "barrelLengthMillimetres", "countryOfManufacture", "countryOfImport",
                "conversion", "hiddenFrom", "firearm.numbers[0].state", "firearm.numbers[0].part",
                "firearm.marks[0].text", "firearm.marks[0].kind",
            ])
    }

    @Test("blank rows are left out and the rest counted anew, so that a failure finds its row")
    func blankRows() {
        let input = RecordFormInput(
            fields([
                ("numbers-0-text", "  "), ("numbers-0-part", "frame"), ("numbers-1-text", "A123"),
                ("numbers-4-state", "removed"), ("numbers-4-part", "slide"), ("marks-0-kind", "proof"),
            ]))
        #expect(input.numbers.map(\.text) == ["A123", ""])
        #expect(input.content.firearm.numbers.map(\.part) == [.frame, .slide])
        #expect(input.content.firearm.marks == [])
        #expect(input.failures == [])
    }

    @Test("a number whose state is left open says itself how well it was read")
    func openState() {
        let input = RecordFormInput(
            fields([("numbers-0-text", "TKR?2345"), ("numbers-1-text", "RASPADO"), ("numbers-2-text", "J81825")]))
        #expect(input.content.firearm.numbers.map(\.state) == [.partial, .removed, .legible])
    }

    @Test("a row that holds several numbers becomes several rows, and words beside them go to the circumstances")
    func severalNumbers() {
        let sent = fields([
            ("numbers-0-text", "NSR445 (Camara) e NSK346 (Ferrolho)"), ("numbers-1-text", "X1Y2"),
            ("numbers-1-part", "cylinder"), ("numbers-1-state", "restored"),
            ("numbers-2-text", "J 81825 (revelado no cano, laudo 12)"), ("circumstances", "found"),
        ])
        let input = RecordFormInput(sent)
        #expect(input.failures == [])
        #expect(input.content.firearm.numbers.prefix(2).map(\.text) == ["NSR445", "NSK346"])
        #expect(input.content.firearm.numbers.map(\.part).prefix(3) == [.barrel, .slide, .cylinder])
        #expect(input.content.firearm.numbers[3].state == .restored)
        #expect(input.numbers.count == input.content.firearm.numbers.count)
        #expect(input.content.circumstances?.hasPrefix("found\n") == true)
        #expect(input.content.circumstances?.contains("laudo 12") == true)
        // What the form shows again gives the same record, with nothing twice.
        let again = RecordFormInput(RecordFormFields.fields(input.content))
        #expect(again.content == input.content)
    }

    @Test("a new record begins with what is known of the firearm, and with nothing else of the query")
    func begun() {
        let known = FormFields(
            encoded: "make=Rossi&numbers-0-text=D123&numbers-0-state=legible&handling=confidential&hiddenFrom=AR")
        let input = RecordFormInput(RecordFormFields.begun(known))
        #expect(input.content.firearm.make == "Rossi")
        #expect(input.content.firearm.numbers == [FirearmNumber(text: "D123")])
        #expect(input.content.handling == .officialUseOnly)
        #expect(input.content.hiddenFrom == nil)
    }

    @Test("a decimal comma is read as a decimal point")
    func decimalComma() {
        let input = RecordFormInput(fields([("barrelLengthMillimetres", "127,5")]))
        #expect(input.content.firearm.barrelLengthMillimetres == 127.5)
    }

    @Test("the form shows what was typed and each failure at its field and in the summary")
    func redisplay() throws {
        let language = try PageRenderer().catalogue.base
        let input = RecordFormInput(fields([("yearMade", "MMXX<script>"), ("numbers-5-text", "AB1")]))
        let failures = input.failures + [FieldFailure("firearm.numbers[0].text", "required")]
        let page = RecordFormPage(
            input, failures: failures, hideable: ["AR"], action: "/records", cancelPath: "/records", in: language
        )
        #expect(page.yearMade.value == "MMXX<script>")
        #expect(page.yearMade.error == "is not a number")
        #expect(page.numbers.first?.text.error == "is needed")
        #expect(page.errors.map(\.field) == ["yearMade", "numbers-0-text"])
        let html = try PageRenderer().render(page, layout: Layout(csrf: "c"), in: language)
        #expect(!html.contains("MMXX<script>"))
        #expect(html.contains("MMXX&lt;script&gt;"))
    }
}
