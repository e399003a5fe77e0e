/// Numbers drawn from a seed, the same on every machine (SplitMix64: Steele, Lea, Flood 2014,
/// doi:10.1145/2660193.2660195).
struct SeededNumbers {
    private var state: UInt64

    /// Starts from any number of seeds; other seeds give numbers that have nothing to do with these.
    init(_ seeds: UInt64...) {
        state = 0
        for seed in seeds {
            state ^= seed
            state = next()
        }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly spread over a range.
    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(next() >> 11) / Double(1 << 53)
    }

    /// About normally distributed with mean 0 and standard deviation 1: four even numbers from one draw.
    mutating func normal() -> Double {
        let bits = next()
        var sum = 0.0
        for part in 0..<4 { sum += Double((bits >> UInt64(16 * part)) & 0xFFFF) }
        return (sum / 65_536 - 2) * 1.732_050_807_568_877_2
    }

    /// A whole number from 0 to below the bound.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    /// Whether something with a probability happens.
    mutating func happens(_ probability: Double) -> Bool { uniform(0...1) < probability }
}
