/// One word of a text with the signs that people put for places they cannot read.
///
/// `?`, `*`, `_` and `#` stay; a run of two or more dashes, points or lower-case `x`, or of three capitals, stands for as
/// many places and is written `?` here: in the compared form dashes and points mean nothing and x is a letter.
struct SerialSigns {
    /// As written.
    let written: String
    /// The label before the number, if any, and the number.
    let pieces: [String]
    /// A lone dash.
    let isDash: Bool
    /// The point after a number that ends a sentence.
    let endsSentence: Bool

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        written = String(String.UnicodeScalarView(scalars))
        isDash = scalars.count == 1 && scalars.first == "-"
        var rest = scalars
        var label: String?
        if let end = Self.labelEnd(scalars) {
            label = String(String.UnicodeScalarView(scalars[..<end]))
            rest = scalars[end...]
        }
        var isEnd = false
        if rest.count >= 5, rest.last == ".", rest.dropLast().last != ".",
            rest.contains(where: SerialScanner.isDigit)
        {
            rest = rest.dropLast()
            isEnd = true
        }
        endsSentence = isEnd
        let number = Self.withPlaces(rest)
        pieces = [label, number.isEmpty ? nil : number].compactMap { $0 }
    }

    /// Writes runs of signs for unreadable places as `?`.
    private static func withPlaces(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        let hasDigit = scalars.contains(where: SerialScanner.isDigit)
        let isAllCross = scalars.count >= 4 && scalars.allSatisfy { $0 == "X" || $0 == "x" }
        if isAllCross { return String(repeating: "?", count: scalars.count) }
        var out = String.UnicodeScalarView()
        var place = scalars.startIndex
        while place < scalars.endIndex {
            let scalar = scalars[place]
            var end = place
            while end < scalars.endIndex, scalars[end] == scalar { end += 1 }
            let isRun = end - place >= (scalar == "X" ? 3 : 2)
            let isSign = scalar == "-" || scalar == "." || ((scalar == "x" || scalar == "X") && hasDigit)
            for _ in place..<end { out.append(isRun && isSign ? "?" : scalar) }
            place = end
        }
        return String(out)
    }

    /// Where the number begins after a label written without a space: `Nº123`, `No.123`, `S/N123`, `#123`.
    private static func labelEnd(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        if let end = wordLabelEnd(scalars) { return end }
        let head = scalars.prefix(8).map { scalar -> Unicode.Scalar in
            SerialScanner.isLetter(scalar) && scalar.value >= 97 ? Unicode.Scalar(UInt8(scalar.value - 32)) : scalar
        }
        func begins(_ text: String) -> Bool { head.starts(with: text.unicodeScalars) }
        if begins("#") {
            let rest = scalars.dropFirst()
            // One sign before a number announces it; two are two places.
            return rest.isEmpty || rest.contains("#") ? nil : scalars.startIndex + 1
        }
        for text in [
            "N.º", "N.°", "NRO.", "NUM.", "NÚM.", "SER.", "S/N.", "S/Nº", "S/N", "Nº.", "Nº", "N°.", "N°", "NO.", "NR.",
            "N.", "SN.",
        ]
        where begins(text) {
            let end = scalars.startIndex + text.unicodeScalars.count
            guard end < scalars.endIndex else { return text.hasSuffix("N") ? nil : end }
            // "N.A." and "S/NUM" are words; what is announced begins with a digit or is a whole group.
            let rest = scalars[end...]
            guard rest.contains(where: { SerialScanner.isDigit($0) || $0 == "?" || $0 == "*" }) else { return nil }
            return end
        }
        return nil
    }

    /// `Serial#123`, `SERIE123`: a whole word that announces, long enough not to be a maker's letters.
    private static func wordLabelEnd(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        let word = scalars.prefix(16).prefix { SerialScanner.isLetter($0) || $0.value >= 0xC0 }
        guard word.count >= 5, word.endIndex < scalars.endIndex,
            SerialWords.standard.meaning(of: TextKey.letters(String(String.UnicodeScalarView(word)))) == .label
        else { return nil }
        let sign = scalars[word.endIndex]
        let end =
            sign == "#" || sign == "." || sign == "º" || sign == "°" || sign == "-" ? word.endIndex + 1 : word.endIndex
        return end < scalars.endIndex && scalars[end...].contains(where: SerialScanner.isDigit) ? end : nil
    }

    private static let signs = Set("?*_.-#".unicodeScalars)

    /// How many places a bracket stands for, nil when it holds something else.
    static func bracketedPlaces(_ inner: String) -> Int? {
        let scalars = inner.unicodeScalars.filter { $0 != " " }
        guard !scalars.isEmpty else { return nil }
        if scalars.allSatisfy(signs.contains) { return min(scalars.count, 12) }
        if isAlternative(inner) { return 1 }
        let words = inner.split(separator: " ").map { TextKey.letters(String($0)) }
        var count = 1
        var isUnreadable = false
        for (index, word) in words.enumerated() {
            if index == 0, let number = Int(word), (1...12).contains(number) {
                count = number
                continue
            }
            switch SerialWords.standard.meaning(of: word) {
            case .count(let number)? where index == 0: count = number
            case .state(.removed)?, .missing?: isUnreadable = true
            case .unit?: continue
            default: return nil
            }
        }
        return isUnreadable ? count : nil
    }

    /// `B/8`, `3 ou 8`: one place, one of two signs.
    static func isAlternative(_ inner: String) -> Bool {
        let parts = inner.split(whereSeparator: { $0 == " " || $0 == "/" || $0 == "|" }).map {
            TextKey.letters(String($0))
        }
        guard let first = parts.first, let last = parts.last, first.utf8.count == 1, last.utf8.count == 1 else {
            return false
        }
        // "(N/C)" is a word.
        if SerialWords.standard.meaning(of: first + last) != nil { return false }
        if parts.count == 2 { return inner.contains("/") || inner.contains("|") }
        return parts.count == 3 && SerialWords.standard.meaning(of: parts[1]) == .or
    }
}
