extension WrittenDate {
    /// What comes first in dates such as 03/12/2023.
    public enum Order: String, Sendable, Hashable, Codable {
        /// 12/03/2023 is 12 March.
        case dayFirst = "day-first"
        /// 12/03/2023 is 3 December.
        case monthFirst = "month-first"
    }

    /// Why a text is not read as a date.
    public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// The kind of problem.
        public enum Kind: String, Sendable, Hashable {
            /// The text does not look like a date.
            case notADate = "not-a-date"
            /// The text looks like a date, but the calendar has no such day.
            case noSuchDay = "no-such-day"
            /// Day and month may be either, and the order is not known.
            case ambiguousOrder = "ambiguous-order"
            /// The year has two digits, and the century is not known.
            case ambiguousCentury = "ambiguous-century"
        }

        /// The kind of problem.
        public let kind: Kind
        /// The text as found.
        public let text: String
        /// What is wrong and what is expected.
        public let reason: String
        /// The whole message.
        public var description: String { "\"\(text)\" is not read as a date: \(reason)" }
    }

    /// Reads a date as people write it: `2023-03-12`, `20230312`, `12/03/2023`, `12.3.2023`, `12-mar-2023`,
    /// `12 de março de 2023`, `March 12, 2023`. A time after the date is dropped.
    ///
    /// - Parameters:
    ///   - text: the text as found.
    ///   - order: what comes first in all-digit dates; nil accepts only those that can be read in one way.
    ///   - latestYear: the last year that two digits may stand for, with the 99 years before; nil refuses such years.
    /// - Throws: a `Problem` with the reason.
    public init(_ text: String, order: Order? = nil, latestYear: Int? = nil) throws(Problem) {
        let parts = try DateParts(text)
        var (day, month) = (parts.day, parts.month)
        if parts.isOrderOpen {
            switch order {
            case .dayFirst: break
            case .monthFirst: swap(&day, &month)
            case nil:
                if day <= 12, month <= 12, day != month {
                    throw Problem(
                        kind: .ambiguousOrder,
                        text: text,
                        reason: "it may be day \(day) of month \(month) or the reverse. Say which comes first."
                    )
                }
                if month > 12, day <= 12 { swap(&day, &month) }
            }
        }
        var year = parts.year
        if parts.hasShortYear {
            guard let latestYear else {
                throw Problem(
                    kind: .ambiguousCentury,
                    text: text,
                    reason: "the year has two digits. Write it with four."
                )
            }
            year += latestYear / 100 * 100
            if year > latestYear { year -= 100 }
        }
        guard let date = WrittenDate(year: year, month: month, day: day) else {
            throw Problem(kind: .noSuchDay, text: text, reason: Self.reason(year, month, day))
        }
        self = date
    }

    private static func reason(_ year: Int, _ month: Int, _ day: Int) -> String {
        guard (1...12).contains(month) else { return "there is no month \(month)." }
        guard (1000...9999).contains(year) else { return "the year \(year) is not believable." }
        return "month \(month) of \(year) has \(days(inMonth: month, ofYear: year)) days, not \(day)."
    }
}
