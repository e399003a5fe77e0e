/// A date of the Gregorian calendar of which the day, or day and month, may be unknown.
public struct PartialDate: Hashable, Sendable, Comparable, LosslessStringConvertible {
    /// The date in one number that sorts by time: year, four bits of month, five of day; 0 for unknown.
    public let packed: UInt32

    /// 1...9999.
    public var year: Int { Int(packed >> 9) }
    /// 1...12, nil when unknown.
    public var month: Int? { packed >> 5 & 15 == 0 ? nil : Int(packed >> 5 & 15) }
    /// 1...31, nil when unknown.
    public var day: Int? { packed & 31 == 0 ? nil : Int(packed & 31) }
    /// Year, month and day are known.
    public var isComplete: Bool { packed & 31 != 0 }

    /// A date; nil when the calendar has no such day, or a day stands without its month.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day { guard day >= 1, day <= Self.days(year, month) else { return nil } }
        } else if day != nil {
            return nil
        }
        packed = UInt32(year) << 9 | UInt32(month ?? 0) << 5 | UInt32(day ?? 0)
    }

    /// Reads `1970`, `1970-03`, `1970-03-24`; `00` and `XX` stand for an unknown month or day. Nil for anything else.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count <= 3, let first = parts.first, first.count == 4, let year = Self.number(first) else {
            return nil
        }
        var fields: [Int?] = [nil, nil]
        for (index, part) in parts.dropFirst().enumerated() {
            guard part.count == 2 else { return nil }
            if part.allSatisfy({ $0 == UInt8(ascii: "X") || $0 == UInt8(ascii: "x") }) { continue }
            guard let number = Self.number(part) else { return nil }
            fields[index] = number == 0 ? nil : number
        }
        self.init(year: year, month: fields[0], day: fields[1])
    }

    /// A date from ``packed``, which is not 0.
    package init(packed: UInt32) { self.packed = packed }

    /// As it is read: `1970`, `1970-03` or `1970-03-24`.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return ([padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } }).joined(separator: "-")
    }

    /// An unknown month or day comes before the known ones.
    public static func < (left: PartialDate, right: PartialDate) -> Bool { left.packed < right.packed }

    /// Days of a month of the Gregorian calendar.
    static func days(_ year: Int, _ month: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        var value = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 48)
        }
        return value
    }
}
