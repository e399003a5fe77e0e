extension CalibreText {
    /// The text in capital ASCII letters; what has no likeness there becomes a space.
    static func ascii(_ raw: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        for scalar in raw.unicodeScalars {
            if scalar.isASCII {
                bytes.append(capital(UInt8(truncatingIfNeeded: scalar.value)))
                continue
            }
            switch scalar {
            case "×": bytes.append(UInt8(ascii: "X"))
            case "½": bytes += Array(" 1/2".utf8)
            case "¾": bytes += Array(" 3/4".utf8)
            default:
                if scalar.properties.generalCategory == .nonspacingMark { continue }
                switch LatinFolding.fold(scalar) {
                case .ascii(let byte): bytes.append(capital(byte))
                case .pair(let first, let second): bytes += [first, second]
                case .nothing, .unknownLetter: bytes.append(UInt8(ascii: " "))
                }
            }
        }
        return bytes
    }

    /// Puts right what machines and hurried readers confuse beside digits: `3O8`, `l2`, `9rnm`, `9*19`.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        var out = bytes
        for place in out.indices {
            let before = place > 0 ? out[place - 1] : 32
            let after = place + 1 < out.count ? out[place + 1] : 32
            switch out[place] {
            case UInt8(ascii: "O") where before.isDigit && !after.isLetter: out[place] = UInt8(ascii: "0")
            case UInt8(ascii: "O") where !before.isLetter && (after.isPoint || after.isDigit):
                out[place] = UInt8(ascii: "0")
            case UInt8(ascii: "I") where after.isDigit && !before.isLetter,
                UInt8(ascii: "L") where after.isDigit && !before.isLetter && !before.isDigit:
                out[place] = UInt8(ascii: "1")
            case UInt8(ascii: "I") where after.isDigit && before == UInt8(ascii: "X"),
                UInt8(ascii: "L") where after.isDigit && before == UInt8(ascii: "X"):
                out[place] = UInt8(ascii: "1")
            case UInt8(ascii: "S") where before.isDigit && after.isDigit: out[place] = UInt8(ascii: "5")
            case UInt8(ascii: "B") where before.isDigit && after.isDigit: out[place] = UInt8(ascii: "8")
            case UInt8(ascii: "Z") where before.isDigit && after.isDigit: out[place] = UInt8(ascii: "2")
            case UInt8(ascii: "*") where before.isDigit || before == 32: out[place] = UInt8(ascii: "X")
            case UInt8(ascii: "N") where before == UInt8(ascii: "R") && place > 1:
                // "rn" is an m: 9rnm, 9 rnm.
                let earlier = out[place - 2]
                if earlier.isDigit || earlier == 32, after == UInt8(ascii: "M") {
                    out[place - 1] = 32
                    out[place] = UInt8(ascii: "M")
                }
            default: continue
            }
        }
        return out
    }

    private static func capital(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte & 0xDF : byte
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    /// A capital letter A-Z.
    var isLetter: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
    var isPoint: Bool { self == UInt8(ascii: ".") || self == UInt8(ascii: ",") }
    /// A sign between two things of which either may hold.
    var isOrSign: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: ";") || self == UInt8(ascii: "|") }
}
