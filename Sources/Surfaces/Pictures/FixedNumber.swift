/// Numbers as text for scales and tables, the same on every machine and in every language.
enum FixedNumber {
    /// A number with a fixed number of decimals, `-0` written as `0`.
    static func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-∞" : "∞" }
        let factor = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (abs(value) * factor).rounded()
        guard scaled < 1e15 else { return "\(value)" }
        let whole = Int(scaled)
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(whole)" }
        let digits = String(whole % Int(factor))
        let zeros = String(repeating: "0", count: decimals - digits.count)
        return "\(sign)\(whole / Int(factor)).\(zeros)\(digits)"
    }

    /// A number with a few digits that count: `0.034`, `12`, `350`.
    static func short(_ value: Double, digits: Int = 2) -> String {
        guard value.isFinite, value != 0 else { return text(value, decimals: 0) }
        var decimals = digits - 1
        var size = abs(value)
        while size >= 10, decimals > 0 {
            size /= 10
            decimals -= 1
        }
        while size < 1, decimals < 9 {
            size *= 10
            decimals += 1
        }
        return text(value, decimals: decimals)
    }
}
