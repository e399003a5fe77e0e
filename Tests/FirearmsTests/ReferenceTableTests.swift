import Firearms
import Testing

@Suite("Makes and calibres are recognised however they are written")
struct ReferenceTableTests {
    let table = ReferenceTable.standard

    @Test("the table has the commonest sixty makes and calibres, each known by its own name and code")
    func size() {
        #expect(table.makes.count >= 60)
        #expect(table.calibres.count >= 60)
        for make in table.makes {
            #expect(table.make(code: make.code) == make)
            #expect(table.make(make.name)?.value == make)
            #expect(table.make(make.name.lowercased() + " S.A.")?.value == make)
        }
        for calibre in table.calibres {
            #expect(table.calibre(code: calibre.code) == calibre)
            #expect(table.calibre(calibre.name)?.value == calibre)
            #expect(table.calibre("cal. " + calibre.name.uppercased())?.value == calibre)
        }
    }

    @Test(
        "aliases are known in any case, with or without punctuation",
        arguments: [
            ("S&W", "smith-wesson"), ("s. & w.", "smith-wesson"), ("SMITH AND WESSON", "smith-wesson"),
            ("Forjas Taurus", "taurus"), ("AMADEO ROSSI", "rossi"), ("H & K", "heckler-koch"), ("FN", "fn-herstal"),
            ("Ceská zbrojovka", "cz"), ("CUGIR", "romarm"), ("HI POINT", "hi-point"), ("E.R. Amantino", "boito"),
            ("KALASHNIKOV", "kalashnikov"), ("Fábrica de Itajubá", "imbel"),
        ])
    func makeAliases(text: String, code: String) throws {
        let found = try #require(table.make(text))
        #expect(found.value.code == code)
        #expect(found.confidence == 1)
        #expect(found.rule == RecognitionRule.alias)
    }

    @Test(
        "company words, a model after the make and small spelling errors cost confidence",
        arguments: [
            ("Taurus S.A.", "taurus", RecognitionRule.withoutCommonWords),
            ("GLOCK LTDA", "glock", RecognitionRule.withoutCommonWords),
            ("Taurus PT 92", "taurus", RecognitionRule.leadingWords),
            ("SMITH & WESSON MOD 10", "smith-wesson", RecognitionRule.amongCommonWords),
            ("TAURSU", "taurus", RecognitionRule.spellingOne),
            ("BERRETTA", "beretta", RecognitionRule.spellingOne),
            ("HEKLER & KOCK", "heckler-koch", RecognitionRule.soundsAlike),
            ("Springfield", "springfield-armory", RecognitionRule.usualMeaning),
        ])
    func makeRules(text: String, code: String, rule: String) throws {
        let found = try #require(table.make(text))
        #expect(found.value.code == code)
        #expect(found.rule == rule)
        #expect(found.confidence < 1)
        #expect(found.confidence > 0.5)
    }

    @Test(
        "an unknown make stays unknown",
        arguments: [
            "", "  ", "UNKNOWN", "BOLT", "Acme", "?", "12345", "desconhecida", "xx", "\u{0}", "🔫",
        ])
    func unknownMake(text: String) {
        #expect(table.make(text) == nil)
    }

    @Test(
        "what agencies write for a calibre",
        arguments: [
            (".38", "38-special"), ("38 SPL", "38-special"), ("38 Special", "38-special"), ("9x19", "9x19"),
            ("9mm Luger", "9x19"), ("9 PARABELLUM", "9x19"), ("7,62x39", "7.62x39"), ("762x39", "7.62x39"),
            ("cal. 12", "12-gauge"), ("12 GA", "12-gauge"), ("Calibre 12", "12-gauge"), ("9mm", "9x19"),
            ("9 mm", "9x19"), (".380", "380-acp"), ("9mm Curto", "380-acp"), ("5.56", "5.56x45"),
            ("5,56×45 mm", "5.56x45"),
            (".40 S&W", "40-sw"), (".45", "45-acp"), ("0.22", "22-lr"), ("6,35", "25-acp"), ("11.43", "45-acp"),
            (".410", "36-gauge"), ("30-06", "30-06"), ("357 MAG.", "357-magnum"), ("5.7", "5.7x28"),
            ("7.62", "7.62x39"),
            ("9x19 (9mm Luger)", "9x19"), ("20 gauge", "20-gauge"), ("38 SPECAL", "38-special"),
            ("9mm PARABELUM", "9x19"),
        ])
    func calibres(text: String, code: String) {
        #expect(table.calibre(text)?.value.code == code)
    }

    @Test(
        "an unknown calibre stays unknown",
        arguments: [
            "", "99", "unknown", "...", "9x99", ".381", "cal",
        ])
    func unknownCalibre(text: String) {
        #expect(table.calibre(text) == nil)
    }

    @Test("a bare number that can mean several calibres is less sure than a full name")
    func usualMeaning() throws {
        let short = try #require(table.calibre(".38"))
        let full = try #require(table.calibre(".38 Special"))
        #expect(short.rule == RecognitionRule.usualMeaning)
        #expect(short.confidence < full.confidence)
    }

    @Test(".38 Special fits .357 Magnum, in either direction, and not 9 mm")
    func compatible() throws {
        let special = try #require(table.calibre(code: "38-special"))
        let magnum = try #require(table.calibre(code: "357-magnum"))
        let parabellum = try #require(table.calibre(code: "9x19"))
        #expect(special.isCompatible(with: magnum))
        #expect(magnum.isCompatible(with: special))
        #expect(!special.isCompatible(with: parabellum))
    }

    @Test("a text of megabytes is refused at once")
    func hostileLength() {
        let text = String(repeating: "TAURUS ", count: 300_000)
        #expect(table.make(text) == nil)
        #expect(table.calibre(text) == nil)
    }
}

@Suite("A reference table with faults says which row to correct")
struct ReferenceTableErrorTests {
    let calibres = "code,name,aliases,compatible\n9x19,9 mm,9x19,\n"

    private func error(makes: String, calibres: String) -> ReferenceTableError? {
        do throws(ReferenceTableError) {
            _ = try ReferenceTable(makes: makes.utf8, calibres: calibres.utf8)
            return nil
        } catch {
            return error
        }
    }

    @Test("a table without faults is read", arguments: ["\n", "\r\n"])
    func sound(newline: String) {
        let makes = ["code,name,country,aliases", "acme,\"Acme, \"\"the\"\" maker\",BR,A1|A2", ""]
        #expect(error(makes: makes.joined(separator: newline), calibres: calibres) == nil)
    }

    @Test(
        "faults are named with file, line and code",
        arguments: [
            ("acme,Acme,BR", ReferenceTableError.Code.malformed), ("acme,\"Acme,BR,", .malformed),
            ("acme,Acme,ZZ,", .unknownCode), (",Acme,BR,", .unknownCode), ("one,Other,BR,", .duplicate),
            ("acme,Acme,BR,First", .duplicate),
        ])
    func faults(row: String, code: ReferenceTableError.Code) throws {
        let found = try #require(
            error(makes: "code,name,country,aliases\none,First,BR,\n\(row)\n", calibres: calibres)
        )
        #expect(found.code == code)
        #expect(found.line == 3)
        #expect(found.file == "makes.csv")
        #expect(found.description.contains("line 3"))
    }

    @Test("a compatible calibre that does not exist is a fault")
    func dangling() {
        let found = error(makes: "code,name,country,aliases\n", calibres: "h,h,h,h\n9x19,9 mm,,nothing\n")
        #expect(found?.code == .unknownCode)
    }

    @Test("bytes that are not UTF-8 are a fault")
    func notUTF8() {
        #expect(throws: ReferenceTableError.self) {
            _ = try ReferenceTable(makes: [0xFF, 0xFE, 0x41], calibres: calibres.utf8)
        }
    }
}
