import Surfaces
import Testing

@Suite struct TableTests {
    static func read(_ text: String, _ options: SurfaceReadingOptions = .init(pitch: 5)) throws -> SurfaceFile {
        try SurfaceFile.read(Array(text.utf8), name: "heights.csv", options: options)
    }

    @Test(arguments: [
        "1,2.5,-3\n4,5e1,6\n", "1;2.5;-3\r\n4;5e1;6", "1;2,5;-3\n4;5e1;6\n", "1\t2,5\t-3\r4\t50,0\t6\r",
        "  1 2.5   -3\n4 \t 50  6\n", "\u{FEFF}1,2.5,-3\n4,50,6\n", "# made by hand\n\n1,2.5,-3\n% note\n4,50,6\n\n",
        "\"1\",\"2.5\",\"-3\"\n\"4\",\"50\",\"6\"\n", "1,2.5,-3,\n4,50,6,\n", "1;2.5;-3;\n4;50;6;\n",
    ])
    func everyDialectGivesTheSameMap(_ text: String) throws {
        let file = try Self.read(text)
        #expect(file.format == .table)
        #expect(file.surface.columns == 3 && file.surface.rows == 2)
        #expect(file.surface.values == [1, 2.5, -3, 4, 50, 6])
        #expect(file.surface.pitchX == 5 && file.warnings.isEmpty)
    }

    @Test(arguments: ["", "NaN", "nan", "NA", "n/a", "null", "***", "-", "inf"])
    func missingPointsAreWrittenInManyWays(_ word: String) throws {
        let values = try Self.read("1,\(word),3\n4,5,6\n").surface.values
        #expect(values[1].isNaN)
        #expect(values.filter { !$0.isNaN } == [1, 3, 4, 5, 6])
    }

    @Test func aFieldThatIsNoNumberIsNamedWithItsPlace() {
        #expect {
            // Beyond the first lines, by which the dialect is told.
            try Self.read(String(repeating: "1,2,3\n", count: 40) + "4,5x,6\n")
        } throws: { error in
            let error = error as? SurfacesError
            return error?.code == .malformed && error?.file == "heights.csv" && error?.place == "line 41, field 2"
                && error?.detail.contains("'5x'") == true
        }
    }

    @Test func linesOfDifferentLengthAreRefusedWithTheirNumber() {
        #expect {
            try Self.read(String(repeating: "1,2,3\n", count: 40) + "4,5\n")
        } throws: { ($0 as? SurfacesError)?.place == "line 41" }
    }

    @Test(arguments: ["", " \n\n", "hello world\n", "name,height\na,1\n", "{\"a\": [1, 2]}", "<xml/>", "1,2\n3,four\n"])
    func textThatIsNoMatrixIsOfNoKnownFormat(_ text: String) {
        #expect {
            try Self.read(text)
        } throws: { ($0 as? SurfacesError)?.code == .unknownFormat }
    }

    @Test func aMatrixWithoutAnyNumberOrWithTooManyIsRefused() {
        #expect {
            try Self.read("1,2,3\n4,5,6\n7,8,9\n", .init(pitch: 1, limits: SurfaceLimits(points: 8)))
        } throws: { ($0 as? SurfacesError)?.code == .tooLarge }
        #expect(throws: SurfacesError.self) { try Self.read("NaN,NaN\nNaN,NaN\n") }
    }

    @Test func randomTextNeverCrashesTheReader() {
        var generator = Seeded(state: 11)
        let letters = Array("0123456789.,;\t -+eEnaN\"#\n\r\u{FEFF}".utf8)
        for _ in 0..<2_000 {
            let length = Int.random(in: 0..<200, using: &generator)
            let text = (0..<length).map { _ in letters.randomElement(using: &generator) ?? 0x30 }
            _ = try? SurfaceFile.read(text)
        }
    }
}
