public import Storage

/// A day of the Gregorian calendar as `2023-03-12`; compares and sorts as its text.
public struct CalendarDate: Sendable, Hashable, Comparable, Codable, LosslessStringConvertible {
    /// The date as ISO 8601 writes it, `yyyy-mm-dd`, with a year from 1800 to 9999.
    public let description: String

    /// - Parameter text: a valid ISO 8601 date, `yyyy-mm-dd`; anything else gives nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            (1800...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, year: year)).contains(day)
        else { return nil }
        description = text
    }

    /// The UTC day of a moment.
    public init(_ moment: Moment) {
        description = String(moment.description.prefix(10))
    }

    /// Earlier dates come first.
    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    /// Reads a date from its text.
    /// - Throws: `DecodingError` for any text that is not a date of the form `yyyy-mm-dd`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is not a date of the form yyyy-mm-dd"
            )
        }
        self = date
    }

    /// Writes the date as its text.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
