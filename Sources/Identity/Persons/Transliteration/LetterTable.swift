import Foundation

/// Alphabets that are read letter by letter: Greek, Armenian, Georgian, Khmer.
enum LetterTable {
    /// Greek with the usual pairs: mp, nt, gk begin a word as b, d, g; ou is one vowel; au and eu end in a consonant.
    static func greek(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var text = String(decoding: latin(scalars), as: UTF8.self)
        for (from, to) in [("mp", "b"), ("nt", "d"), ("gk", "g")] where text.hasPrefix(from) {
            text = to + text.dropFirst(2)
        }
        for (from, to) in greekPairs { text = text.replacing(from, with: to) }
        return Array(text.utf8)
    }

    /// Armenian; `ու` is one vowel.
    static func armenian(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var result: [UInt8] = []
        for (place, scalar) in scalars.enumerated() {
            if scalar == "\u{582}", place > 0, "\u{578}\u{548}".unicodeScalars.contains(scalars[place - 1]) {
                result[result.count - 1] = UInt8(ascii: "u")
            } else {
                result += latin([scalar])
            }
        }
        return result
    }

    /// The letters one after another.
    static func latin(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        scalars.flatMap { scalar in
            table[scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar] ?? []
        }
    }

    /// Khmer: a consonant that no vowel follows is read with `o` unless it ends the word; a small one below (coeng)
    /// joins its neighbour.
    static func khmer(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var result: [UInt8] = []
        let letters = scalars.filter { table[$0] != nil || $0.value == 0x17D2 }
        for (place, scalar) in letters.enumerated() {
            guard let latin = table[scalar] else { continue }
            result += latin
            let isConsonant = NameScript(scalar) == .khmer && scalar != "អ"
            let next = place + 1 < letters.count ? letters[place + 1] : nil
            if isConsonant, let next, NameScript(next) == .khmer { result.append(UInt8(ascii: "o")) }
        }
        return result
    }

    private static let greekPairs = [
        ("oy", "ou"), ("ay", "av"), ("ey", "ev"), ("gg", "ng"), ("gch", "nch"), ("tz", "tz"),
    ]

    private static let table: [Unicode.Scalar: [UInt8]] = {
        var table: [Unicode.Scalar: [UInt8]] = [:]
        for row in NameResource("letters", columns: 2).rows {
            for scalar in row[0].unicodeScalars { table[scalar] = Array(row[1].utf8) }
        }
        return table
    }()
}

/// Scripts without a table of ours (Devanagari, Bengali, Thai, Burmese, Ethiopic and others) are read by the Unicode
/// transforms that come inside Foundation. They are part of the toolchain, not of the system, so that one build gives
/// the same answer on every machine.
enum UnicodeTransform {
    static func latin(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        let text = String(String.UnicodeScalarView(scalars))
        let latin = text.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? ""
        return latin.lowercased().utf8.filter { (97...122).contains($0) || (48...57).contains($0) }
    }
}
