/// Turns UTF-16 into UTF-8 piece by piece, so that the scanner sees one kind of bytes.
struct UTF16Transcoder {
    /// Whether the low byte comes first.
    let isLittleEndian: Bool
    /// What the bytes so far are found to be wrong about; nothing is transcoded after it.
    private(set) var problem: String?
    /// The first byte of a pair cut in two.
    private var half: UInt8?
    /// A high surrogate that waits for its partner.
    private var highSurrogate: UInt32?

    init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

    /// Appends the text of more bytes.
    mutating func append(_ bytes: [UInt8], to text: inout [UInt8]) {
        guard problem == nil else { return }
        text.reserveCapacity(text.count + bytes.count)
        var index = 0
        if let first = half, let second = bytes.first {
            half = nil
            index = 1
            append(unit(first, second), to: &text)
        }
        while index + 1 < bytes.count, problem == nil {
            append(unit(bytes[index], bytes[index + 1]), to: &text)
            index += 2
        }
        if index < bytes.count { half = bytes[index] }
    }

    /// Notes a character that the end of the file has cut in two.
    mutating func finish() {
        if problem == nil, half != nil || highSurrogate != nil {
            problem = "the file ends in the middle of a character"
        }
    }

    /// The number of bytes that UTF-8 text has in UTF-16.
    static func encodedLength(_ text: ArraySlice<UInt8>) -> Int {
        var length = 0
        for byte in text where byte & 0xC0 != 0x80 { length += byte >= 0xF0 ? 4 : 2 }
        return length
    }

    @inline(__always)
    private func unit(_ first: UInt8, _ second: UInt8) -> UInt32 {
        isLittleEndian ? UInt32(second) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(second)
    }

    @inline(__always)
    private mutating func append(_ unit: UInt32, to text: inout [UInt8]) {
        if let high = highSurrogate {
            guard unit & 0xFC00 == 0xDC00 else {
                problem = "a UTF-16 surrogate has no partner"
                return
            }
            highSurrogate = nil
            let scalar = 0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF
            text.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        } else if unit < 0x80 {
            text.append(UInt8(truncatingIfNeeded: unit))
        } else if unit < 0x800 {
            text.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
            text.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
        } else if unit & 0xFC00 == 0xD800 {
            highSurrogate = unit
        } else if unit & 0xFC00 == 0xDC00 {
            problem = "a UTF-16 surrogate has no partner"
        } else {
            text.append(0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
            text.append(0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F))
            text.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
        }
    }
}
