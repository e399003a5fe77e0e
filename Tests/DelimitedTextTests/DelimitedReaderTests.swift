import DelimitedText
import Testing

@Suite("Reading rows")
struct DelimitedReaderTests {
    @Test("a quoted field keeps its delimiters, line ends and doubled quotes")
    func quotedField() throws {
        let text = "make,note\r\nTaurus,\"cut, \"\"filed\"\"\r\nand painted\"\r\n"
        #expect(try fields(text) == [["make", "note"], ["Taurus", "cut, \"filed\"\r\nand painted"]])
    }

    @Test("a quote inside an unquoted field is an ordinary character")
    func strayQuote() throws {
        #expect(try fields("barrel,make\n4\" long,S\"W\n") == [["barrel", "make"], ["4\" long", "S\"W"]])
    }

    @Test("text after a closing quote belongs to the field")
    func textAfterClosingQuote() throws {
        #expect(try fields("\"PT\"92 \"x\",b\n") == [["PT92 \"x\"", "b"]])
        #expect(try fields("\"a\"\"b\"c,d\n") == [["a\"bc", "d"]])
    }

    @Test("LF, CR and CR LF all end a row", arguments: ["\n", "\r", "\r\n"])
    func lineEnds(lineEnd: String) throws {
        let text = ["a,b", "1,2", "3,4"].joined(separator: lineEnd)
        #expect(try fields(text) == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(try fields(text + lineEnd) == [["a", "b"], ["1", "2"], ["3", "4"]])
    }

    @Test("the last row needs no line end, and a delimiter at its end makes one more empty field")
    func lastRow() throws {
        #expect(try fields("a,b\n1,") == [["a", "b"], ["1", ""]])
        #expect(try fields("a,b\n1,\"x\"") == [["a", "b"], ["1", "x"]])
    }

    @Test("rows are returned as long as they are")
    func raggedRows() throws {
        #expect(
            try fields("a,b,c\n1\n1,2,3,4\n,,\n") == [["a", "b", "c"], ["1"], ["1", "2", "3", "4"], ["", "", ""]]
        )
    }

    @Test("blank lines are skipped, but an empty quoted field is a row")
    func blankLines() throws {
        #expect(try fields("\n \t\na\n\r\n\"\"\n\n") == [["a"], [""]])
    }

    @Test("rows know the line they begin on and their number among the rows")
    func linesAndNumbers() throws {
        let text = "a,b\r\n\r\n\"x\ny\rz\r\n\",1\r\nlast,2"
        var reader = try DelimitedReader(bytes: Array(text.utf8), name: "guns.csv")
        let rows = try reader.rows()
        #expect(rows.map(\.line) == [1, 3, 7])
        #expect(rows.map(\.number) == [1, 2, 3])
        #expect(reader.offset == UInt64(text.utf8.count))
    }

    @Test("a first line sep=; names the delimiter and is no row")
    func declaredDelimiter() throws {
        #expect(try fields("sep=;\r\na,b;c\r\n1;2\r\n", format: nil) == [["a,b", "c"], ["1", "2"]])
    }

    @Test("a row longer than one piece of the file is put together", arguments: [1_000_000, 1_048_575, 1_048_576])
    func rowAcrossPieces(length: Int) throws {
        let limits = DelimitedLimits(rowBytes: 4 << 20, fieldBytes: 4 << 20)
        for lineEnd in ["\r\n", "\n", "\r"] {
            let long = String(repeating: "x", count: length)
            let text = "a,b\(lineEnd)\(long),\"\(long)\"\(lineEnd)1,2\(lineEnd)"
            var reader = try DelimitedReader(bytes: Array(text.utf8), name: "guns.csv", limits: limits)
            let rows = try reader.rows()
            #expect(rows.map(\.fields) == [["a", "b"], [long, long], ["1", "2"]])
            #expect(rows.map(\.line) == [1, 2, 3])
        }
    }

    @Test(
        "it does not matter where a file is cut into pieces", arguments: DelimitedFormat.Encoding.allCases, 0..<26)
    func cutAnywhere(encoding: DelimitedFormat.Encoding, shift: Int) throws {
        // The first piece is as long as a sample; the difficult row moves over its end byte by byte.
        let isWide = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
        let lines = DelimitedFormat.sampleBytes / (isWide ? 2 : 1) / 64 - 1
        let filling = "x," + String(repeating: "y", count: 61) + "\n"
        let beginning =
            "ñ\n" + String(repeating: filling, count: lines) + String(repeating: "z", count: 34 + shift)
        let text = beginning + ",\"ñ\"\"r\r\ns\rt\",€\r\n\r\nu,v\r\n"
        let bytes: [UInt8] =
            switch encoding {
            case .utf8: Array(text.utf8)
            case .utf16LittleEndian: utf16(text)
            case .utf16BigEndian: utf16(text, littleEndian: false)
            case .windows1252: text.unicodeScalars.map { $0 == "€" ? 0x80 : UInt8($0.value) }
            }
        var reader = try DelimitedReader(bytes: bytes, name: "guns.csv", format: DelimitedFormat(encoding: encoding))
        let rows = try reader.rows().suffix(2)
        #expect(rows.map { $0.fields.dropFirst() } == [["ñ\"r\r\ns\rt", "€"], ["v"]])
        #expect(rows.map(\.line) == [lines + 2, lines + 6])
        #expect(reader.offset == UInt64(bytes.count))
    }

    @Test("a copy of a reader goes on by itself from the same row")
    func copies() throws {
        var reader = try DelimitedReader(bytes: Array("a\n1\n2\n".utf8), name: "guns.csv")
        _ = try reader.next()
        var copy = reader
        #expect(try reader.rows() == copy.rows())
    }
}
