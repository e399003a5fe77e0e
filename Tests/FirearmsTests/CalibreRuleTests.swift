import Testing
import TestSupport

@testable import Firearms

@Suite("A recognised calibre says how sure it is, by which rule, and what else it may be")
struct CalibreRuleTests {
    let table = ReferenceTable.standard

    @Test("the table has at least 210 calibres, and every listed meaning of a bare number stands in it")
    func size() {
        #expect(table.calibres.count >= 210)
        for code in CalibreMeanings.standard.allCodes {
            #expect(table.calibre(code: code) != nil, "\(code)")
        }
    }

    @Test(
        "names in reference works are found exactly, with or without units and in any form of the common words",
        arguments: [
            ("9×19mm Parabellum", "9x19"), ("9x19mm Luger", "9x19"), ("9mm Luger", "9x19"), (".22 Long Rifle", "22-lr"),
            (".380 Auto", "380-acp"), ("5.56x45mm NATO", "5.56x45"), ("7.62x51mm NATO", "7.62x51"),
            ("7.62x39mm", "7.62x39"), ("7.62x54mmR", "7.62x54r"), ("9.3x62mm", "9.3x62"), ("12 gauge", "12-gauge"),
            (".410 bore", "36-gauge"), ("36 Gauge", "36-gauge"), (".32 Smith & Wesson Long", "32-sw-long"),
            (".44 Rem Mag", "44-magnum"), (".357 Mag", "357-magnum"), ("6.35mm Browning", "25-acp"),
            ("7.65mm Browning", "32-acp"), ("7.92x57mm Mauser", "8x57"), (".40 Smith & Wesson", "40-sw"),
            (".45 Auto", "45-acp"), ("6.5mm Rem Mag", "6.5-rem-mag"), (".300 Wby Mag", "300-weatherby"),
            ("9x18mm Makarov", "9x18"), ("9 mm P.A.K.", "9mm-blank"), (".308 Win", "308-win"), ("9x21mm IMI", "9x21"),
            ("7.65x53mm Argentine", "7.65x53"), (".30-06 SPRG", "30-06"), (".38 S&W Special", "38-special"),
        ])
    func formalNames(name: String, code: String) {
        #expect(table.calibre(named: name)?.code == code)
        #expect(table.calibre(name)?.value.code == code)
    }

    @Test("a name that only resembles one is no name", arguments: ["9mm Lugre", "", "38 SPECIALLY", "9x99", "cal"])
    func noName(name: String) {
        #expect(table.calibre(named: name) == nil)
    }

    @Test("a bare number takes its usual meaning, the others being alternatives")
    func usualMeaning() throws {
        let found = try #require(table.calibre("7.62"))
        #expect(found.rule == RecognitionRule.usualMeaning)
        #expect(found.confidence < 0.8)
        #expect(found.alternatives.map(\.code).contains("7.62x51"))
        #expect(found.alternatives.count <= 5)
    }

    @Test(
        "the type of firearm decides between the meanings of a bare number",
        arguments: [
            ("32", FirearmType.shotgun, "32-gauge"), ("32", .revolver, "32-sw-long"), ("32", .pistol, "32-acp"),
            ("9mm", .blankGun, "9mm-blank"), ("9mm", .pistol, "9x19"), (".40", .shotgun, "40-gauge"),
            ("44", .rifle, "44-40"), ("7.65", .rifle, "7.65x53"), ("36", .shotgun, "36-gauge"),
            ("38", .revolver, "38-special"), ("6.35", .airGun, "25-air"), ("12", .shotgun, "12-gauge"),
        ])
    func typeHint(raw: String, type: FirearmType, code: String) {
        #expect(table.calibre(raw, type: type)?.value.code == code)
    }

    @Test("a type does not overrule a calibre that is named in full")
    func typeDoesNotOverrule() {
        #expect(table.calibre(".32 ACP", type: .shotgun)?.value.code == "32-acp")
        #expect(table.calibre("9x19", type: .blankGun)?.value.code == "9x19")
    }

    @Test("a word for the type in the text serves as well as the type")
    func typeWord() {
        #expect(table.calibre("ESPINGARDA CAL 32")?.value.code == "32-gauge")
        #expect(table.calibre("REVOLVER CAL 32")?.value.code == "32-sw-long")
    }

    @Test(
        "of two calibres the first is taken, the other is an alternative, and a person should look",
        arguments: [
            (".357 Mag/.38 Spl", "357-magnum", "38-special"), ("22 LR/22 MAG", "22-lr", "22-magnum"),
            ("9mm / .380", "9x19", "380-acp"), (".45 LC/.410", "45-colt", "36-gauge"),
        ])
    func several(raw: String, code: String, other: String) throws {
        let found = try #require(table.calibre(raw))
        #expect(found.value.code == code)
        #expect(found.confidence < 0.8)
        #expect(found.rule == RecognitionRule.severalCalibres)
        #expect(found.alternatives.map(\.code).contains(other))
    }

    @Test(
        "the same calibre said twice is one",
        arguments: [
            ("380 ACP/9mm curto", "380-acp"), (".32 AUTO (7.65MM)", "32-acp"), ("9 mm (.380)", "380-acp"),
            ("9x19mm (9mm Luger)", "9x19"), ("36 (.410)", "36-gauge"),
        ])
    func sameTwice(raw: String, code: String) throws {
        let found = try #require(table.calibre(raw))
        #expect(found.value.code == code)
        #expect(found.rule != RecognitionRule.severalCalibres)
    }

    @Test("a number without its point is a guess that says so")
    func withoutPoint() throws {
        let found = try #require(table.calibre("3.80"))
        #expect(found.value.code == "380-acp")
        #expect(found.rule == RecognitionRule.withoutPoint)
        #expect(found.confidence < 0.8)
    }

    @Test("the number of a model is not taken for a calibre that stands beside it")
    func modelNumbers() {
        #expect(table.calibre("GLOCK 22 CAL .40")?.value.code == "40-sw")
        #expect(table.calibre("TAURUS PT 58 .380")?.value.code == "380-acp")
        #expect(table.calibre("MOD 36 REVOLVER .38 SPL")?.value.code == "38-special")
    }

    @Test("confusable calibres that do not fit each other are not compatible")
    func notCompatible() throws {
        for (left, right) in [
            ("9x18", "380-acp"), ("9x19", "380-acp"), ("32-acp", "32-sw-long"), ("38-sw", "38-special"),
        ] {
            let left = try #require(table.calibre(code: left))
            #expect(!left.isCompatible(with: try #require(table.calibre(code: right))))
        }
        for (left, right) in [
            ("223-rem", "5.56x45"), ("308-win", "7.62x51"), ("22-short", "22-lr"), ("22-long", "22-lr"),
        ] {
            let left = try #require(table.calibre(code: left))
            #expect(left.isCompatible(with: try #require(table.calibre(code: right))))
        }
    }

    @Test("confidences are between 0 and 1, alternatives never repeat the answer, and no text stops the program")
    func anyText() {
        var random = SeededGenerator(seed: 41)
        let pieces = Array("0123456789..,,xX×х*/()-+&\"' MmRGALSPOIlCé½\u{0}🔫") + Array("calgaugemagauto")
        for _ in 0..<4000 {
            let text = String(
                (0..<Int.random(in: 0...24, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "9" })
            guard let found = table.calibre(text) else { continue }
            #expect(found.confidence > 0 && found.confidence <= 1)
            #expect(!found.alternatives.contains(found.value))
            #expect(found.alternatives.count <= 5)
        }
    }

    @Test("a bare number means the calibre of the model, else the usual one of the maker")
    func ofMakeAndModel() throws {
        let davis = try #require(table.calibre(".32", type: nil, makeCode: "davis"))
        #expect(davis.value.code == "32-acp" && davis.rule == RecognitionRule.usualForMake)
        let others = davis.alternatives.map(\.code)
        #expect(others.contains("32-sw-long"))
        let beretta = try #require(table.calibre("7.65", type: .pistol, makeCode: "beretta"))
        #expect(beretta.value.code == "32-acp")
        let model = Model(makeCode: "taurus", name: "X", type: .revolver, calibreCodes: ["32-hr-magnum", "38-special"])
        let found = try #require(table.calibre("32", type: .revolver, makeCode: "taurus", model: model))
        #expect(found.value.code == "32-hr-magnum" && found.rule == RecognitionRule.ofModel)
        // A name that leaves nothing open is not changed by what the maker is known for.
        let exact = try #require(table.calibre(".32 S&W Long", type: nil, makeCode: "davis"))
        #expect(exact.value.code == "32-sw-long" && exact.confidence == 1)
        let unknown = try #require(table.calibre(".32", type: nil, makeCode: "no-such-make"))
        #expect(unknown == table.calibre(".32"))
    }

    @Test("with a decimal comma 7,62 is that of the rifles of the countries that write one")
    func decimalComma() throws {
        #expect(table.calibre("7,62")?.value.code == "7.62x51")
        #expect(table.calibre("FUZIL CAL 7,62 MM")?.value.code == "7.62x51")
        #expect(table.calibre("7.62")?.value.code == "7.62x39")
        #expect(table.calibre("7,62x39")?.value.code == "7.62x39")
        #expect(table.calibre("7,65")?.value.code == "32-acp")
        #expect(table.calibre("7,62")?.isSure == false)
    }
}
