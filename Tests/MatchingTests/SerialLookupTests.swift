import Firearms
import Matching
import Testing
import TestSupport

@Suite("A number is found again through B-tree keys")
struct SerialLookupTests {
    @Test("an equal number is found by the exact step, another one by no step")
    func exact() {
        #expect(SortedKeys.steps("abc-123", "ABC123").contains(.exact))
        #expect(SortedKeys.steps("ABC124", "ABC123").isEmpty)
    }

    @Test("confusable characters are found, any number of them; other characters are not")
    func confusable() {
        #expect(SortedKeys.steps("A8C1Z3", "ABCI23") == [.confusable])
        #expect(SortedKeys.steps("A3C123", "ABC123").isEmpty)
    }

    @Test("other letters between the digits are ignored, other prefix letters are not")
    func embedded() {
        #expect(SortedKeys.steps("369J257", "369M257").contains(.embedded))
        #expect(SortedKeys.steps("369257", "369M257").contains(.embedded))
        #expect(SortedKeys.steps("369J257", "369257").contains(.embedded))
        #expect(SortedKeys.steps("J369257", "M369257").isEmpty)
    }

    @Test("one unreadable place is found wherever it stands, and keeps numbers of another length apart")
    func onePlace() {
        for place in 0..<5 {
            var text = Array("12345")
            text[place] = "?"
            #expect(SortedKeys.steps(String(text), "12345").contains(.unreadable))
        }
        #expect(!SortedKeys.steps("TKR?2345", "TKR12345").isDisjoint(with: [.unreadable]))
        #expect(!SortedKeys.steps("12?45", "1234").contains(.unreadable))
        #expect(SortedKeys.steps("12?45", "12346").isEmpty)
    }

    @Test("several unreadable places are found by three readable ones at an end, and must agree in all")
    func severalPlaces() {
        #expect(SortedKeys.steps("TKR??345", "TKR12345").contains(.unreadable))
        #expect(SortedKeys.steps("T???2345", "TKR12345").contains(.unreadable))
        #expect(!SortedKeys.steps("TKR??345", "TKR12346").contains(.unreadable))
        #expect(SortedKeys.steps("T???2345", "TKR12346").isEmpty)
    }

    @Test("a known beginning finds longer numbers, a known end too")
    func sides() {
        #expect(SortedKeys.steps("TKR12???", "TKR1234567") == [.beginning])
        #expect(SortedKeys.steps("????4567", "TKR1234567") == [.end])
        #expect(SortedKeys.steps("TK??????", "TKR1234567").isEmpty)
    }

    @Test("a partial record is found by a full reading through its known end or beginning")
    func partialRecord() {
        #expect(SortedKeys.steps("ABCD234", "AB??234") == [.end])
        #expect(SortedKeys.steps("ABC1234", "ABC1???") == [.beginning])
        #expect(SortedKeys.steps("ABCD235", "AB??234").isEmpty)
        #expect(SortedKeys.steps("ABC1D34", "AB???34").isEmpty)
    }

    @Test("two partial readings are found by each other when they share a readable end or beginning")
    func twoPartial() {
        #expect(SortedKeys.steps("AB??234", "AB??234").contains(.exact))
        #expect(SortedKeys.steps("?BC?234", "AB??234").contains(.end))
        #expect(SortedKeys.steps("ABC?23?", "ABC1???").contains(.beginning))
        #expect(SortedKeys.steps("ABC123?", "ABC?23?").contains(.beginning))
        #expect(SortedKeys.steps("ABC????", "???1234").isEmpty)
    }

    @Test("a reading may be declared a part of a longer number")
    func part() {
        #expect(SortedKeys(["TKR12345"]).find("12345")[0] == nil)
        #expect(SortedKeys(["TKR12345"]).find("12345", partOfNumber: true)[0] == [.end])
        #expect(SortedKeys(["TKR12345"]).find("TKR12", partOfNumber: true)[0] == [.beginning])
    }

    @Test("a number recorded or read as partial without marked places is a part of a longer one")
    func partialNumber() {
        let partial = FirearmNumber(text: "TKR12", state: .partial)
        let whole = FirearmNumber(text: "TKR12345")
        let other = FirearmNumber(text: "TKR22345")
        func found(_ read: FirearmNumber, _ recorded: FirearmNumber) -> Bool {
            SerialLookup.plan(for: read).contains { lookup in
                SerialKeys.keys(for: recorded).contains { lookup.finds($0) }
            }
        }
        #expect(found(whole, partial))
        #expect(found(partial, whole))
        #expect(!found(partial, other))
        #expect(SerialKeys.keys(for: FirearmNumber(text: "RASPADO", state: .removed)).isEmpty)
    }

    @Test(
        "fewer than three readable places, nothing at all, or too much give no look-ups",
        arguments: [
            "", "??", "A?1", "-", String(repeating: "7", count: 41), String(repeating: "A?", count: 500_000),
        ])
    func noLookups(text: String) {
        #expect(SerialLookup.plan(for: SerialPattern(text)).isEmpty)
    }

    @Test("a number without readable places has no keys, a short one has")
    func keys() {
        #expect(SerialKeys.keys(for: SerialPattern("???")).isEmpty)
        #expect(SerialKeys.keys(for: SerialPattern(String(repeating: "1", count: 41))).isEmpty)
        #expect(SortedKeys.steps("7", "7").contains(.exact))
        #expect(SerialKeys.keys(for: SerialPattern("12345")).map(\.kind) == [.forward, .reversed])
    }

    @Test("any one confusable misreading of any number is found again")
    func everyMisreading() {
        let serials = generatedSerials(400, seed: 5)
        let index = SortedKeys(serials)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        for (record, serial) in serials.enumerated() {
            let bytes = Array(serial.utf8)
            for place in bytes.indices {
                let sign = SerialPattern.confusableClass(of: bytes[place])
                for other in alphabet where SerialPattern.confusableClass(of: other) == sign && other != bytes[place] {
                    var misread = bytes
                    misread[place] = other
                    let found = index.find(String(decoding: misread, as: UTF8.self))[record] ?? []
                    #expect(found.contains(.confusable), "\(serial) read with \(other) at \(place)")
                }
            }
        }
    }

    @Test("any one unreadable place of any number is found, in the reading and in the record")
    func everyUnreadablePlace() {
        let serials = generatedSerials(300, seed: 6)
        let index = SortedKeys(serials)
        for (record, serial) in serials.enumerated() {
            let bytes = Array(serial.utf8)
            for place in bytes.indices {
                var partial = bytes
                partial[place] = SerialPattern.unreadable
                let text = String(decoding: partial, as: UTF8.self)
                #expect(index.find(text)[record]?.contains(.unreadable) == true, "\(serial) read as \(text)")
                let hasSide = place >= 3 || bytes.count - place - 1 >= 3
                #expect(SortedKeys.steps(serial, text).isEmpty != hasSide, "\(text) recorded, \(serial) read")
            }
        }
    }

    @Test("every look-up of a plan has sound bounds, and plans stay short")
    func bounds() {
        var generator = SeededGenerator(seed: 7)
        for serial in generatedSerials(500, seed: 8) {
            var bytes = Array(serial.utf8)
            for place in bytes.indices where Int.random(in: 0..<4, using: &generator) == 0 {
                bytes[place] = SerialPattern.unreadable
            }
            let plan = SerialLookup.plan(for: SerialPattern(String(decoding: bytes, as: UTF8.self)))
            #expect(plan.count <= 33)
            #expect(Set(plan).count == plan.count)
            #expect(plan.map(\.step) == plan.map(\.step).sorted())
            for lookup in plan {
                #expect(lookup.lowerBound.utf8.lexicographicallyPrecedes(lookup.upperBound.utf8))
                #expect(!lookup.lowerBound.isEmpty)
                let own = lookup.lowerBound
                #expect(
                    lookup.shape != nil
                        || lookup.finds(SerialKey(kind: lookup.kind, folded: own, normalised: lookup.normalised ?? own))
                )
                let longer = SerialKey(kind: lookup.kind, folded: own + "Z", normalised: lookup.normalised ?? own)
                #expect(lookup.shape != nil || lookup.finds(longer) != lookup.isEquality)
            }
        }
    }
}
