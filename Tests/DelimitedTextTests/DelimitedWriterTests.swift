import DelimitedText
import Testing
import TestSupport

@Suite("Writing rows")
struct DelimitedWriterTests {
    struct SinkIsFull: Error {}

    @Test("only fields that need quotes get them")
    func quoting() throws {
        let rows = [["a b", "c,d", "e\"f", "g\nh", " i", "", "j;k"], [""]]
        let expected = "a b,\"c,d\",\"e\"\"f\",\"g\nh\",\" i\",,j;k\r\n\"\"\r\n"
        #expect(try DelimitedWriter.string(rows) == expected)
    }

    @Test(
        "fields that a spreadsheet would run get an apostrophe",
        arguments: [
            "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "\n=1", "-", "+", "＝1", "-1-2", "-1,",
            "--1",
        ]
    )
    func formulas(field: String) throws {
        #expect(try fields(DelimitedWriter.string([[field, "x"]])) == [["'" + field, "x"]])
    }

    @Test(
        "numbers with a sign stay as they are",
        arguments: ["-12.5", "+12,5", "-1.234,50", "-7", "12.5", "a=b", "A-1"]
    )
    func numbers(field: String) throws {
        #expect(try DelimitedWriter.string([[field]], delimiter: .pipe) == field + "\r\n")
    }

    @Test("a character that the encoding lacks is an error, and nothing of its row is written")
    func unencodable() throws {
        var written: [UInt8] = []
        var writer = DelimitedWriter(format: DelimitedFormat(encoding: .windows1252)) { written += $0 }
        try writer.write(["ñ"])
        let error = #expect(throws: DelimitedTextError.self) { try writer.write(["a", "漢"]) }
        #expect(error?.code == .unencodable && error?.field == 2)
        #expect(throws: DelimitedTextError.self) { try writer.write(["\u{0}"]) }
        try writer.finish()
        #expect(written == [0xF1, 0x0D, 0x0A])
    }

    @Test("a large table goes to the sink in pieces, and the sink's own error comes through")
    func streaming() throws {
        var pieces: [Int] = []
        var writer = DelimitedWriter { pieces.append($0.count) }
        for row in 0..<20_000 { try writer.write(["A\(row)", "Taurus"]) }
        try writer.finish()
        #expect(pieces.count > 3)
        #expect(pieces.allSatisfy { $0 < 66_000 })
        var refused = DelimitedWriter { _ in throw SinkIsFull() }
        try refused.write(["a"])
        #expect(throws: SinkIsFull.self) { try refused.finish() }
    }

    @Test("any table written is read back equal", arguments: DelimitedFormat.Encoding.allCases)
    func roundTrip(encoding: DelimitedFormat.Encoding) throws {
        let alphabet = encoding == .windows1252 ? westernAlphabet : worldAlphabet
        for delimiter in DelimitedFormat.Delimiter.all {
            for seed in 1...40 {
                var generator = SeededGenerator(seed: UInt64(seed))
                let table = difficultTable(rows: 1 + seed, alphabet: alphabet, using: &generator)
                let format = DelimitedFormat(
                    encoding: encoding,
                    delimiter: delimiter,
                    hasByteOrderMark: encoding != .windows1252 && seed % 2 == 0
                )
                let bytes = try DelimitedWriter.bytes(table, format: format, guardsFormulas: false)
                #expect(try fields(bytes, format: format) == table)
            }
        }
    }

    @Test("a first field that looks like a declared delimiter or a byte order mark is read back")
    func deceptiveBeginnings() throws {
        for table in [[["sep=", ""], ["a", "b"]], [["\u{FEFF}", "b"]]] {
            let text = try DelimitedWriter.string(table, delimiter: .semicolon)
            #expect(try fields(text, format: DelimitedFormat(delimiter: .semicolon)) == table)
        }
    }
}
