/// The characters of a number on a vehicle or a document: capital letters A to Z and digits.
enum VehicleText {
    /// Longer texts are no numbers.
    static let mostCharacters = 64

    /// Capital letters and digits only; full-width forms and Cyrillic capitals that look like Latin ones become those.
    static func normalised(_ raw: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in raw.unicodeScalars.prefix(4 * mostCharacters) {
            let folded = fold(scalar)
            switch folded {
            case "0"..."9", "A"..."Z": bytes.append(UInt8(truncatingIfNeeded: folded.value))
            case "a"..."z": bytes.append(UInt8(truncatingIfNeeded: folded.value) - 32)
            default: break
            }
            if bytes.count == mostCharacters { break }
        }
        return bytes
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar }
        return cyrillic[scalar] ?? scalar
    }

    /// The letters that Cyrillic and Latin plates share (Vienna Convention on Road Traffic, 1968, annex 2).
    private static let cyrillic: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = zip("АВЕКМНОРСТУХавекмнорстухІі".unicodeScalars, "ABEKMHOPCTYXABEKMHOPCTYXII".unicodeScalars)
        return Dictionary(uniqueKeysWithValues: Array(pairs))
    }()

    /// What else a character may have been read from; itself left out.
    static func confusable(_ byte: UInt8) -> [UInt8] {
        groups.filter { $0.contains(byte) }.flatMap { $0.filter { $0 != byte } }
    }

    /// The sign of the class of characters that are taken for each other.
    static func folded(_ byte: UInt8) -> UInt8 { classes.first { $0.contains(byte) }?.first ?? byte }

    /// The letter or digit that a character was where the other kind must stand; nil where there is none.
    static func counterpart(_ byte: UInt8) -> UInt8? { counterparts[byte] }

    private static let groups = ["0OQD", "1IL", "7T", "8B", "5S", "2Z", "6G", "4A", "UV", "MN", "CG", "EF", "PR", "17"]
        .map { Array($0.utf8) }
    private static let classes = ["0OQD", "1ILT7", "8B", "5S", "2Z", "6G", "4A", "UV", "MN"].map { Array($0.utf8) }
    private static let counterparts: [UInt8: UInt8] = {
        let letters = zip("OQDILTZSGBA".utf8, "00011725684".utf8)
        let digits = zip("0125678".utf8, "OIZSGTB".utf8)
        return Dictionary(Array(letters) + Array(digits) + [(UInt8(ascii: "4"), UInt8(ascii: "A"))]) { first, _ in first
        }
    }()
}
