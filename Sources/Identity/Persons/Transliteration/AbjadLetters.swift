/// Arabic and Hebrew letters: scripts that do not write short vowels.
enum AbjadLetters {
    /// The usual romanisation of the letters that stand there, vowels missing; marks are left out.
    static func latin(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var result: [UInt8] = []
        for (place, scalar) in scalars.enumerated() {
            guard let letter = table[scalar] else { continue }
            // ayin and a bare vowel sign at the beginning carry a vowel.
            if place == 0, letter.latin == [UInt8(ascii: "y")] || letter.latin == [UInt8(ascii: "w")] {
                result += letter.latin
            } else if letter.latin == [UInt8(ascii: "w")] {
                result.append(UInt8(ascii: "u"))
            } else if letter.latin == [UInt8(ascii: "y")] {
                result.append(UInt8(ascii: "i"))
            } else {
                result += letter.latin
            }
        }
        return result
    }

    /// The consonant classes that remain whatever vowels a country writes; see ``ConsonantFrame``.
    static func frame(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var result: [UInt8] = []
        for (place, scalar) in scalars.enumerated() {
            guard let letter = table[scalar] else { continue }
            if place == 0, letter.frame.isEmpty {
                let isConsonant = scalar == "و" || scalar == "ו"
                result.append(isConsonant ? UInt8(ascii: "b") : UInt8(ascii: "a"))
            } else if place + 1 == scalars.count, letter.frame == [UInt8(ascii: "h")], place > 0 {
                continue
            } else if result.last != letter.frame.first {
                result += letter.frame
            }
        }
        return result
    }

    /// How machine readable travel documents write an Arabic letter; nil for another.
    static func machineReadable(_ scalar: Unicode.Scalar) -> String? { table[scalar]?.machineReadable }

    private struct Letter {
        var latin: [UInt8]
        var frame: [UInt8]
        var machineReadable: String?
    }

    private static let table: [Unicode.Scalar: Letter] = {
        var table: [Unicode.Scalar: Letter] = [:]
        for row in NameResource("abjads", columns: 4).rows {
            guard let letter = row[0].unicodeScalars.first else { continue }
            table[letter] = Letter(
                latin: Array(row[1].utf8), frame: Array(row[2].utf8),
                machineReadable: row[3].isEmpty ? nil : String(row[3])
            )
        }
        return table
    }()
}
