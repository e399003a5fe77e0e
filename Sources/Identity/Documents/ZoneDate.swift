/// A date as a machine-readable zone has it: two digits of the year, and parts that may be unknown.
public struct ZoneDate: Hashable, Sendable, Codable {
    /// The last two digits of the year; nil when unknown.
    public let yearOfCentury: Int?
    /// 1 to 12; nil when unknown.
    public let month: Int?
    /// 1 to 31; nil when unknown.
    public let day: Int?

    /// Reads `YYMMDD` with fillers for unknown parts; nil when a part is neither a number in its range nor unknown.
    init?(_ bytes: some Collection<UInt8>) {
        let all = Array(bytes)
        guard all.count == 6, let year = Self.part(all[0..<2]), let month = Self.part(all[2..<4]),
            let day = Self.part(all[4..<6])
        else { return nil }
        // Some issuers write 00 for a month or day that nobody knows, as some registers do.
        self.yearOfCentury = year
        self.month = month == 0 ? nil : month
        self.day = day == 0 ? nil : day
        guard (1...12).contains(month ?? 1) || month == 0 else { return nil }
        guard (0...Self.days(in: self.month)).contains(day ?? 1) else { return nil }
    }

    /// The four-digit year of a birth, the latest that is not after a year of reference; nil when unknown.
    public func birthYear(readIn year: Int) -> Int? {
        yearOfCentury.map { part in
            let candidate = year - year % 100 + part
            return candidate > year ? candidate - 100 : candidate
        }
    }

    /// The four-digit year of an expiry, the one nearest to a year of reference; nil when unknown.
    public func expiryYear(readIn year: Int) -> Int? {
        yearOfCentury.map { part in
            let candidate = year - year % 100 + part
            return candidate > year + 50 ? candidate - 100 : candidate < year - 50 ? candidate + 100 : candidate
        }
    }

    private static func part(_ bytes: ArraySlice<UInt8>) -> Int?? {
        if bytes.allSatisfy({ $0 == ZoneText.filler }) { return .some(nil) }
        guard bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return .some(bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    }

    private static func days(in month: Int?) -> Int {
        switch month {
        case 2: 29
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension ZoneDate: CustomStringConvertible {
    /// `YY-MM-DD` with `??` for unknown parts.
    public var description: String {
        [yearOfCentury, month, day]
            .map { part in part.map { ($0 < 10 ? "0" : "") + String($0) } ?? "??" }
            .joined(separator: "-")
    }
}
