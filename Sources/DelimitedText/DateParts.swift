/// The three numbers of a written date before it is known whether such a day exists.
struct DateParts {
    private(set) var year: Int
    private(set) var month: Int
    private(set) var day: Int
    /// Whether day and month could be exchanged, as in 03/12/2023.
    private(set) var isOrderOpen = false
    /// Whether the year was written with two digits.
    private(set) var hasShortYear = false

    init(_ text: String) throws(WrittenDate.Problem) {
        let tokens = Self.tokens(text)
        guard tokens.count == 3, let parts = Self(tokens) else {
            throw WrittenDate.Problem(
                kind: .notADate,
                text: text,
                reason: "expected is a date such as 2023-03-12 or 12/03/2023."
            )
        }
        self = parts
    }

    private init?(_ tokens: [Substring]) {
        let names = tokens.map { MonthNames.month($0) }
        let lengths = tokens.map(\.count)
        let numbers = tokens.map { $0.count <= 4 && $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
        if let day = numbers[0], let month = names[1], let year = numbers[2], lengths[0] <= 2 {
            (self.day, self.month, self.year) = (day, month, year)
        } else if let month = names[0], let day = numbers[1], let year = numbers[2], lengths[1] <= 2 {
            (self.day, self.month, self.year) = (day, month, year)
        } else if let year = numbers[0], let day = numbers[2], lengths[0] == 4, lengths[2] <= 2 {
            guard let month = names[1] ?? (lengths[1] <= 2 ? numbers[1] : nil) else { return nil }
            (self.day, self.month, self.year) = (day, month, year)
            return
        } else if let day = numbers[0], let month = numbers[1], let year = numbers[2], lengths[0] <= 2, lengths[1] <= 2
        {
            (self.day, self.month, self.year) = (day, month, year)
            isOrderOpen = true
        } else {
            return nil
        }
        hasShortYear = lengths[2] == 2
        guard hasShortYear || lengths[2] == 4 else { return nil }
    }

    /// The parts of the date, without separators, the Spanish and Portuguese "de", and a time at the end.
    private static func tokens(_ text: String) -> [Substring] {
        guard text.utf8.count <= 64 else { return [] }
        var tokens = text.split { " \t\u{A0}/-.,".contains($0) }
        if let place = tokens.firstIndex(where: { $0.contains(":") }) {
            let token = tokens[place]
            if isTime(token) {
                tokens.removeSubrange(place...)
            } else if let mark = token.firstIndex(of: "T"), isTime(token[token.index(after: mark)...]) {
                // 2023-03-12T10:00:00.000Z: the day and the time are one token.
                tokens[place] = token[..<mark]
                tokens.removeSubrange((place + 1)...)
            } else {
                return []
            }
        }
        tokens.removeAll { $0.lowercased() == "de" || $0.lowercased() == "del" }
        if tokens.count == 1, let only = tokens.first, only.utf8.count == 8, only.utf8.allSatisfy(\.isDigit) {
            let month = only.index(only.startIndex, offsetBy: 4)
            let day = only.index(month, offsetBy: 2)
            return [only[..<month], only[month..<day], only[day...]]
        }
        return tokens
    }

    /// Whether a token is a time such as 10:00, 10:00:00 or 10:00:00Z.
    private static func isTime(_ token: Substring) -> Bool {
        guard token.contains(":"), token.first?.isNumber == true else { return false }
        return token.utf8.allSatisfy { $0.isDigit || $0 == 0x3A || $0 == 0x2B || $0 == 0x5A || $0 == 0x7A }
    }
}
