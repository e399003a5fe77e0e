import Testing

@testable import Firearms

@Suite("Labelled batches are read as their writers meant them")
struct LabelledBatchTests {
    @Test("makes: 98 of 100 distinct spellings", arguments: ["makes-1", "makes-2", "makes-3", "makes-4"])
    func makes(file: String) throws {
        let evaluation = RecognitionEvaluation.makes(try LabelledFile.texts(file), .standard)
        #expect(evaluation.rows >= 240)
        let (wrong, unknown) = Self.mistakes(of: evaluation)
        #expect(evaluation.accuracy >= 0.98, "\(wrong)")
        #expect(unknown == [])
    }

    @Test(
        "calibres: 99 of 100 distinct spellings, or all but one",
        arguments: ["calibres-1", "calibres-2", "calibres-3", "calibres-4", "calibres-5"])
    func calibres(file: String) throws {
        let evaluation = RecognitionEvaluation.calibres(try LabelledFile.texts(file), .standard)
        #expect(evaluation.rows >= 60)
        let (wrong, unknown) = Self.mistakes(of: evaluation)
        #expect(Double(wrong.count) <= max(1, 0.01 * Double(evaluation.rows)), "\(wrong)")
        #expect(unknown == [])
    }

    /// The texts read wrongly, and the expected names that the table does not have.
    private static func mistakes(of evaluation: RecognitionEvaluation) -> (wrong: [String], unknown: [String]) {
        (
            evaluation.mistakes.map(\.text.raw),
            evaluation.mistakes.filter(\.isUnknownName).map(\.text.expected)
        )
    }

    @Test(
        "serial texts: 96 of 100",
        arguments: ["serials-1", "serials-2", "serials-3", "serials-4", "serials-5", "serials-6"])
    func serials(file: String) throws {
        let rows = try LabelledFile.rows(file, columns: 5)
        let wrong = rows.filter { !SerialText($0.fields[0]).agrees(withExpected: $0.fields[1]) }.map { $0.fields[0] }
        #expect(rows.count >= 50)
        #expect(Double(wrong.count) <= 0.04 * Double(rows.count), "\(wrong)")
    }

    @Test("the names of another list are known, alone and with a second name or words for the calibre")
    func foreignNames() throws {
        let names = [
            ("9mm Luger", "9×19mm Parabellum"), ("9mm Luger (9x19mm)", "9x19"),
            (".25 ACP (6.35mm Browning)", ".25 Auto"),
            (".32 ACP (7.65mm)", "7.65 mm Browning"), (".410 bore (36 gauge)", "36"), ("12 gauge shotgun", "12-gauge"),
            (".38 caliber", ".38 Special"), ("FN 5.7x28mm", "5.7×28mm"), (".44-40 WCF", ".44-40 Winchester"),
        ]
        let texts = names.enumerated().map { LabelledText(line: $0, raw: $1.0, expected: $1.1) }
        let turned = names.enumerated().map { LabelledText(line: $0, raw: $1.1, expected: $1.0) }
        for evaluation in [texts, turned].map({ RecognitionEvaluation.calibres($0, .standard) }) {
            #expect(Self.mistakes(of: evaluation).wrong == [])
        }
        let makers = [
            ("TAURUS", "Taurus Armas S.A."), ("S&W", "Smith & Wesson Corp."), ("RUGER", "Sturm, Ruger & Co., Inc."),
            ("COLT", "Colt's Manufacturing Company LLC"), ("FN", "Fabrique Nationale Herstal"),
        ].enumerated().map { LabelledText(line: $0, raw: $1.0, expected: $1.1) }
        #expect(Self.mistakes(of: RecognitionEvaluation.makes(makers, .standard)).wrong == [])
    }

    @Test("a word for unknown expects nothing, a name that only looks like a maker's counts as a mistake")
    func nothingExpected() {
        func accuracy(_ raw: String, _ expected: String) -> Double {
            RecognitionEvaluation.makes([LabelledText(line: 2, raw: raw, expected: expected)], .standard).accuracy
        }
        #expect(accuracy("SEM MARCA", "unknown") == 1 && accuracy("NO VISIBLE", "N/A") == 1)
        #expect(accuracy("GLOCK", "unknown") == 0)
        #expect(accuracy("TAURUS", "Taurrus") == 0)
    }
}
