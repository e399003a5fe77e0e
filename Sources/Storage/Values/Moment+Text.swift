extension Moment: LosslessStringConvertible, Codable {
    /// ISO 8601 text with milliseconds and `Z`, always 24 characters.
    public var description: String {
        let dayLength: Int64 = 86_400_000
        let day = (milliseconds - floorRemainder(milliseconds, dayLength)) / dayLength
        let time = floorRemainder(milliseconds, dayLength)
        let date = CivilDate(daysSince1970: day)
        return String(unsafeUninitializedCapacity: 24) { text in
            func put(_ value: Int64, _ position: Int, _ width: Int) {
                var rest = value
                for index in stride(from: position + width - 1, through: position, by: -1) {
                    text[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            put(date.year, 0, 4)
            text[4] = UInt8(ascii: "-")
            put(date.month, 5, 2)
            text[7] = UInt8(ascii: "-")
            put(date.day, 8, 2)
            text[10] = UInt8(ascii: "T")
            put(time / 3_600_000, 11, 2)
            text[13] = UInt8(ascii: ":")
            put(time / 60_000 % 60, 14, 2)
            text[16] = UInt8(ascii: ":")
            put(time / 1000 % 60, 17, 2)
            text[19] = UInt8(ascii: ".")
            put(time % 1000, 20, 3)
            text[23] = UInt8(ascii: "Z")
            return 24
        }
    }

    /// The date alone, such as `2026-11-23`.
    public var date: String { String(description.prefix(10)) }

    /// Reads `2026-11-23T10:15:00Z` or `2026-11-23T10:15:00.123Z` and nothing else: no other offset, no leap second,
    /// no day that the calendar does not have.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z") else { return nil }
        func number(_ position: Int, _ width: Int) -> Int64? {
            var value: Int64 = 0
            for byte in bytes[position..<position + width] {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                value = value * 10 + Int64(byte - UInt8(ascii: "0"))
            }
            return value
        }
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let year = number(0, 4), let month = number(5, 2), let day = number(8, 2),
            let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2),
            year >= 1, hour < 24, minute < 60, second < 60,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        var fraction: Int64 = 0
        if bytes.count == 24 {
            guard bytes[19] == UInt8(ascii: "."), let digits = number(20, 3) else { return nil }
            fraction = digits
        }
        let seconds = (date.daysSince1970 * 24 + hour) * 3600 + minute * 60 + second
        self.init(milliseconds: seconds * 1000 + fraction)
    }

    /// Reads the ISO 8601 text; throws `DecodingError` for any other text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let moment = Moment(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\"\(text.prefix(40))\" is not a time such as 2026-11-23T10:15:00.123Z."
            )
        }
        self = moment
    }

    /// Writes the ISO 8601 text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The remainder that is never negative.
private func floorRemainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
}

/// A day of the proleptic Gregorian calendar.
///
/// Conversions as in H. Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil, civil_from_days).
private struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    /// nil when the calendar has no such day.
    init?(year: Int64, month: Int64, day: Int64) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths: [Int64] = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...lengths[Int(month - 1)]).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    init(daysSince1970 days: Int64) {
        let shifted = days + 719_468
        let era = (shifted - floorRemainder(shifted, 146_097)) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int64 {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let era = (yearFromMarch - floorRemainder(yearFromMarch, 400)) / 400
        let yearOfEra = yearFromMarch - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
