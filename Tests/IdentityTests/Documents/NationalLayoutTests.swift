import Identity
import Testing

@Suite("National layouts of machine-readable zones") struct NationalLayoutTests {
    @Test("the old French identity card has its own layout and check digits")
    func french() throws {
        let zone = try MachineReadableZone("IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02\n1710GVA123451ROBERTA<<<<<<<9112311F2")
        #expect(zone.nationalLayout == .frenchIdentityCard)
        #expect(zone.documentNumber == "1710GVA12345")
        #expect(zone.names.primary == ["TEST", "NAME"] && zone.names.secondary == ["ROBERTA"])
        #expect(zone.birthDate?.description == "91-12-31")
        #expect(zone.nationality == "FRA")
        #expect(zone.isValid)
        #expect(!zone.isValidAsRead, "by the layout of Doc 9303 its check digits are wrong")
    }

    @Test("the names of a Russian internal passport are read as the Cyrillic letters that they code")
    func russian() throws {
        let zone = try MachineReadableZone(
            "PNRUSZDRIL7K<<SERGEQ<ANATOL9EVI3<<<<<<<<<<<<\n3919353498RUS7207233M<<<<<<<4151218910003<50"
        )
        #expect(zone.nationalLayout == .russianInternalPassport)
        #expect(zone.nativeNames?.primary == ["ЗДРИЛЮК"])
        #expect(zone.nativeNames?.secondary == ["СЕРГЕЙ", "АНАТОЛЬЕВИЧ"])
        #expect(zone.repairs.isEmpty)
        #expect(zone.isValid)
    }

    @Test("a Swiss driving licence is told apart and has no check digits of its own")
    func swiss() throws {
        let zone = try MachineReadableZone("AAA001D<<\nFACHE305142128097<<800126<<<<<\nMARCHAND<<FABIENNE<<<<<<<<<<<<")
        #expect(zone.nationalLayout == .swissDrivingLicence)
        #expect(zone.documentNumber == "305142128097")
        #expect(zone.birthDate?.description == "80-01-26")
        #expect(zone.names.primary == ["MARCHAND"] && zone.names.secondary == ["FABIENNE"])
    }

    @Test("an ordinary card is not taken for a national one")
    func ordinary() throws {
        let zone = try MachineReadableZone("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6")
        #expect(zone.nationalLayout == nil)
    }
}
