import Firearms
import Foundation
import Testing

@Suite("A firearm and its parts as values")
struct FirearmTests {
    @Test("a code is a value only when it is known, and all codes are different")
    func codes() {
        #expect(FirearmType("pistol") == .pistol)
        #expect(FirearmType("Pistol") == nil)
        #expect(NumberState("privately-made") == .privatelyMade)
        #expect(Conversion("unheard-of") == nil)
        #expect(Set(FirearmType.all).count == FirearmType.all.count)
        #expect(Set(FirearmAction.all).count == FirearmAction.all.count)
        for type in FirearmType.all { #expect(FirearmType(type.rawValue) == type) }
    }

    @Test("a country is a code of ISO 3166-1, in either case")
    func countries() {
        #expect(Country("br")?.code == "BR")
        #expect(Country("PY")?.description == "PY")
        for wrong in ["", "B", "BRA", "ZZ", "B1", "??", "éé", "UK"] { #expect(Country(wrong) == nil) }
        #expect(Country.all.count == 249)
        #expect(Set(Country.all).count == 249)
    }

    @Test("the frame number identifies the firearm, then any readable number")
    func primaryNumber() {
        let slide = FirearmNumber(part: .slide, text: "S1")
        let frame = FirearmNumber(part: .frame, text: "F1")
        let removed = FirearmNumber(part: .frame, text: "RASPADO", state: .removed)
        #expect(Firearm(numbers: [slide, frame]).primaryNumber == frame)
        #expect(Firearm(numbers: [removed, slide]).primaryNumber == slide)
        #expect(Firearm(numbers: [removed]).primaryNumber == removed)
        #expect(Firearm().primaryNumber == nil)
    }

    @Test("an empty firearm takes two bytes, a full one comes back the same")
    func coding() throws {
        let encoder = JSONEncoder()
        #expect(String(decoding: try encoder.encode(Firearm(make: "")), as: UTF8.self) == "{}")
        #expect(try JSONDecoder().decode(Firearm.self, from: Data("{}".utf8)) == Firearm())
        let full = Firearm(
            type: .revolver, action: .doubleAction, make: "Taurus", makeCode: "taurus", model: "85", calibre: ".38",
            calibreCode: "38-special", countryOfManufacture: Country("BR"), countryOfImport: Country("PY"),
            importer: "Invented Imports", importYear: 2019, yearMade: 2018, barrelLengthMillimetres: 50.8,
            finish: "blued", conversion: .shortened, marks: [FirearmMark(kind: .proof, text: "BP", place: "barrel")],
            numbers: [FirearmNumber(text: "AB?12", state: .partial)]
        )
        #expect(try JSONDecoder().decode(Firearm.self, from: encoder.encode(full)) == full)
    }

    @Test(
        "a code that is not known is refused when decoding",
        arguments: [
            #"{"type":"blaster"}"#, #"{"countryOfManufacture":"ZZ"}"#, #"{"numbers":[{"part":"wheel","text":"1"}]}"#,
        ])
    func decodingFaults(json: String) {
        #expect(throws: DecodingError.self) {
            _ = try JSONDecoder().decode(Firearm.self, from: Data(json.utf8))
        }
    }
}
