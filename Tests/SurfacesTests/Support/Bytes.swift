/// Puts files together byte by byte.
struct Bytes {
    var bytes: [UInt8] = []
    var isBigEndian = false

    mutating func add(_ text: String) { bytes += Array(text.utf8) }

    mutating func add(_ more: [UInt8]) { bytes += more }

    mutating func add<Number: FixedWidthInteger>(_ number: Number) {
        let ordered = isBigEndian ? number.bigEndian : number.littleEndian
        withUnsafeBytes(of: ordered) { bytes += Array($0) }
    }

    mutating func add(_ number: Float) { add(number.bitPattern) }

    mutating func add(_ number: Double) { add(number.bitPattern) }
}

/// Random numbers that are the same at every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
