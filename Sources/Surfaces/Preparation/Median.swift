/// Order statistics by counting, exact and independent of the order of the values.
enum Median {
    /// The value at a rank, 0 the smallest, among the values that are not NaN; nil when there are none.
    ///
    /// Three passes count the values by 11, 11 and 10 bits of a form whose order is that of the numbers, so the time
    /// grows with the number of values and not with its logarithm.
    static func value(atFraction fraction: Double, of values: [Float]) -> Float? {
        var prefix: UInt32 = 0
        var known: UInt32 = 0
        var rank = -1
        for (shift, bits) in [(UInt32(21), UInt32(11)), (10, 11), (0, 10)] {
            var counts = [Int](repeating: 0, count: 1 << Int(bits))
            for value in values where !value.isNaN {
                let key = ordered(value)
                if key & known == prefix { counts[Int((key >> shift) & ((1 << bits) - 1))] += 1 }
            }
            if rank < 0 {
                let total = counts.reduce(0, +)
                guard total > 0 else { return nil }
                rank = Int((Double(total - 1) * fraction).rounded())
            }
            var place = 0
            while rank >= counts[place] {
                rank -= counts[place]
                place += 1
            }
            prefix |= UInt32(place) << shift
            known |= ((1 << bits) - 1) << shift
        }
        return Float(bitPattern: prefix & 0x8000_0000 != 0 ? prefix ^ 0x8000_0000 : ~prefix)
    }

    /// The median of the values that are not NaN; nil when there are none.
    static func of(_ values: [Float]) -> Float? { value(atFraction: 0.5, of: values) }

    /// The standard deviation of a normal distribution with the same median of absolute values; nil without values.
    static func deviation(ofResiduals residuals: [Float]) -> Float? {
        of(residuals.map { abs($0) }).map { $0 * 1.4826 }
    }

    private static func ordered(_ value: Float) -> UInt32 {
        let bits = value.bitPattern
        return bits & 0x8000_0000 != 0 ? ~bits : bits | 0x8000_0000
    }
}
