import Firearms
import Testing

@testable import Registry

/// The stored form of a record.
@Suite("A record's stored document")
struct DocumentTests {
    @Test("Everything a record can hold is read back as it was written")
    func roundTrip() throws {
        let hostile = "quote \" backslash \\ newline \n tab \t bell \u{07} emoji 🔫 árabe سلاح </script> \u{2028}"
        let firearm = Firearm(
            type: .pistol, action: .semiAutomatic, make: hostile, makeCode: "TAURUS", model: "PT 92", calibre: "9 mm",
            calibreCode: "9X19", countryOfManufacture: Country("BR"), countryOfImport: Country("PY"), importer: "X",
            importYear: 1999, yearMade: 1987, barrelLengthMillimetres: 125.5, finish: hostile, conversion: .reactivated,
            marks: [FirearmMark(kind: .proof, text: hostile, place: "slide"), FirearmMark(kind: .crest, text: "c")],
            numbers: [FirearmNumber(part: .frame, text: hostile, state: .partial), FirearmNumber(text: "A1")]
        )
        let content = RecordContent(
            recordClass: .trafficked, firearm: firearm, eventDate: CalendarDate("2023-03-12"),
            eventDateEnd: CalendarDate("2023-04-02"), place: hostile, circumstances: hostile,
            nationalReference: hostile, purpose: .warn, handling: .confidential,
            hiddenFrom: [Country("AR"), Country("CL")].compactMap { $0 }, retentionUntil: CalendarDate("2028-01-01")
        )
        #expect(try DocumentCoding.value(RecordContent.self, from: content.document) == content)
        let least = RecordContent(recordClass: .lost, firearm: Firearm())
        #expect(try DocumentCoding.value(RecordContent.self, from: least.document) == least)
        let exact = RecordContent(recordClass: .lost, firearm: Firearm(barrelLengthMillimetres: 0.1 + 0.2))
        #expect(try DocumentCoding.value(RecordContent.self, from: exact.document) == exact)
    }
}
