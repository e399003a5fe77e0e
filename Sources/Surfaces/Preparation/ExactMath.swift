/// Elementary functions that give the same bits on every machine.
///
/// The functions of the system's mathematics library choose their instructions when the program starts and may differ
/// in the last bit between processors. What enters a filter or a fit must not, because prepared surfaces are evidence
/// that has to be reproducible; so the few functions needed are computed here with additions and multiplications in a
/// fixed order (the compiler never contracts them). The error is below 4 units in the last place for the arguments used.
enum ExactMath {
    /// e to the power of x; 0 below -700 and infinity above 700.
    static func exponential(_ x: Double) -> Double {
        if x.isNaN { return .nan }
        if x < -700 { return 0 }
        if x > 700 { return .infinity }
        let power = (x * 1.442_695_040_888_963_4).rounded()
        // ln 2 in two parts, so that the product of the first with a small whole number is exact.
        let rest = (x - power * 6.931_471_803_691_238e-01) - power * 1.908_214_929_270_587_7e-10
        var sum = 1.0
        for divisor in stride(from: 16.0, through: 1, by: -1) { sum = 1 + sum * rest / divisor }
        return Double(sign: .plus, exponent: Int(power), significand: sum)
    }

    /// The cosine of an angle in radians.
    static func cosine(_ angle: Double) -> Double { sine(angle + Double.pi / 2) }

    /// The sine of an angle in radians.
    static func sine(_ angle: Double) -> Double {
        let halves = (angle / Double.pi).rounded()
        let rest = (angle - halves * 3.141_592_653_589_793_1) - halves * 1.224_646_799_147_353_2e-16
        let square = rest * rest
        var sum = 1.0
        for step in stride(from: 22.0, through: 2, by: -2) { sum = 1 - sum * square / (step * (step + 1)) }
        return halves.remainder(dividingBy: 2) == 0 ? rest * sum : -rest * sum
    }
}
