import Identity
import Testing

@Suite("Registration plates") struct LicencePlateTests {
    @Test(
        "a plate fits the formats of its country",
        arguments: [
            ("ABC-1D23", "BR", "Mercosur since 2018"), ("abc 1234", "BR", "1990 to 2018"),
            ("AB 123 CD", "AR", "Mercosur since 2016"),
            ("1234 BCD", "ES", "since 2000"), ("АВ1234СЕ", "UA", "since 2004"),
        ])
    func formats(_ text: String, _ country: String, _ name: String) throws {
        let plate = try #require(LicencePlate(text, country: country))
        let reading = try #require(plate.readings.first)
        #expect(reading.format.name == name && reading.repairs.isEmpty)
    }

    @Test("a letter where the country has a digit is taken for the digit, and told")
    func repair() throws {
        let plate = try #require(LicencePlate("ABCI2Z4", country: "BR"))
        let old = try #require(plate.readings.first { $0.format.name == "1990 to 2018" })
        #expect(old.text == "ABC1224")
        #expect(old.repairs.map(\.place) == [4, 6])
        #expect(plate.candidates.first == "ABCI2Z4")
        #expect(plate.candidates.contains("ABC1224"))
    }

    @Test("the reading with the fewest repairs comes first") func order() throws {
        let plate = try #require(LicencePlate("ABC1D23", country: "BR"))
        #expect(plate.readings.first?.format.name == "Mercosur since 2018")
        #expect(plate.readings.map(\.repairs.count) == plate.readings.map(\.repairs.count).sorted())
    }

    @Test("without a country the formats of all are tried; a plate of none is kept as read") func anyCountry() throws {
        #expect(try #require(LicencePlate("AB123CD")).readings.contains { $0.format.country == "FR" })
        let odd = try #require(LicencePlate("X1X1X1X1X1X1"))
        #expect(odd.readings.isEmpty && odd.candidates == ["X1X1X1X1X1X1"])
    }

    @Test("plates that differ in confusable characters alone have one folded form, others have not") func folded()
        throws
    {
        #expect(
            try #require(LicencePlate("ABO-1234")).folded
                == #require(LicencePlate("AB0 I234")).folded)
        #expect(try #require(LicencePlate("ABC1234")).folded != #require(LicencePlate("ABC1235")).folded)
    }

    @Test("what holds no letter and no digit is no plate", arguments: ["", "--", "🚓", "\u{0301}"])
    func none(_ text: String) { #expect(LicencePlate(text) == nil) }

    @Test("every format is written with its three signs and names a state") func table() {
        #expect(PlateFormat.all.count > 80)
        for format in PlateFormat.all {
            #expect(format.pattern.allSatisfy { "LDN".contains($0) }, "\(format)")
            #expect(StateTable.standard[alpha2: format.country] != nil, "\(format)")
        }
    }

    @Test("an engine number needs four characters") func engine() {
        #expect(EngineNumber("f4a-b12 3")?.text == "F4AB123")
        #expect(EngineNumber("A-1") == nil)
    }
}
