import Testing

@testable import Firearms

@Suite("A description is put into the terms of the reference table")
struct NormalisedDescriptionTests {
    @Test("one line: make, model, calibre, kind and a partly readable number")
    func line() throws {
        let description = NormalisedDescription(line: "TAURUS PT 92 cal 9mm serie TKR?2345")
        #expect(description.make?.value.code == "taurus")
        #expect(description.model?.value.name == "PT 92")
        #expect(description.calibre?.value == ReferenceTable.standard.calibre(named: "9mm Luger"))
        #expect(description.type?.value == .pistol && description.type?.rule == RecognitionRule.ofModel)
        #expect(description.numbers.map(\.number.pattern.normalised) == ["TKR?2345"])
        #expect(description.numbers.first?.number.state == .partial)
        #expect(!description.lookAlikes.isEmpty)
        #expect(description.warnings.isEmpty)
    }

    @Test("a model's number before the calibre is no part of it")
    func modelBeforeCalibre() {
        let description = NormalisedDescription(line: "pistola beretta 92 9mm 123456")
        #expect(description.model?.value.makeCode == "beretta")
        #expect(description.calibre?.value == ReferenceTable.standard.calibre(named: "9mm Luger"))
        #expect(description.numbers.map(\.number.pattern.normalised) == ["123456"])
    }

    @Test("a calibre the maker never made, another kind of gun and a removed number are pointed out")
    func conflicts() {
        let description = NormalisedDescription(
            WrittenDescription(type: "rifle", make: "TAURUS", model: "PT 92", calibre: "12 GA", serial: "RASPADO")
        )
        let codes = Set(description.warnings.map(\.code))
        #expect(codes == ["calibre.not-made", "type.not-of-model", "serial.removed"])
    }

    @Test("a line keeps all that is said of numbers together, and every other word in the remainder")
    func numbersOfLine() {
        func read(_ line: String) -> (serial: String?, remainder: String?) {
            let written = WrittenDescription(line: line)
            return (written.serial, written.remainder)
        }
        #expect(read("glock 17 9mm ABC123 preta oxidada") == ("ABC123", "preta oxidada"))
        #expect(read("revolver rossi .38 raspado") == ("raspado", nil))
        #expect(read("revolver rossi .38 RASPDO, achado") == ("RASPDO", "achado"))
        #expect(read("taurus pt58 NSR445 (Camara) e NSK346 (Ferrolho)").serial == "NSR445 (Camara) e NSK346 (Ferrolho)")
        #expect(read("imbel J81825 revelado no cano").serial == "J81825 revelado no cano")
        #expect(read("glock 17 ABC12345 cano curto") == ("ABC12345", "cano curto"), "a barrel's length is no number")
        #expect(read("glock 17 ABC123 2 carregadores") == ("ABC123", "2 carregadores"))
        let words = (1...60).map { "w\($0)" }.joined(separator: " ")
        #expect(read("glock \(words)").remainder?.hasSuffix("w59 w60") == true, "words beyond the last looked at stay")
        let long = String(repeating: "ä", count: 900)
        #expect(read("glock \(long) end").remainder?.hasSuffix("end") == true)
    }

    @Test("a line that names several numbers gives each its part and state")
    func severalNumbers() {
        let description = NormalisedDescription(line: "carabina cano 777123, armação raspada")
        #expect(description.numbers.map(\.number.part) == [.barrel, .frame])
        #expect(description.numbers.map(\.number.state) == [.legible, .removed])
        let given = NormalisedDescription(
            WrittenDescription(serial: "ABC"),
            numbers: [SerialReading(number: FirearmNumber(part: .slide, text: "A1", state: .restored))]
        )
        #expect(given.numbers.map(\.number.part) == [.slide])
    }

    @Test("the name of each make, calibre and model is sure to be understood, so that taking it settles the field")
    func namesAreSure() {
        let table = ReferenceTable.standard
        for make in table.makes {
            let found = table.make(make.name)
            #expect(found?.value.code == make.code && found?.isSure == true, "\(make.name)")
        }
        for calibre in table.calibres {
            let found = table.calibre(calibre.name)
            #expect(found?.value.code == calibre.code && found?.isSure == true, "\(calibre.name)")
        }
        for model in table.models {
            let found = table.model(model.name, makeCode: model.makeCode)
            #expect(found?.value == model && found?.isSure == true, "\(model.makeCode) \(model.name)")
        }
        for type in FirearmType.all where type != .other {
            #expect(table.type(type.rawValue)?.value == type, "\(type)")
        }
    }

    @Test("a number that the maker does not use is pointed out with the forms it does use")
    func numberOfAnotherMaker() throws {
        let description = NormalisedDescription(line: "Glock 17 serial 123-4567")
        let warning = try #require(description.warnings.first { $0.code == "serial.not-of-make" })
        #expect(warning.arguments.prefix(2) == ["1234567", "Glock"])
        #expect(warning.arguments.last?.contains("AAAA999") == true)
        #expect(NormalisedDescription(line: "Glock 17 serial ABC?23").warnings.isEmpty)
    }

    @Test(
        "a model, a calibre and a patent that stand in the place of the number are pointed out",
        arguments: [
            ("taurus", "PT 92", "serial.model-number"), ("smith & wesson", "686", "serial.model-number"),
            ("beretta", "9MM", "serial.calibre"), ("glock", "380 ACP", "serial.calibre"),
            ("colt", "PAT. 1234567", "serial.patent-number"), (nil, "patente 44.123", "serial.patent-number"),
        ])
    func otherNumbers(make: String?, serial: String, code: String) {
        let description = NormalisedDescription(WrittenDescription(make: make, serial: serial))
        #expect(description.warnings.map(\.code) == [code])
    }

    @Test(
        "numbers that only look like one of those are left in peace",
        arguments: [
            ("smith & wesson", "68612"), ("taurus", "PTA92345"), ("beretta", "P12345Z"), ("rossi", "D380123"),
            ("glock", "PAT123"),
        ])
    func plainNumbers(make: String, serial: String) {
        #expect(NormalisedDescription(WrittenDescription(make: make, serial: serial)).warnings.isEmpty)
    }

    @Test("a make that is not sure rules no number out")
    func unsureMake() throws {
        let description = NormalisedDescription(WrittenDescription(make: "GLOKC", serial: "1234567"))
        let make = try #require(description.make)
        #expect(!make.isSure)
        #expect(!description.warnings.contains { $0.code == "serial.not-of-make" })
    }

    @Test("unknown stays unknown, with the text kept")
    func unknown() {
        let description = NormalisedDescription(
            WrittenDescription(make: "QWXZV", calibre: "DESCONHECIDO", serial: "AB12345")
        )
        #expect(description.make == nil && description.calibre == nil && description.type == nil)
        #expect(description.written.make == "QWXZV")
        #expect(description.warnings.map(\.code) == ["make.unknown", "calibre.unknown"])
    }

    @Test("hostile text is answered", arguments: ["", "\0\0", String(repeating: "A1 ", count: 5_000), "👮‍♀️ 🔫", "؟؟؟"])
    func hostile(text: String) {
        let description = NormalisedDescription(line: text)
        #expect(description.make == nil || description.make?.confidence ?? 0 > 0)
    }
}

@Suite("Recognition is measured on labelled texts")
struct RecognitionEvaluationTests {
    @Test("right and wrong answers, unknown names and texts that name nothing are counted")
    func counts() {
        let texts = [
            ("FORJAS TAURUS", "Taurus"), ("TAURAS", "Taurus"), ("GLOCK", "Beretta"), ("COLT", "No Such Maker"),
            ("DESCONHECIDA", ""), ("GLOCK", ""),
        ].enumerated().map { LabelledText(line: $0 + 2, raw: $1.0, expected: $1.1) }
        let evaluation = RecognitionEvaluation.makes(texts, .standard)
        #expect(evaluation.rows == 6 && evaluation.right == 3 && evaluation.accuracy == 0.5)
        #expect(evaluation.mistakes.map(\.text.line) == [4, 5, 7])
        #expect(evaluation.mistakes.map(\.isUnknownName) == [false, true, false])
        #expect(evaluation.confusions.map(\.count) == [1, 1, 1])
        #expect(RecognitionEvaluation.calibres([], .standard).accuracy == 0)
    }
}
