/// Brings a character to the capital letter or digit A-Z, 0-9 that it shows, for comparing what people typed.
///
/// Covered: accented Latin letters, full-width forms, digits of other scripts, and Cyrillic and Greek capitals that
/// look like a Latin letter (a number stamped `МХ 1234` in Moscow is typed `MX 1234` in Montevideo).
enum LatinFolding {
    /// What a character outside ASCII becomes.
    enum Outcome {
        /// This ASCII character.
        case ascii(UInt8)
        /// These two ASCII characters, as for Æ.
        case pair(UInt8, UInt8)
        /// Nothing: an accent, a space, a sign.
        case nothing
        /// A letter with no Latin likeness: something stands there, but we cannot say what.
        case unknownLetter
    }

    /// Folds a character outside ASCII. Full-width ASCII comes back as the ASCII character, unfolded.
    static func fold(_ scalar: Unicode.Scalar) -> Outcome {
        if let letter = table[scalar.value] { return .ascii(letter) }
        switch scalar.value {
        case 0xFF01...0xFF5E: return .ascii(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
        case 0x0660...0x0669: return .ascii(UInt8(truncatingIfNeeded: scalar.value - 0x0660) + 48)
        case 0x06F0...0x06F9: return .ascii(UInt8(truncatingIfNeeded: scalar.value - 0x06F0) + 48)
        case 0x0966...0x096F: return .ascii(UInt8(truncatingIfNeeded: scalar.value - 0x0966) + 48)
        case 0x00C6, 0x00E6: return .pair(65, 69)
        case 0x0152, 0x0153: return .pair(79, 69)
        case 0x00DF, 0x1E9E: return .pair(83, 83)
        case 0x00AA, 0x00BA: return .nothing
        default: return scalar.properties.isAlphabetic && !isMark(scalar) ? .unknownLetter : .nothing
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .modifierLetter: true
        default: false
        }
    }

    private static let table: [UInt32: UInt8] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("A", "ÀÁÂÃÄÅĀĂĄǍàáâãäåāăąǎАаΑ"), ("B", "ВвΒ"), ("C", "ÇĆĈĊČçćĉċčСс"), ("D", "ÐĎĐðďđ"),
            ("E", "ÈÉÊËĒĔĖĘĚèéêëēĕėęěЕеЁёΕ"), ("G", "ĜĞĠĢĝğġģ"), ("H", "ĤĦĥħНнΗ"),
            ("I", "ÌÍÎÏĨĪĬĮİìíîïĩīĭįıІіΙ"), ("J", "ĴĵЈј"), ("K", "ĶķКкΚ"), ("L", "ĹĻĽĿŁĺļľŀł"), ("M", "МмΜ"),
            ("N", "ÑŃŅŇñńņňΝ"), ("O", "ÒÓÔÕÖØŌŎŐòóôõöøōŏőОоΟ"), ("P", "РрΡ"), ("R", "ŔŖŘŕŗř"),
            ("S", "ŚŜŞŠȘśŝşšșЅѕ"), ("T", "ŢŤŦȚţťŧțТтΤ"), ("U", "ÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűų"), ("W", "Ŵŵ"),
            ("X", "ХхΧ"), ("Y", "ÝŶŸýÿŷУуΥ"), ("Z", "ŹŻŽźżžΖ"),
        ]
        var table: [UInt32: UInt8] = [:]
        for (letter, likenesses) in groups {
            for scalar in likenesses.unicodeScalars { table[scalar.value] = UInt8(ascii: letter) }
        }
        return table
    }()
}
