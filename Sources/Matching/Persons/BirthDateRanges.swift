import Identity

/// The dates of birth under which somebody may be recorded whose date was stated, as ranges of packed dates: the date
/// itself, less of it, day and month changed over, one digit mistaken, the years beside it.
enum BirthDateRanges {
    /// Ascending, without overlaps.
    static func likely(_ date: PartialDate) -> [ClosedRange<UInt32>] {
        var ranges: [ClosedRange<UInt32>] = []
        func add(_ year: Int, _ month: Int?, _ day: Int?) {
            guard let date = PartialDate(year: year, month: month, day: day) else { return }
            ranges.append(date.packed...date.packed)
        }
        func addYear(_ year: Int) {
            guard (1...9999).contains(year) else { return }
            ranges.append(UInt32(year) << 9...UInt32(year) << 9 | 511)
        }
        guard let month = date.month else {
            for year in date.year - 1...date.year + 1 { addYear(year) }
            return joined(ranges)
        }
        add(date.year, nil, nil)
        guard let day = date.day else {
            addYear(date.year)
            return joined(ranges)
        }
        add(date.year, month, nil)
        add(date.year, month, day)
        add(date.year, day, month)
        for other in slips(date.year, digits: 4) + [date.year - 1, date.year + 1] { add(other, month, day) }
        for other in slips(month, digits: 2) { add(date.year, other, day) }
        for other in slips(day, digits: 2) { add(date.year, month, other) }
        return joined(ranges)
    }

    /// The numbers that one mistaken digit or two neighbouring digits changed over make of a number.
    private static func slips(_ number: Int, digits: Int) -> [Int] {
        let scale = [1, 10, 100, 1000]
        func digit(_ place: Int) -> Int { number / scale[place] % 10 }
        var result: [Int] = []
        for place in 0..<digits {
            for other in 0...9 where other != digit(place) {
                result.append(number + (other - digit(place)) * scale[place])
            }
            if place > 0 {
                let difference = digit(place) - digit(place - 1)
                if difference != 0 { result.append(number - difference * scale[place] + difference * scale[place - 1]) }
            }
        }
        return result
    }

    private static func joined(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
