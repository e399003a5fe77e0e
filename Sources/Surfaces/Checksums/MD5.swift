/// The checksum that x3p files carry. It finds damage; it proves nothing against somebody who means harm.
///
/// Source: RFC 1321.
struct MD5: Sendable, Hashable {
    /// The four words of the digest, little endian.
    private let words: SIMD4<UInt32>

    /// The digest as 32 small hexadecimal digits.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for index in 0..<4 {
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                let byte = Int(words[index] >> shift & 0xFF)
                text.append(digits[byte >> 4])
                text.append(digits[byte & 15])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The digest of some bytes.
    init(_ bytes: [UInt8]) {
        self = unsafe bytes.withUnsafeBytes { unsafe MD5($0) }
    }

    /// The digest of some bytes.
    init(_ bytes: UnsafeRawBufferPointer) {
        var state = SIMD4<UInt32>(0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476)
        let whole = bytes.count & ~63
        for offset in stride(from: 0, to: whole, by: 64) {
            unsafe Self.mix(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + 64]), into: &state)
        }
        // The rest, the bit 1, zeros up to eight bytes before the end of a block, the length in bits.
        var tail = unsafe [UInt8](bytes[whole...])
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(bytes.count) &* 8
        for shift in stride(from: UInt64(0), to: 64, by: 8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        for offset in stride(from: 0, to: tail.count, by: 64) {
            unsafe tail.withUnsafeBytes { unsafe Self.mix(.init(rebasing: $0[offset..<offset + 64]), into: &state) }
        }
        words = state
    }
}
