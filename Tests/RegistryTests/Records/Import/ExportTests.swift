import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Exports")
struct ExportTests {
    @Test("an export that another bureau imports gives the same contents")
    func roundTrip() async throws {
        let world = try await World()
        var full = gun("ABC-12?45", state: .partial, handling: .restricted)
        full.firearm.action = .semiAutomatic
        full.firearm.countryOfManufacture = Country("BR")
        full.firearm.countryOfImport = Country("PY")
        full.firearm.importer = "Importadora, \"El Sol\""
        full.firearm.importYear = 2019
        full.firearm.yearMade = 2018
        full.firearm.barrelLengthMillimetres = 108.5
        full.firearm.finish = "blued"
        full.firearm.conversion = .reactivated
        full.firearm.numbers += [
            FirearmNumber(part: .slide, text: "SL9988", state: .restored),
            FirearmNumber(part: .barrel, text: "RASPADO; (ver \"laudo\")", state: .removed),
            FirearmNumber(part: .bolt, text: "", state: .removed),
            FirearmNumber(part: .slide, text: "SL9988", state: .restored),
        ]
        full.firearm.marks = [
            FirearmMark(kind: .proof, text: "crown: \"NP\"", place: "slide (left)"),
            FirearmMark(kind: .crest, text: "PF"),
            FirearmMark(kind: .other, text: " =2+2; ", place: "grip"),
        ]
        full.eventDate = CalendarDate("2026-01-02")
        full.eventDateEnd = CalendarDate("2026-01-05")
        full.place = "Foz do Iguaçu"
        full.circumstances = "=1+1\nsecond line; with \"quotes\""
        full.nationalReference = "-77/2026"
        full.purpose = .supportInvestigation
        try await world.enter(full, "BR")
        try await world.enter(gun("DEF67890", make: nil, model: nil, calibre: nil), "BR")
        var removed = gun("", state: .removed)
        removed.firearm.numbers.append(FirearmNumber(part: .barrel, text: "", state: .none))
        try await world.enter(removed, "BR")
        var slideOnly = gun("SLD70051")
        slideOnly.firearm.numbers = [
            FirearmNumber(part: .slide, text: "SLD70051"), FirearmNumber(text: "", state: .removed),
        ]
        try await world.enter(slideOnly, "BR")
        let text = try await world.export(RecordFilter(bureau: "BR"), try await world.desk("CL"))
        let job = try await world.enter(file: text, "CL")
        #expect(job.progress.accepted == 4)
        #expect(job.progress.refused == 0)
        let contents = try await world.database.read { connection in
            try ["BR", "CL"].map { bureau in
                try connection.rows(
                    "SELECT document FROM firearm_records WHERE bureau = ? ORDER BY sequence", [.text(bureau)]
                ) { try DocumentCoding.value(RecordContent.self, from: $0.text(0)) }
            }
        }
        #expect(contents[0] == contents[1])
    }

    @Test(
        "labelled texts in one field are read back exactly, and other texts are none",
        arguments: ["A1", "", " a ", "\"", "a;b", "(x)", "x: y", "\"q\" (r); s", "سلاح", "é\u{301}", "\n"])
    func labelledLists(text: String) {
        for note in [nil, text] {
            let items = [
                LabelledList.Item(label: "slide", text: text, note: note),
                LabelledList.Item(label: "b", text: "B2", note: "n"),
            ]
            #expect(LabelledList.items(LabelledList.text(items)) == items)
        }
        #expect(Firearm.numbers(fromColumn: text) == nil)
        #expect(Firearm.marks(fromColumn: text) == [FirearmMark(kind: .other, text: text)])
        for other in [
            "NSR445 (Camara) e NSK346 (Ferrolho)", "slide: A1", "slide: A1 (gone)", "handle: A1 (legible)", "a: \"b",
        ] {
            #expect(Firearm.numbers(fromColumn: other) == nil, "\(other)")
        }
    }

    @Test("the owner's restrictions are in its own export only")
    func restrictions() async throws {
        let world = try await World()
        try await world.enter(gun("ABC12345", hiddenFrom: ["AR"]), "BR")
        #expect(try await world.export(RecordFilter(), try await world.desk("BR")).contains(",AR,"))
        #expect(try await !world.export(RecordFilter(), try await world.desk("CL")).contains(",AR,"))
        #expect(try await !world.export(RecordFilter(), try await world.desk("AR")).contains("ABC12345"))
    }

    @Test("an export is journalled as a disclosure")
    func journalled() async throws {
        let world = try await World()
        _ = try await world.export(RecordFilter(), try await world.desk("BR"))
        #expect(try await world.actions() == ["record.export"])
    }

    @Test("more records than one step holds are all written, once")
    func steps() async throws {
        let world = try await World()
        _ = try await world.enter(file: ImportTests.numbered(2_500))
        let text = try await world.export(RecordFilter(bureau: "BR"), try await world.desk("AR"))
        let serials = text.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[3] }
        #expect(serials.count == 2_250)
        #expect(Set(serials).count == 2_250)
    }
}
