/// Exponentials and logarithms that give the same bits on every machine.
///
/// The functions of the system's mathematics library choose their instructions when the program starts and may differ in
/// the last bit between processors. A likelihood ratio in a report must be the same wherever it is computed again.
enum ExactMath {
    /// e to the power of x; 0 below -700 and infinity above 700.
    static func exponential(_ x: Double) -> Double {
        if x.isNaN { return .nan }
        if x < -700 { return 0 }
        if x > 700 { return .infinity }
        let power = (x * 1.442_695_040_888_963_4).rounded()
        let rest = (x - power * lnTwoHigh) - power * lnTwoLow
        var sum = 1.0
        for divisor in stride(from: 16.0, through: 1, by: -1) { sum = 1 + sum * rest / divisor }
        return Double(sign: .plus, exponent: Int(power), significand: sum)
    }

    /// The natural logarithm; minus infinity at 0 and NaN below.
    static func logarithm(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x < .infinity else { return x }
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.414_213_562_373_095_1 {
            significand /= 2
            exponent += 1
        }
        // ln m = 2 artanh((m - 1) / (m + 1)); the argument stays below 0.172, so that eleven terms reach the last digit.
        let part = (significand - 1) / (significand + 1)
        let square = part * part
        var sum = 0.0
        for divisor in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / divisor }
        return exponent * lnTwoHigh + (2 * part * sum + exponent * lnTwoLow)
    }

    /// ln(1 + e to the power of x), without overflow.
    static func softplus(_ x: Double) -> Double {
        x > 0 ? x + logarithm(1 + exponential(-x)) : logarithm(1 + exponential(x))
    }

    /// 1 / (1 + e to the power of -x).
    static func logistic(_ x: Double) -> Double {
        x >= 0 ? 1 / (1 + exponential(-x)) : exponential(x) / (1 + exponential(x))
    }

    /// The logarithm to base 10.
    static func decimalLogarithm(_ x: Double) -> Double { logarithm(x) / lnTen }

    /// 10 to the power of x.
    static func powerOfTen(_ x: Double) -> Double { exponential(x * lnTen) }

    /// ln 10.
    static let lnTen = 2.302_585_092_994_045_7
    /// ln 2.
    static let lnTwo = 0.693_147_180_559_945_3
    // ln 2 in two parts, so that the product of the first with a small whole number is exact.
    private static let lnTwoHigh = 6.931_471_803_691_238e-01
    private static let lnTwoLow = 1.908_214_929_270_587_7e-10
}
