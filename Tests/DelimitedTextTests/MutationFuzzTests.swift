import DelimitedText
import Testing
import TestSupport

@Suite("Damaged files")
struct MutationFuzzTests {
    @Test("whatever is done to a file, reading it ends with rows or a typed error, and its offset never runs away")
    func mutations() throws {
        var generator = SeededGenerator(seed: 2023)
        let limits = DelimitedLimits(rowBytes: 400, fieldBytes: 100, columns: 12)
        let special: [UInt8] = [
            0, 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x7C, 0x80, 0xC3, 0xD8, 0xDC, 0xEF, 0xF0, 0xFE, 0xFF,
        ]
        let clock = ContinuousClock()
        let end = clock.now + .seconds(2)
        var files = 0
        var failures = 0
        while clock.now < end {
            let encoding = try #require(DelimitedFormat.Encoding.allCases.randomElement(using: &generator))
            let alphabet = encoding == .windows1252 ? westernAlphabet : worldAlphabet
            let table = difficultTable(rows: 12, alphabet: alphabet, using: &generator)
            let format = DelimitedFormat(encoding: encoding, hasByteOrderMark: files % 2 == 0)
            var bytes = try DelimitedWriter.bytes(table, format: format)
            for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: bytes.insert(special.randomElement(using: &generator) ?? 0, at: place)
                case 2: bytes.remove(at: place)
                case 3: bytes.removeSubrange(place...)
                default: bytes.insert(contentsOf: bytes[place...].prefix(90), at: place)
                }
            }
            do throws(DelimitedTextError) {
                let given = files % 3 == 0 ? format : nil
                var reader = try DelimitedReader(bytes: bytes, name: "guns.csv", format: given, limits: limits)
                var offset = reader.offset
                var line = 0
                while let row = try reader.next() {
                    #expect(reader.offset > offset && reader.offset <= UInt64(bytes.count))
                    #expect(row.line > line && !row.fields.isEmpty && row.fields.count <= limits.columns)
                    (offset, line) = (reader.offset, row.line)
                }
                #expect(reader.offset == UInt64(bytes.count))
            } catch {
                failures += 1
                #expect(error.byte.map { $0 <= UInt64(bytes.count) } ?? true)
            }
            files += 1
        }
        #expect(files > 100 && failures > 0 && failures < files)
    }
}
