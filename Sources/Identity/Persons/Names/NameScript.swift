/// The writing system of a letter, as far as reading it aloud needs it.
enum NameScript: UInt8, Sendable {
    case latin, cyrillic, greek, armenian, georgian, arabic, hebrew, han, hangul, kana, khmer
    /// A script that the Unicode transforms of Foundation read.
    case other
    case digit
    /// A mark on the letter before.
    case mark
    /// Neither letter, digit nor mark.
    case none

    /// The script of a scalar that is in composed form.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39: self = .digit
        case 0x41...0x5A, 0x61...0x7A: self = .latin
        case 0x00...0x7F: self = .none
        case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF: self = .latin
        case 0x300...0x36F: self = .mark
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = scalar.properties.isAlphabetic ? .greek : .none
        case 0x400...0x52F: self = (0x483...0x489).contains(scalar.value) ? .mark : .cyrillic
        case 0x531...0x587: self = scalar.properties.isAlphabetic ? .armenian : .none
        case 0x5D0...0x5EA: self = .hebrew
        case 0x621...0x64A, 0x66E...0x6D3, 0x750...0x77F: self = .arabic
        case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
        case 0x1780...0x17D3: self = (0x17B6...0x17D3).contains(scalar.value) ? .mark : .khmer
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC: self = .kana
        case 0x3400...0x9FFF, 0x3005, 0xF900...0xFAFF: self = .han
        case 0xAC00...0xD7A3: self = .hangul
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
            case .decimalNumber: self = .digit
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: self = .other
            default: self = .none
            }
        }
    }
}
