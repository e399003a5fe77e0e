import Mustache
import Testing

@testable import Server

@Suite("Named fields")
struct NamedFieldsTests {
    @Test("a value that names its fields itself names all of them")
    func complete() throws {
        let language = try PageRenderer().catalogue.base
        let bureau = BureauName(countryCode: "BR", name: "NCB Brasília")
        let badge = Badge(code: "stolen", label: "Stolen")
        let serial = SerialStrip("A1?", in: language)
        let reason = ReasonChip(code: "make.equal", weight: 1, arguments: ["Taurus"], in: language)
        let candidate = CandidateRow(
            number: "BR-2026-000123", path: "/", score: 90, serial: serial, part: "Frame", heading: "Ana",
            firearm: "Pistol",
            recordClass: badge, status: badge, handling: badge, owner: bureau, date: "2024", place: "Foz",
            reasons: [reason]
        )
        let values: [any MustacheParent] = [
            bureau, badge, serial, serial.places[0], reason, candidate, TimeStamp("2026-11-23"),
            Choice(value: "1", label: "One"),
        ]
        for value in values {
            for field in Mirror(reflecting: value).children {
                let name = try #require(field.label)
                #expect(value.child(named: name) != nil, "\(type(of: value)).\(name)")
            }
            #expect(value.child(named: "nowhere") == nil)
        }
    }

    @Test("a field that is absent stays absent")
    func absent() {
        let badge = Badge(code: "lost", label: "Lost")
        let candidate = CandidateRow(
            number: "1", path: "/", score: 1, firearm: "", recordClass: badge, status: badge,
            owner: BureauName(countryCode: "", name: ""), reasons: []
        )
        #expect(candidate.child(named: "handling") == nil)
        #expect(candidate.child(named: "serial") == nil)
    }
}
