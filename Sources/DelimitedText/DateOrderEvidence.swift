/// What a sample of a column tells about the order of day and month.
public struct DateOrderEvidence: Sendable, Hashable {
    /// Dates that exist only with the day first, such as 25/12/2023.
    public private(set) var dayFirst = 0
    /// Dates that exist only with the month first, such as 12/25/2023.
    public private(set) var monthFirst = 0
    /// Dates that exist both ways and differ.
    public private(set) var either = 0
    /// Texts, not blank, that are no date in any order.
    public private(set) var unreadable = 0

    /// The order that all evidence agrees on; nil when there is none, or when the column mixes both.
    public var order: WrittenDate.Order? {
        if dayFirst > 0, monthFirst == 0 { return .dayFirst }
        if monthFirst > 0, dayFirst == 0 { return .monthFirst }
        return nil
    }

    /// Whether both orders occur, so that every date such as 03/12/2023 must be checked by a person.
    public var isContradictory: Bool { dayFirst > 0 && monthFirst > 0 }

    /// Weighs a sample of a column; `latestYear` as for reading a date.
    public init(column: some Sequence<String>, latestYear: Int? = nil) {
        for text in column where !text.allSatisfy(\.isWhitespace) {
            let first = try? WrittenDate(text, order: .dayFirst, latestYear: latestYear)
            let second = try? WrittenDate(text, order: .monthFirst, latestYear: latestYear)
            switch (first, second) {
            case (nil, nil): unreadable += 1
            case (_, nil): dayFirst += 1
            case (nil, _): monthFirst += 1
            case (let first, let second): if first != second { either += 1 }
            }
        }
    }
}
