/// The digits of a written number and the marks between them.
struct NumberParts {
    let isNegative: Bool
    /// Groups of digits; one more than there are separators.
    let groups: [String]
    /// Commas and points; spaces and apostrophes are stored as spaces.
    private let marks: [Character]

    /// The commas and points, in order.
    var separators: [Character] { marks.filter { $0 != " " } }

    /// Whether the only mark could group thousands: one to three digits, not beginning with 0, then three.
    var looksLikeThousands: Bool {
        guard let first = groups.first, let last = groups.last else { return false }
        return last.count == 3 && (1...3).contains(first.count) && first.first != "0"
    }

    init(_ text: String) throws(DecimalNumber.Problem) {
        func problem(_ reason: String) -> DecimalNumber.Problem { .init(text: text, reason: reason) }
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        guard !rest.isEmpty else { throw problem("it is empty.") }
        guard rest.utf8.count <= 64 else { throw problem("it is longer than any number.") }
        var isNegative = false
        if let sign = rest.first, "+-\u{2212}".contains(sign) {
            isNegative = sign != "+"
            rest.removeFirst()
        }
        var groups = [""]
        var marks: [Character] = []
        for character in rest {
            switch character {
            case "0"..."9" where character.isASCII: groups[groups.count - 1].append(character)
            case ",", ".":
                marks.append(character)
                groups.append("")
            case " ", "'", "\u{2019}", "\u{A0}", "\u{202F}", "\u{2009}":
                marks.append(" ")
                groups.append("")
            default: throw problem("\"\(character)\" is not part of a number.")
            }
        }
        // ",5" and "5," are numbers to the people who write them; an empty group elsewhere is a slip.
        let isOneMark = marks.count == 1 && marks.first != " " && groups.contains { !$0.isEmpty }
        guard isOneMark || groups.allSatisfy({ !$0.isEmpty }) else { throw problem("a digit is missing.") }
        self.isNegative = isNegative
        self.groups = groups
        self.marks = marks
    }

    /// The number as digits with a point, nil when what remains beside the decimal mark does not group thousands.
    func number(decimalMark: Character?) -> String? {
        var whole = groups
        var decimals = ""
        var grouping = marks
        if let decimalMark {
            guard grouping.last == decimalMark, let last = whole.popLast() else { return nil }
            grouping.removeLast()
            decimals = last
        }
        guard Set(grouping).count <= 1 else { return nil }
        if whole.count > 1 {
            guard let first = whole.first, (1...3).contains(first.count) else { return nil }
            guard whole.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        let trimmed = whole.joined().drop { $0 == "0" }
        let digits = (trimmed.isEmpty ? "0" : String(trimmed)) + (decimals.isEmpty ? "" : "." + decimals)
        return isNegative ? "-" + digits : digits
    }
}
