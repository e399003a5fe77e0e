import DelimitedText
import Foundation
import Testing

@Suite("Finding out how a file is written")
struct FormatDetectionTests {
    private func delimiter(_ text: String) -> DelimitedFormat.Delimiter {
        DelimitedFormat.detect(sample: Array(text.utf8), isWhole: true).delimiter
    }

    @Test("each delimiter is found in a plain table", arguments: DelimitedFormat.Delimiter.all)
    func plainTable(expected: DelimitedFormat.Delimiter) {
        let rows = [["serial", "make", "model"], ["A1", "Taurus", "PT 92"], ["A2", "Rossi", "M68"]]
        #expect(delimiter(rows.map { $0.joined(separator: expected.description) }.joined(separator: "\n")) == expected)
    }

    @Test("decimal commas do not make a semicolon file a comma file")
    func decimalCommas() {
        #expect(delimiter("calibre;barrel;price\n9,0;12,5;1.250,00\n7,6;10,2;980,50\n") == .semicolon)
        #expect(delimiter("12,5;1,0\n13,5;2,0\n14,5;3,0\n") == .semicolon)
    }

    @Test("commas inside text and quotes do not outvote the real delimiter")
    func commasInText() {
        #expect(
            delimiter("\"place, country\";\"make\"\n\"Lima, Peru\";\"FN\"\n\"Cali, Colombia\";\"CZ\"\n") == .semicolon
        )
        #expect(delimiter("place\tmake\nLima, Peru\tFN, Herstal\nCali, Colombia\tCZ, Brno\n") == .tab)
        #expect(delimiter("place,make\n\"a;b;c\",FN\n\"d;e;f\",CZ\n") == .comma)
    }

    @Test("a table of whole numbers between commas is a comma file")
    func wholeNumbers() {
        #expect(delimiter("1,2,3\n4,5,6\n7,8,9\n") == .comma)
    }

    @Test("a title line and ragged rows do not hide the delimiter")
    func titleLine() {
        #expect(delimiter("Armas, 2023\nserial;make;model\nA1;Taurus;PT 92\nA2;Rossi\nA3;CZ;75\n") == .semicolon)
    }

    @Test("one column is read as a comma file")
    func oneColumn() {
        #expect(delimiter("serial\nA1\nA2\n") == .comma)
    }

    @Test("a byte order mark is recognised and is no part of the first field")
    func byteOrderMarks() throws {
        let text = "série;make\nñ;2\n"
        let expected = [["série", "make"], ["ñ", "2"]]
        let utf8: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        #expect(try fields(utf8) == expected)
        #expect(try fields([0xFF, 0xFE] + utf16(text)) == expected)
        #expect(try fields([0xFE, 0xFF] + utf16(text, littleEndian: false)) == expected)
        #expect(DelimitedFormat.detect(sample: utf8).hasByteOrderMark)
    }

    @Test("UTF-16 without a mark is found in Latin and other scripts")
    func unmarkedUTF16() throws {
        for text in ["serial,make\r\nA1,Taurus\r\n", "رقم;صنع\r\nسلاح;مسدس\r\n", "номер;марка\r\nА1;ТТ\r\n"] {
            #expect(DelimitedFormat.detect(sample: utf16(text)).encoding == .utf16LittleEndian)
            #expect(DelimitedFormat.detect(sample: utf16(text, littleEndian: false)).encoding == .utf16BigEndian)
            let expected = try fields(text, format: nil)
            #expect(expected.count == 2 && expected[1].count == 2)
            for bytes in [utf16(text), utf16(text, littleEndian: false), [0xFF, 0xFE] + utf16(text)] {
                #expect(try fields(bytes) == expected)
            }
        }
    }

    @Test("bytes that are not UTF-8 are read as Windows-1252")
    func windows1252() throws {
        let bytes = Array("make;price\n".utf8) + [0x4D, 0xFC, 0x6C, 0x3B, 0x80, 0x31, 0x0A]
        #expect(DelimitedFormat.detect(sample: bytes).encoding == .windows1252)
        #expect(try fields(bytes) == [["make", "price"], ["Mül", "€1"]])
    }

    @Test("a sample cut in the middle of a character is still UTF-8")
    func cutSample() {
        let sample = Array("a,ñ".utf8.dropLast())
        #expect(DelimitedFormat.detect(sample: sample).encoding == .utf8)
        #expect(DelimitedFormat.detect(sample: sample, isWhole: true).encoding == .windows1252)
    }

    @Test("an encoding is only assumed while nothing but ASCII has been seen")
    func assumedEncoding() {
        #expect(DelimitedFormat.detect(sample: Array("a,b\n".utf8)).encodingIsAssumed)
        #expect(!DelimitedFormat.detect(sample: Array("ñ,b\n".utf8)).encodingIsAssumed)
    }

    @Test("Latin-1 text after a long beginning in ASCII is read as Windows-1252")
    func lateLatin1() throws {
        let rows = 60_000
        let bytes = Array(String(repeating: "A1,CZ\n", count: rows).utf8) + Array("B1,M".utf8) + [0xFC, 0x0A]
        var reader = try DelimitedReader(bytes: bytes, name: "guns.csv")
        #expect(reader.format.encoding == .utf8)
        #expect(try reader.rows().last?.fields == ["B1", "Mü"])
        #expect(reader.format.encoding == .windows1252)
    }

    @Test("a format survives being stored as JSON")
    func codable() throws {
        for delimiter in DelimitedFormat.Delimiter.all {
            let format = DelimitedFormat(encoding: .utf16BigEndian, delimiter: delimiter, hasByteOrderMark: true)
            let stored = try JSONEncoder().encode(format)
            #expect(try JSONDecoder().decode(DelimitedFormat.self, from: stored) == format)
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(DelimitedFormat.Delimiter.self, from: Data("\"x\"".utf8))
        }
    }
}
