import Identity
import Testing

@Suite("Repairs of machine-readable zones") struct ZoneRepairTests {
    @Test("letters in dates and digits in names are put right by the type of the field")
    func fieldTypes() throws {
        let zone = try MachineReadableZone(
            "P<UT0ERIK55ON<<ANNA<MAR1A<<<<<<<<<<<<<<<<<<<\nL898902C36UTO740BIZZF12O4IS9ZE184226B<<<<<1O"
        )
        #expect(zone.isValid && !zone.isValidAsRead)
        #expect(zone.names.primary == ["ERIKSSON"] && zone.names.secondary == ["ANNA", "MARIA"])
        #expect(zone.issuer == "UTO")
        #expect(zone.birthDate?.description == "74-08-12")
        let repair = try #require(zone.repairs.first { $0.field == .birthDate })
        #expect(repair.line == 2 && repair.column == 17 && repair.read == "B" && repair.takenFor == "8")
        #expect(repair.reason == .fieldType && repair.isProven)
        #expect(zone.repairs.filter { $0.field == .names }.allSatisfy { !$0.isProven })
    }

    @Test(
        "of the numbers that satisfy the check digits the one with the fewest changes between letters and digits is taken"
    )
    func documentNumber() throws {
        let zone = try MachineReadableZone(
            "I<UTOD23I45890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<"
        )
        #expect(zone.documentNumber == "D23145890734")
        #expect(zone.isValid)
        #expect(zone.repairs.map(\.reason) == [.checkDigit])
        #expect(zone.repairs.first?.isProven == false, "other numbers satisfy the check digits too")
        #expect(zone.otherNumbers.contains("D23L45890734"))
    }

    @Test("a confusion in a date is put right and proven where one date satisfies the check digits")
    func birthDate() throws {
        let zone = try MachineReadableZone(
            "I<UTOD231458907<<<<<<<<<<<<<<<\n7408722F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
        )
        #expect(zone.birthDate?.description == "74-08-12")
        #expect(zone.isValid)
        #expect(zone.repairs.map(\.reason) == [.checkDigit])
        #expect(zone.repairs.first?.isProven == true)
    }

    @Test("where the check digits leave several possibilities the reading stays and the others are told")
    func ambiguousNumber() throws {
        let zone = try MachineReadableZone(
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nLB98902C36UTO7408122F1204159ZE184226B<<<<<10"
        )
        #expect(zone.documentNumber == "LB98902C3")
        #expect(!zone.isValid && zone.repairs.isEmpty)
        #expect(zone.otherNumbers.contains("L898902C3"))
    }

    @Test("letters read in place of the fillers behind the names are taken for fillers")
    func fillers() throws {
        let zone = try MachineReadableZone(
            "P<UTOERIKSSON<<ANNA<MARIA<<<<KKK<<<<CK<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
        )
        #expect(zone.names.secondary == ["ANNA", "MARIA"])
        #expect(zone.repairs.allSatisfy { $0.reason == .fillers })
    }

    @Test("a dropped filler is put back and told")
    func droppedFiller() throws {
        let zone = try MachineReadableZone(
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
        )
        #expect(zone.isValid)
        #expect(zone.repairs.map(\.line) == [1])
    }

    @Test("after any one confusion the document is told, outright or among a few numbers")
    func singleConfusions() throws {
        let right = MachineReadableZoneTests.passport
        let truth = try MachineReadableZone(right)
        let confusions: [(Character, Character)] = [
            ("0", "O"), ("8", "B"), ("1", "I"), ("2", "Z"), ("6", "G"), ("5", "S"), ("O", "0"), ("S", "5"), ("I", "1"),
        ]
        let characters = Array(right)
        var mended = 0
        var tried = 0
        // The data at the issuer's choice, at the end, are no key to the document.
        for (place, character) in characters.enumerated().dropLast(16) where place > 1 {
            for (from, to) in confusions where character == from {
                var misread = characters
                misread[place] = to
                let zone = try MachineReadableZone(String(misread))
                tried += 1
                if zone.lines == truth.lines || zone.otherNumbers.contains(truth.documentNumber) { mended += 1 }
                #expect(zone.otherNumbers.count < 8)
            }
        }
        #expect(tried > 20)
        #expect(Double(mended) >= 0.95 * Double(tried), "\(mended) of \(tried)")
    }
}
