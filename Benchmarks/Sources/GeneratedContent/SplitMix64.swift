/// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    /// The same state gives the same numbers.
    package init(state: UInt64) { self.state = state }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Capital letters for `A` and digits for `9`; every other character stands for itself.
    package mutating func text(_ shape: String) -> String {
        let bytes = shape.utf8.map { kind in
            switch kind {
            case UInt8(ascii: "A"): UInt8(ascii: "A") + UInt8(next() % 26)
            case UInt8(ascii: "9"): UInt8(ascii: "0") + UInt8(next() % 10)
            default: kind
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
