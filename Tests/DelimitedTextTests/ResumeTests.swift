import DelimitedText
import Foundation
import Testing
import TestSupport

@Suite("Going on after an interruption")
struct ResumeTests {
    @Test("a reader opened at any row's offset returns the same rest", arguments: DelimitedFormat.Encoding.allCases)
    func everyOffset(encoding: DelimitedFormat.Encoding) throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet = encoding == .windows1252 ? westernAlphabet : worldAlphabet
        let table = difficultTable(rows: 60, alphabet: alphabet, using: &generator)
        let format = DelimitedFormat(
            encoding: encoding,
            delimiter: .semicolon,
            hasByteOrderMark: encoding == .utf16LittleEndian
        )
        let bytes = try DelimitedWriter.bytes(table, format: format, guardsFormulas: false)
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }

        var reader = try DelimitedReader(contentsOf: url.path, format: format)
        while true {
            var rest = reader
            var resumed = try DelimitedReader(
                contentsOf: url.path,
                format: reader.format,
                startingAt: reader.offset,
                startingLine: reader.line,
                startingNumber: reader.number
            )
            #expect(try resumed.rows() == rest.rows())
            #expect(resumed.offset == UInt64(bytes.count))
            guard try reader.next() != nil else { break }
        }
    }

    @Test("an assumed encoding is still assumed after the interruption")
    func assumedEncoding() throws {
        let bytes = Array("a,b\n1,M".utf8) + [0xFC, 0x0A]
        let assumed = DelimitedFormat(encodingIsAssumed: true)
        var resumed = try DelimitedReader(
            bytes: bytes,
            name: "guns.csv",
            format: assumed,
            startingAt: 4,
            startingLine: 2,
            startingNumber: 2
        )
        #expect(try resumed.rows() == [DelimitedRow(line: 2, number: 2, fields: ["1", "Mü"])])
    }

    @Test("the format is found again from the beginning when only the offset is known")
    func detectedAgain() throws {
        var resumed = try DelimitedReader(
            bytes: Array("\u{FEFF}a;b\nñ;1,5\n".utf8),
            name: "guns.csv",
            startingAt: 7,
            startingLine: 2
        )
        #expect(try resumed.next()?.fields == ["ñ", "1,5"])
        #expect(try resumed.next() == nil)
    }

    @Test("at the end there is nothing left, and beyond it the file must have changed")
    func atTheEnd() throws {
        let bytes = Array("a,b\n1,2\n".utf8)
        var resumed = try DelimitedReader(
            bytes: bytes,
            name: "guns.csv",
            format: DelimitedFormat(),
            startingAt: 8,
            startingLine: 3
        )
        #expect(try resumed.next() == nil)
        let error = #expect(throws: DelimitedTextError.self) {
            try DelimitedReader(bytes: bytes, name: "guns.csv", format: DelimitedFormat(), startingAt: 9)
        }
        #expect(error?.code == .unreadable)
    }
}
