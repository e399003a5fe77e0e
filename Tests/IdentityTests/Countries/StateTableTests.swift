import Identity
import Testing

@Suite("States and other issuers") struct StateTableTests {
    let table = StateTable.standard

    @Test("ISO 3166-1 is there whole, each with a name in five languages") func whole() {
        let states = table.entries.filter { $0.kind == .state && $0.numeric != nil && $0.code != "D" }
        #expect(states.count == 249)
        #expect(Set(states.map(\.code)).count == 249 && Set(states.compactMap(\.alpha2)).count == 249)
        #expect(Set(states.compactMap(\.numeric)).count == 249)
        for entry in table.entries {
            for language in IssuingState.NameLanguage.allCases {
                #expect(!entry.name(in: language).isEmpty, "\(entry.code)")
            }
        }
    }

    @Test(
        "a state is found by any of its codes and names",
        arguments: ["BR", "bra", "076", "Brazil", "BRASIL", "Brésil", "البرازيل"])
    func brazil(_ text: String) { #expect(table.find(text)?.code == "BRA") }

    @Test(
        "the codes that only Doc 9303 has are known",
        arguments: [
            ("D<<", "DE"), ("GBN", "GB"), ("RKS", "XK"), ("XXA", nil), ("UNO", nil), ("XPO", nil), ("UTO", nil),
        ] as [(String, String?)])
    func special(_ code: String, _ alpha2: String?) {
        #expect(table[code: code] != nil)
        #expect(table[code: code]?.alpha2 == alpha2)
    }

    @Test("what is no state is not found", arguments: ["", "ZZ", "QQQ", "000", "Atlantis", "B"])
    func unknown(_ text: String) { #expect(table.find(text) == nil) }

    @Test("the number that Germany shares with its short code leads to the ISO entry") func germany() {
        #expect(table[numeric: 276]?.code == "DEU")
    }
}
