/// A number by which a thing is found when it is read whole, as 64 bits.
///
/// Two numbers may share the bits, once in about a hundred million look-ups among a hundred million numbers: who takes a
/// row from an index compares the number itself.
public struct PointKey: Hashable, Sendable, Comparable {
    let bits: UInt64

    /// The key of a number of a kind. It is the same in every run of the program, so that indexes can be kept in files.
    ///
    /// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), finished by the mixing of SplitMix64 so that its upper bits are evenly
    /// spread (doi:10.1145/2714064.2660195).
    public init(kind: UInt8, _ number: some Sequence<UInt8>) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        hash = (hash ^ UInt64(kind)) &* 0x100_0000_01B3
        for byte in number { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        bits = hash ^ hash >> 31
    }

    init(bits: UInt64) { self.bits = bits }

    /// By their bits.
    public static func < (left: PointKey, right: PointKey) -> Bool { left.bits < right.bits }
}
