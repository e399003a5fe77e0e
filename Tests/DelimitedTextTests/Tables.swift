import DelimitedText
import TestSupport

/// A table whose fields are made to be difficult: delimiters, quotes, line ends, accents, nothing at all.
func difficultTable(rows: Int, alphabet: [Character], using generator: inout SeededGenerator) -> [[String]] {
    (0..<rows).map { _ in
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            let length = Int.random(in: 0...9, using: &generator)
            return String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
        }
    }
}

/// Characters that Windows-1252 has.
let westernAlphabet: [Character] = Array("aZ09 ,;|\t\"'=-ñãçÿ€“”\n") + ["\r", "\r\n", "\u{A0}"]
/// Characters of every plane.
let worldAlphabet: [Character] = westernAlphabet + Array("Ђش漢\u{FEFF}🔫e\u{301}\u{FFFF}")

extension DelimitedReader {
    /// All remaining rows.
    mutating func rows() throws(DelimitedTextError) -> [DelimitedRow] {
        var rows: [DelimitedRow] = []
        while let row = try next() { rows.append(row) }
        return rows
    }
}

/// The fields of a text in memory.
func fields(_ text: String, format: DelimitedFormat? = DelimitedFormat()) throws -> [[String]] {
    try fields(Array(text.utf8), format: format)
}

/// The fields of bytes in memory.
func fields(_ bytes: [UInt8], format: DelimitedFormat? = nil) throws -> [[String]] {
    var reader = try DelimitedReader(bytes: bytes, name: "guns.csv", format: format)
    return try reader.rows().map(\.fields)
}

/// The error that reading bytes ends with, nil when there is none.
func failure(
    _ bytes: [UInt8],
    format: DelimitedFormat? = nil,
    limits: DelimitedLimits = DelimitedLimits()
) -> DelimitedTextError? {
    do throws(DelimitedTextError) {
        var reader = try DelimitedReader(bytes: bytes, name: "guns.csv", format: format, limits: limits)
        _ = try reader.rows()
        return nil
    } catch {
        return error
    }
}

/// The bytes of a text in UTF-16.
func utf16(_ text: String, littleEndian: Bool = true) -> [UInt8] {
    text.utf16.flatMap { littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
}
