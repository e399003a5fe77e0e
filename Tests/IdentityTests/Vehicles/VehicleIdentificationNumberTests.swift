import Identity
import Testing

@Suite("Vehicle identification numbers") struct VehicleIdentificationNumberTests {
    @Test(
        "the examples of published check digits come out",
        arguments: ["1M8GDM9AXKP042788", "11111111111111111", "5GZCZ43D13S812715"])
    func published(_ text: String) throws {
        let number = try #require(VehicleIdentificationNumber(text))
        #expect(number.checkDigit == .right && number.problems.isEmpty && number.repairs.isEmpty)
    }

    @Test("separators, small letters and the letters that no number holds are put right")
    func writing() throws {
        let number = try #require(VehicleIdentificationNumber("1m8-gdm9axkp o42788"))
        #expect(number.text == "1M8GDM9AXKP042788")
        #expect(number.repairs.map(\.place) == [12])
        #expect(number.checkDigit == .right)
    }

    @Test("a confusion in a number whose region demands the check digit is told with the likely readings")
    func confusion() throws {
        let number = try #require(VehicleIdentificationNumber("1M8GDM9AXKP0427B8"))
        #expect(number.problems == [.checkDigit])
        #expect(number.likelyReadings.contains("1M8GDM9AXKP042788"))
    }

    @Test("where the region demands no check digit a wrong one is only a hint")
    func european() throws {
        let number = try #require(VehicleIdentificationNumber("WVWZZZ1JZXW000001"))
        #expect(number.checkDigit == .notUsed && number.problems.isEmpty)
        #expect(number.country == "DE")
    }

    @Test(
        "the maker's country and the model years follow from the number",
        arguments: [
            ("9BWZZZ377VT004251", "BR", [2027, 1997]), ("1M8GDM9AXKP042788", "US", [2019, 1989]),
        ])
    func facts(_ text: String, _ country: String, _ years: [Int]) throws {
        let number = try #require(VehicleIdentificationNumber(text))
        #expect(number.country == country)
        #expect(number.modelYears == years)
    }

    @Test("a short number is kept and told, an empty one is none")
    func length() throws {
        let number = try #require(VehicleIdentificationNumber("BH-123456"))
        #expect(number.text == "BH123456" && number.problems == [.length] && number.checkDigit == nil)
        #expect(VehicleIdentificationNumber(" - ") == nil)
        #expect(VehicleIdentificationNumber("🚗") == nil)
    }

    @Test("any one confused character of a whole number is among the likely readings")
    func foundAgain() throws {
        let truth = "1M8GDM9AXKP042788"
        for (from, to) in [("8", "B"), ("0", "D"), ("2", "Z"), ("M", "N"), ("4", "A")] as [(Character, Character)] {
            var read = Array(truth)
            let place = try #require(read.lastIndex(of: from))
            read[place] = to
            let number = try #require(VehicleIdentificationNumber(String(read)))
            #expect(number.checkDigit == .right || number.likelyReadings.contains(truth), "\(String(read))")
        }
    }
}
