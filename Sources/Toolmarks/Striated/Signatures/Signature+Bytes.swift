extension Signature {
    /// The signature as bytes, little endian: format, axis, pitch and finding as nine 64-bit numbers, then heights and
    /// confidence as 32-bit numbers, one height and one confidence for each point.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = [1, axis == .x ? 1 : axis == .y ? 2 : 0]
        bytes.reserveCapacity(Self.headBytes + 8 * values.count)
        for number in [pitch] + finding.numbers {
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(8 * place))) }
        }
        for number in values + confidence {
            for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt32(8 * place))) }
        }
        return bytes
    }

    private static let headBytes = 2 + 9 * 8

    /// Reads a signature; nil when the bytes are not those of one.
    public init?(bytes: [UInt8]) {
        guard bytes.count > Self.headBytes, (bytes.count - Self.headBytes) % 8 == 0, bytes[0] == 1, bytes[1] <= 2
        else { return nil }
        let head = (0..<9).map { number in
            let start = 2 + 8 * number
            return Double(bitPattern: (0..<8).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) })
        }
        guard head[0] > 0, head.allSatisfy(\.isFinite) else { return nil }
        let count = (bytes.count - Self.headBytes) / 8
        let numbers = (0..<2 * count).map { number in
            let start = Self.headBytes + 4 * number
            return Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) })
        }
        self.init(
            pitch: head[0], values: Array(numbers[..<count]), confidence: Array(numbers[count...]),
            axis: bytes[1] == 1 ? .x : bytes[1] == 2 ? .y : nil, finding: SignatureFinding(head.dropFirst())
        )
    }
}

extension SignatureFinding {
    fileprivate var numbers: [Double] {
        [angle, coherence, stableFrom, stableTo, stability, leftShoulder, rightShoulder, scanWidth]
    }

    fileprivate init(_ numbers: ArraySlice<Double>) {
        let numbers = Array(numbers)
        self.init(
            angle: numbers[0], coherence: numbers[1], stableFrom: numbers[2], stableTo: numbers[3],
            stability: numbers[4], leftShoulder: numbers[5], rightShoulder: numbers[6], scanWidth: numbers[7]
        )
    }
}
