/// Random numbers that are the same for the same seed on every machine (SplitMix64; Steele, Lea, Flood 2014,
/// doi:10.1145/2660193.2660195).
struct RandomStream {
    private var state: UInt64

    /// A stream of its own for each list of numbers.
    init(_ keys: UInt64...) {
        state = keys.reduce(0x243F_6A88_85A3_08D3) { RandomStream.mixed($0 ^ RandomStream.mixed($1)) }
    }

    /// The finaliser of SplitMix64: every bit of the result depends on every bit of the argument.
    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        defer { state &+= 0x9E37_79B9_7F4A_7C15 }
        return RandomStream.mixed(state)
    }

    /// A number of a range, every one as likely.
    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        let unit = Double(next() >> 11) * 0x1p-53
        return range.lowerBound + unit * (range.upperBound - range.lowerBound)
    }

    /// A number about 0 with deviation 1, never beyond 3.5: the sum of twelve uniform ones, which needs no logarithm.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform(0...1) }
        return max(-3.5, min(3.5, sum))
    }

    /// Whether an event of the given probability happens.
    mutating func happens(_ probability: Double) -> Bool { uniform(0...1) < probability }
}
