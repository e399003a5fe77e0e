/// The keys by which texts are looked up in the reference table.
enum TextKey {
    /// Texts longer than this, in UTF-8 bytes, are never looked up: no name is as long, and work stays bounded.
    static let longest = 120

    /// Only capital letters A-Z and digits: `S&W` and `s. & w.` become `SW`.
    static func letters(_ raw: String) -> String {
        String(decoding: folded(raw, separator: nil, calibre: false), as: UTF8.self)
    }

    /// Like `letters`, with one space where words were apart. A point, an apostrophe and `&` join: `S.A.` is `SA`.
    static func words(_ raw: String) -> String {
        String(decoding: folded(raw, separator: UInt8(ascii: " "), calibre: false), as: UTF8.self)
    }

    /// The key of a calibre: `7,62×39 mm` becomes `7.62X39MM`, `.38 Spl` becomes `38SPL`.
    ///
    /// A decimal sign stays where digits stand on both sides, since 4.5 mm is not .45; a sole 0 before it is dropped.
    static func calibre(_ raw: String) -> String {
        var bytes = folded(raw, separator: nil, calibre: true)
        if bytes.count > 2, bytes[0] == UInt8(ascii: "0"), bytes[1] == point { bytes.removeFirst(2) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let point = UInt8(ascii: ".")

    private static func folded(_ raw: String, separator: UInt8?, calibre: Bool) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(raw.utf8.count)
        var pendingSpace = false
        var pendingPoint = false
        var endsInDigit = false

        func put(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if pendingPoint && endsInDigit { out.append(point) }
                if pendingSpace, let separator, !out.isEmpty { out.append(separator) }
                out.append(byte)
                endsInDigit = true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                if pendingSpace, let separator, !out.isEmpty { out.append(separator) }
                out.append(byte & 0xDF)
                endsInDigit = false
            case point, UInt8(ascii: ","):
                if calibre {
                    pendingPoint = endsInDigit
                    return
                }
                if byte == UInt8(ascii: ",") { pendingSpace = true }
                return
            case UInt8(ascii: "*") where calibre:
                out.append(UInt8(ascii: "X"))
                endsInDigit = false
            case UInt8(ascii: "&"), UInt8(ascii: "'"):
                return
            default:
                pendingSpace = true
                pendingPoint = false
                if calibre { endsInDigit = false }
                return
            }
            pendingSpace = false
            pendingPoint = false
        }

        for byte in raw.utf8 {
            if byte >= 0x80 { return foldedBeyondASCII(raw, separator: separator, calibre: calibre) }
            put(byte)
        }
        return out
    }

    /// Rewrites the text in ASCII once and starts again; `×` is the X of a calibre, everything unknown a separator.
    private static func foldedBeyondASCII(_ raw: String, separator: UInt8?, calibre: Bool) -> [UInt8] {
        var ascii: [UInt8] = []
        for scalar in raw.unicodeScalars {
            if scalar.isASCII {
                ascii.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if scalar == "×" {
                ascii.append(UInt8(ascii: "X"))
            } else if scalar.properties.generalCategory == .nonspacingMark {
                continue
            } else {
                switch LatinFolding.fold(scalar) {
                case .ascii(let byte): ascii.append(byte)
                case .pair(let first, let second): ascii += [first, second]
                case .nothing, .unknownLetter: ascii.append(UInt8(ascii: " "))
                }
            }
        }
        return folded(String(decoding: ascii, as: UTF8.self), separator: separator, calibre: calibre)
    }
}
