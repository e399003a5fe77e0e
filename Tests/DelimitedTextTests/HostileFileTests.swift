import DelimitedText
import Foundation
import Testing

@Suite("Hostile and broken files")
struct HostileFileTests {
    private static let disguises: [(beginning: [UInt8], kind: String)] = [
        ([0x50, 0x4B, 0x03, 0x04] + Array("..xl/workbook.xml".utf8), "xlsx"),
        ([0x50, 0x4B, 0x03, 0x04] + Array("..mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), "ods"),
        ([0x50, 0x4B, 0x03, 0x04] + Array("..guns.csv".utf8), "zip"), ([0x1F, 0x8B, 0x08, 0x00], "gzip"),
        (Array("%PDF-1.7\n".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "PNG"),
        ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), (Array("GIF89a".utf8), "GIF"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "xls"), (Array("  <HTML><table>".utf8), "HTML"),
        ([0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00], "UTF-32"), ([UInt8](1...200), "not text"),
    ]

    @Test("another kind of file with the name of a table is refused and named", arguments: disguises)
    func disguised(beginning: [UInt8], kind: String) {
        let error = failure(beginning)
        #expect(error?.code == .binary)
        #expect(error?.detail.contains(kind) == true)
    }

    @Test(
        "a huge single line is refused after the first megabytes",
        arguments: [
            ("x", 100), ("x,", 8), ("\"x", 8), ("é", 8),
        ]
    )
    func endlessLine(piece: String, megabytes: Int) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        let handle = try #require(FileHandle(forWritingAtPath: path))
        let block = Data(String(repeating: piece, count: (1 << 20) / piece.utf8.count).utf8)
        for _ in 0..<megabytes { try handle.write(contentsOf: block) }
        try handle.close()
        let time = ContinuousClock().measure {
            let error = #expect(throws: DelimitedTextError.self) {
                var reader = try DelimitedReader(contentsOf: path)
                _ = try reader.next()
            }
            #expect(error?.code == (piece == "x," ? .tooManyColumns : .fieldTooLong))
            #expect(error?.line == 1)
            #expect(error?.file == path)
        }
        #expect(time < .seconds(2))
    }

    @Test("a row of many fields within their limit is refused by its own limit")
    func longRow() {
        let row = Array(String(repeating: String(repeating: "x", count: 60_000) + ",", count: 30).utf8)
        #expect(failure(Array("a,b\n".utf8) + row)?.code == .rowTooLong)
        #expect(failure(Array("a,b\n".utf8) + row)?.line == 2)
    }

    @Test("the limits themselves are allowed, one more is not")
    func exactLimits() {
        let limits = DelimitedLimits(rowBytes: 9, fieldBytes: 4, columns: 3)
        #expect(failure(Array("1234,6789\n".utf8), limits: limits) == nil)
        #expect(failure(Array("12345\n".utf8), limits: limits)?.code == .fieldTooLong)
        #expect(failure(Array("1234,6789,\n".utf8), limits: limits)?.code == .rowTooLong)
        #expect(failure(Array("1,2,3\n".utf8), limits: limits) == nil)
        #expect(failure(Array("1,2,3,\n".utf8), limits: limits)?.code == .tooManyColumns)
    }

    @Test("a zero byte is refused with its line, in and outside quotes")
    func zeroBytes() {
        let plain = failure(Array("a,b\n1,2\n3,".utf8) + [0] + Array("4\n".utf8))
        #expect(plain?.code == .nulByte && plain?.line == 3 && plain?.field == 2 && plain?.byte == 10)
        let quoted = failure(Array("a,b\n1,\"x\ny".utf8) + [0] + Array("\"\n".utf8))
        #expect(quoted?.code == .nulByte && quoted?.line == 3)
        #expect(failure([0xFF, 0xFE] + utf16("a,b\n\u{0},1\n"))?.code == .nulByte)
    }

    @Test("a quote that never closes is reported at the line where it began")
    func unterminatedQuote() {
        let error = failure(Array("a,b\n1,2\n3,\"x\n4,5\n6,7\n".utf8))
        #expect(error?.code == .unterminatedQuote && error?.line == 3 && error?.field == 2 && error?.byte == 10)
        let long = failure(Array("a,b\n3,\"".utf8) + Array(String(repeating: "4,5\n", count: 50_000).utf8))
        #expect(long?.code == .fieldTooLong && long?.line == 2)
        #expect(long?.detail.contains("quote") == true)
    }

    @Test("bytes that are not UTF-8 after text that is are refused with line, field and byte")
    func lateInvalidUTF8() {
        let beginning = "ñ,b\n" + String(repeating: "A1,CZ\n", count: 60_000) + "x,\"\n"
        let error = failure(Array(beginning.utf8) + [0xFC] + Array("\"\n".utf8))
        #expect(error?.code == .undecodable && error?.line == 60_003 && error?.field == 2)
        #expect(error?.byte == UInt64(beginning.utf8.count))
    }

    @Test("one good character that is not ASCII settles an assumed encoding, also within a row")
    func settledEncoding() {
        let ascii = Array(String(repeating: "A1,CZ\n", count: 60_000).utf8)
        #expect(failure(ascii + Array("ñ,".utf8) + [0xFC, 0x0A])?.code == .undecodable)
        #expect(failure(ascii + Array("ñ\n".utf8) + [0xFC, 0x0A])?.line == 60_002)
    }

    @Test("broken UTF-16 is refused with the line and byte after the last good character")
    func brokenUTF16() {
        let good = [0xFF, 0xFE] + utf16("a,b\n1,é")
        let unpaired = failure(good + [0x00, 0xDC] + utf16("x\n"))
        #expect(unpaired?.code == .undecodable && unpaired?.line == 2 && unpaired?.byte == UInt64(good.count))
        #expect(failure(good + [0x41])?.code == .undecodable)
        #expect(failure(good + [0x00, 0xD8])?.code == .undecodable)
    }

    @Test("a file without a row is refused", arguments: ["", "\u{FEFF}", "\n\r\n  \n"])
    func emptyFile(text: String) {
        #expect(failure(Array(text.utf8))?.code == .empty)
    }

    @Test("a folder and a missing file are refused with the reason", arguments: ["/tmp", "/tmp/no/such/file.csv"])
    func unreadable(path: String) {
        let error = #expect(throws: DelimitedTextError.self) { try DelimitedReader(contentsOf: path) }
        #expect(error?.code == .unreadable && error?.file == path)
    }

    @Test("a device is read without knowing its size")
    func device() throws {
        let error = #expect(throws: DelimitedTextError.self) { try DelimitedReader(contentsOf: "/dev/null") }
        #expect(error?.code == .empty)
    }

    @Test("an error says file, line, field and byte, and a failed reader keeps failing alike")
    func message() throws {
        var reader = try DelimitedReader(bytes: Array("a,b\n1,\"x".utf8), name: "guns.csv")
        _ = try reader.next()
        let first = #expect(throws: DelimitedTextError.self) { try reader.next() }
        let second = #expect(throws: DelimitedTextError.self) { try reader.next() }
        #expect(first == second)
        #expect("\(try #require(first))".hasPrefix("guns.csv, line 2, field 2, byte 6: "))
    }
}
