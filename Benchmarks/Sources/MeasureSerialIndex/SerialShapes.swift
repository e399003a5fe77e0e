import Firearms
import Matching

/// Serial numbers in the shapes that serials have, the same for the same seed; three in a hundred are shared.
struct SerialShapes {
    /// Shares in per cent.
    private static let shapes: [(share: Int, shape: String)] = [
        (28, "AAA99999"), (20, "999999"), (10, "99999"), (8, "A999999"), (8, "AA999999"), (4, "AA99999"),
        (4, "9999999"), (4, "AAA999"), (4, "99A99999"), (4, "A99999A"), (3, "AAAA999"), (3, "99999999"),
    ]

    private var generator = SplitMix64(state: 20_230_312)
    private var last: [UInt8] = []

    mutating func next() -> [UInt8] {
        if !last.isEmpty, generator.next() % 100 < 3 { return last }
        var place = Int(generator.next() % 100)
        for (share, shape) in Self.shapes {
            place -= share
            if place >= 0 { continue }
            last = shape.utf8.map { kind in
                kind == UInt8(ascii: "A")
                    ? UInt8(ascii: "A") + UInt8(generator.next() % 26)
                    : UInt8(ascii: "0") + UInt8(generator.next() % 10)
            }
            break
        }
        return last
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
