/// How two dates of birth relate, from the same day to nothing in common.
public enum DateAgreement: UInt8, Sendable, CaseIterable {
    /// The same day.
    case equal
    /// What both know is the same; one lacks the day.
    case sameMonth
    /// What both know is the same; one knows the year only.
    case sameYear
    /// Day and month changed places.
    case swapped
    /// One digit is another, or two neighbours changed places.
    case misread
    /// The same day of the year, one year apart.
    case nextYear
    /// One knows the year only, and the years are one apart.
    case nearYear
    /// Another day of the same year.
    case otherDay
    /// Nothing of this.
    case different

    /// Compares two dates; symmetric.
    public init(_ left: PartialDate, _ right: PartialDate) {
        if left == right {
            self = left.isComplete ? .equal : left.month != nil ? .sameMonth : .sameYear
            return
        }
        let isSameYear = left.year == right.year
        guard let leftMonth = left.month, let rightMonth = right.month else {
            self = isSameYear ? .sameYear : abs(left.year - right.year) == 1 ? .nearYear : .different
            return
        }
        guard let leftDay = left.day, let rightDay = right.day else {
            if isSameYear, leftMonth == rightMonth {
                self = .sameMonth
            } else {
                self = isSameYear ? .otherDay : .different
            }
            return
        }
        if isSameYear, leftMonth == rightDay, leftDay == rightMonth {
            self = .swapped
        } else if Self.isMisread(left, right) {
            self = .misread
        } else if leftMonth == rightMonth, leftDay == rightDay, abs(left.year - right.year) == 1 {
            self = .nextYear
        } else {
            self = isSameYear ? .otherDay : .different
        }
    }

    /// The eight digits differ in one place, or in two neighbouring ones of one field that changed places.
    private static func isMisread(_ left: PartialDate, _ right: PartialDate) -> Bool {
        var isDone = false
        for (one, other) in [
            (left.year, right.year), (left.month ?? 0, right.month ?? 0), (left.day ?? 0, right.day ?? 0),
        ]
        where one != other {
            if isDone { return false }
            isDone = true
            if !isOneSlip(one, other) { return false }
        }
        return isDone
    }

    private static func isOneSlip(_ one: Int, _ other: Int) -> Bool {
        var places: [Int] = []
        var (first, second) = (one, other)
        for place in 0..<4 {
            if first % 10 != second % 10 { places.append(place) }
            first /= 10
            second /= 10
        }
        if places.count == 1 { return true }
        guard places.count == 2, places[1] == places[0] + 1 else { return false }
        let scale = [1, 10, 100, 1000]
        func digit(_ number: Int, _ place: Int) -> Int { number / scale[place] % 10 }
        return digit(one, places[0]) == digit(other, places[1]) && digit(one, places[1]) == digit(other, places[0])
    }
}
