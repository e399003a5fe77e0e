/// The even places that an axis or a colour bar is labelled at.
struct Ticks {
    /// The places, ascending.
    let values: [Double]
    /// The texts, all with the same number of decimals.
    let labels: [String]

    /// Places at multiples of 1, 2 or 5 times a power of ten that lie in a range; about `wanted` of them.
    init(in range: ClosedRange<Double>, wanted: Int) {
        let extent = range.upperBound - range.lowerBound
        guard extent > 0, extent.isFinite, wanted > 0 else {
            values = [range.lowerBound]
            labels = [FixedNumber.short(range.lowerBound, digits: 4)]
            return
        }
        let (step, decimals) = Self.step(extent / Double(wanted))
        let first = (range.lowerBound / step - 1e-9).rounded(.up)
        let last = (range.upperBound / step + 1e-9).rounded(.down)
        values = first <= last ? (0...Int(last - first)).map { (first + Double($0)) * step } : [range.lowerBound]
        labels = values.map { FixedNumber.text($0, decimals: decimals) }
    }

    /// The smallest of 1, 2 or 5 times a power of ten that is not below a length, and the decimals it needs.
    private static func step(_ length: Double) -> (step: Double, decimals: Int) {
        let (power, decimals) = power(within: length)
        for factor in [1.0, 2, 5] where factor * power >= length * (1 - 1e-9) { return (factor * power, decimals) }
        return (10 * power, max(0, decimals - 1))
    }

    /// The largest of 1, 2 or 5 times a power of ten that is not above a length.
    static func evenLength(within length: Double) -> Double {
        let power = power(within: length).power
        return [5.0, 2, 1].map { $0 * power }.first { $0 <= length * (1 + 1e-9) } ?? power
    }

    /// The largest power of ten that is not above a length, and the decimals it needs.
    private static func power(within length: Double) -> (power: Double, decimals: Int) {
        var power = 1.0
        var decimals = 0
        while power > length, decimals < 12 {
            power /= 10
            decimals += 1
        }
        while power * 10 <= length, power < 1e300 { power *= 10 }
        return (power, decimals)
    }
}
