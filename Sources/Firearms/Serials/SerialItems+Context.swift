/// What the neighbours of a word tell about it.
extension SerialItems {
    /// `12/03/2031`, and a year after "in": when the gun was found, not its number.
    func dateLength(_ place: Int) -> Int? {
        if isDigits(place, 4...4), let year = Int(keys[place]), (1900...2099).contains(year), place > 0,
            Self.beforeYear.contains(keys[place - 1]), items.contains(where: \.isNumber)
        {
            return 1
        }
        guard isDigits(place, 1...2), isSlash(place + 1), isDigits(place + 2, 1...2), isSlash(place + 3),
            isDigits(place + 4, 2...4), items.contains(where: \.isNumber)
        else { return nil }
        return 5
    }

    private static let beforeYear: Set<String> = ["EM", "EN", "IN", "DE", "DEL", "OF"]

    private func isDigits(_ place: Int, _ count: ClosedRange<Int>) -> Bool {
        guard place < tokens.count, tokens[place].isWord else { return false }
        let bytes = tokens[place].text.utf8
        return count.contains(bytes.count)
            && bytes.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }

    private func isSlash(_ place: Int) -> Bool {
        guard place < tokens.count, tokens[place].isGlued else { return false }
        if case .slash = tokens[place].kind { return true }
        return false
    }

    /// Whether another reading of the number before follows: "(ou 4827)", ", possibly 4827".
    func isReading(_ place: Int) -> Bool {
        place < tokens.count && tokens[place].isWord && tokens[place].hasDigit && tokens[place].places >= 3
    }
}
