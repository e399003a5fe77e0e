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
