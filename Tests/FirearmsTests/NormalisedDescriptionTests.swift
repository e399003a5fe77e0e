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
