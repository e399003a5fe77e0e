/// Keeps a spreadsheet from taking a field for a formula.
///
/// A field that begins with one of `= + - @`, their full-width forms, a tabulator or a line end may be run as a formula
/// when the file is opened in a spreadsheet (OWASP, "CSV Injection"); an apostrophe in front makes it text. Numbers
/// such as -12.5 stay as they are.
enum FormulaGuard {
    /// The field as it is safe to write.
    static func guarded(_ field: String) -> String {
        guard let first = field.unicodeScalars.first, isTrigger(first), !isNumber(field.utf8) else { return field }
        return "'" + field
    }

    private static func isTrigger(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    /// Whether a field is a sign, then digits in groups divided by single points or commas.
    private static func isNumber(_ field: String.UTF8View) -> Bool {
        var digits = field.dropFirst()
        guard digits.first?.isDigit == true, digits.last?.isDigit == true, field.first != 0x3D else { return false }
        guard field.first == 0x2B || field.first == 0x2D else { return false }
        while let byte = digits.popFirst() {
            if byte.isDigit { continue }
            guard byte == 0x2C || byte == 0x2E, digits.first?.isDigit == true else { return false }
        }
        return true
    }
}
