/// Reads little-endian numbers at stated places of some bytes; nil where the bytes end before.
struct LittleEndianReader {
    let bytes: [UInt8]

    func byte16(_ offset: Int) -> UInt16? {
        guard offset >= 0, offset <= bytes.count - 2 else { return nil }
        return UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
    }

    func byte32(_ offset: Int) -> UInt32? {
        guard let low = byte16(offset), let high = byte16(offset + 2) else { return nil }
        return UInt32(low) | UInt32(high) << 16
    }

    /// A 64-bit number that must fit an `Int` that is not negative.
    func byte64(_ offset: Int) -> Int? {
        guard let low = byte32(offset), let high = byte32(offset + 4) else { return nil }
        return Int(exactly: UInt64(low) | UInt64(high) << 32)
    }
}
