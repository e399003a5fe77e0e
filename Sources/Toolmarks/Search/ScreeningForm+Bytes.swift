extension ScreeningForm {
    /// The form as bytes: its side in units of 64, then the bits, little endian.
    public var bytes: [UInt8] {
        var bytes = [UInt8(side / 64)]
        bytes.reserveCapacity(1 + byteCount)
        for word in bits {
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * place))) }
        }
        return bytes
    }

    /// Reads a form; nil when the bytes are not those of one.
    public init?(bytes: some RandomAccessCollection<UInt8>) {
        guard let units = bytes.first, (1...ScreeningForm.largestSide / 64).contains(Int(units)) else { return nil }
        let side = Int(units) * 64
        let count = 2 * side * side / 64
        guard bytes.count == 1 + 8 * count else { return nil }
        var bits = [UInt64](repeating: 0, count: count)
        for (index, byte) in bytes.dropFirst().enumerated() {
            bits[index / 8] |= UInt64(byte) << UInt64(8 * (index % 8))
        }
        // A sign without a measured point cannot come from here.
        guard (0..<count / 2).allSatisfy({ bits[$0] & ~bits[count / 2 + $0] == 0 }) else { return nil }
        self.init(side: side, bits: bits)
        guard pointCount > 0 else { return nil }
    }
}
