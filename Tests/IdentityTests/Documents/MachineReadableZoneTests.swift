import Identity
import Testing
import TestSupport

/// The specimens of ICAO Doc 9303 and what a reader does to them.
@Suite("Machine-readable zones") struct MachineReadableZoneTests {
    static let passport = """
        P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
        L898902C36UTO7408122F1204159ZE184226B<<<<<10
        """

    @Test("the passport of part 4, appendix B, is read whole")
    func passport() throws {
        let zone = try MachineReadableZone(Self.passport)
        #expect(zone.format == .td3)
        #expect(zone.documentCode == "P")
        #expect(zone.issuer == "UTO")
        #expect(zone.documentNumber == "L898902C3")
        #expect(zone.nationality == "UTO")
        #expect(zone.birthDate?.description == "74-08-12")
        #expect(zone.birthDate?.birthYear(readIn: 2026) == 1974)
        #expect(zone.sex == .female)
        #expect(zone.expiryDate?.description == "12-04-15")
        #expect(zone.expiryDate?.expiryYear(readIn: 2026) == 2012)
        #expect(zone.optionalData == ["ZE184226B"])
        #expect(zone.names.primary == ["ERIKSSON"])
        #expect(zone.names.secondary == ["ANNA", "MARIA"])
        #expect(!zone.names.mayBeTruncated)
        #expect(zone.isValid && zone.isValidAsRead)
        #expect(zone.repairs.isEmpty)
    }

    struct Specimen: Sendable, CustomTestStringConvertible {
        let lines: [String]
        let format: ZoneFormat
        let number: String
        var testDescription: String { "\(format.rawValue) \(number)" }
    }

    @Test(
        "the specimens of every format are read with all check digits right",
        arguments: [
            Specimen(
                lines: [
                    "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
                    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
                ],
                format: .td1, number: "D23145890"
            ),
            Specimen(
                lines: ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"],
                format: .td2, number: "D23145890"
            ),
            Specimen(
                lines: [
                    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
                ],
                format: .visaA, number: "L8988901C"
            ),
            Specimen(
                lines: ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"],
                format: .visaB, number: "L8988901C"
            ),
        ])
    func specimens(_ specimen: Specimen) throws {
        let zone = try MachineReadableZone(specimen.lines.joined(separator: "\n"))
        #expect(zone.format == specimen.format)
        #expect(zone.documentNumber == specimen.number)
        #expect(zone.isValid)
        #expect(zone.names.primary == ["ERIKSSON"])
    }

    @Test("a number of more than nine characters goes on in the optional data")
    func longNumber() throws {
        let zone = try MachineReadableZone(
            "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
        )
        #expect(zone.documentNumber == "D23145890734")
        #expect(zone.optionalData.isEmpty)
        #expect(zone.isValid)
    }

    @Test("an unknown day and month of birth stay unknown")
    func partialBirthDate() throws {
        let zone = try MachineReadableZone(
            """
            P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
            L898902C36UTO74<<<<8F1204159ZE184226B<<<<<1<
            """
        )
        let date = try #require(zone.birthDate)
        #expect(date.yearOfCentury == 74 && date.month == nil && date.day == nil)
        #expect(date.description == "74-??-??")
    }

    @Test("a full name field says that a name may be cut off")
    func truncatedNames() throws {
        let zone = try MachineReadableZone(
            "I<PRT007666667<ZZ00<<<<<<<<<<<\n8303143M3405293PRT<<<<<<<<<<<4\nCACADOR<DE<ARAUJO<<ANDRE<ESTEV"
        )
        #expect(zone.names.mayBeTruncated)
        #expect(zone.names.primary == ["CACADOR", "DE", "ARAUJO"])
        #expect(zone.isValid)
    }

    @Test(
        "small letters, white space, other signs for the filler and one long line are accepted",
        arguments: [
            "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<<\r\nl898902c36uto7408122f1204159ze184226b<<<<<10\r\n",
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10",
            "P«UTOERIKSSON««ANNA«MARIA«««««««««««««««««««\n L898902C36 UTO 7408122 F 1204159 ZE184226B«««««10",
            "PASSPORT\nUTOPIA\nP<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ])
    func otherWritings(_ text: String) throws {
        let zone = try MachineReadableZone(text)
        #expect(zone.lines == Self.passport.split(separator: "\n").map(String.init))
        #expect(zone.isValidAsRead)
    }

    @Test("a wrong check digit is told field by field")
    func wrongCheckDigit() throws {
        let zone = try MachineReadableZone(
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<20"
        )
        #expect(zone.check(.optionalData)?.isRightAsRead == false)
        #expect(zone.check(.documentNumber)?.isRightAsRead == true)
        #expect(zone.check(.composite)?.isRightAsRead == false)
    }

    @Test(
        "what is no zone is refused with the reason",
        arguments: [
            ("", ZoneError.Code.empty), (" \n\t\n", .empty), ("P<UTO", .format), ("P<UTOÉ", .character),
            ("P<UTO🛂", .character), (String(repeating: "<", count: 1_001), .tooLong),
            (String(repeating: "A", count: 44) + "\n" + String(repeating: "A", count: 30), .format),
        ])
    func refused(_ text: String, _ code: ZoneError.Code) {
        let error = #expect(throws: ZoneError.self) { try MachineReadableZone(text) }
        #expect(error?.code == code)
    }

    @Test("no text of the right shape makes the reader fail, whatever stands in it")
    func anything() throws {
        var random = SeededGenerator(seed: 9303)
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<<<<<<<<".utf8)
        for _ in 0..<3_000 {
            let format = try #require(ZoneFormat.allCases.randomElement(using: &random))
            let lines = (0..<format.lineCount).map { _ in
                String(
                    decoding: (0..<format.lineLength).compactMap { _ in signs.randomElement(using: &random) },
                    as: UTF8.self)
            }
            let zone = try MachineReadableZone(lines.joined(separator: "\n"))
            #expect(zone.lines.allSatisfy { $0.count == zone.format.lineLength })
        }
    }
}
