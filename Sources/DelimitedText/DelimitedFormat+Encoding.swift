extension DelimitedFormat {
    /// The encoding of a sample: by byte order mark, by the zero bytes of UTF-16, by validity as UTF-8, in this order.
    static func detectEncoding(_ sample: [UInt8], isWhole: Bool) -> DelimitedFormat {
        for encoding in [Encoding.utf8, .utf16LittleEndian, .utf16BigEndian] {
            let marked = DelimitedFormat(encoding: encoding, hasByteOrderMark: true)
            if sample.starts(with: marked.byteOrderMark) { return marked }
        }
        if looksLikeUTF16(sample, highByte: 1) { return DelimitedFormat(encoding: .utf16LittleEndian) }
        if looksLikeUTF16(sample, highByte: 0) { return DelimitedFormat(encoding: .utf16BigEndian) }
        if let invalid = firstInvalidUTF8(sample[...]) {
            // A sample may end in the middle of a character of up to four bytes.
            let isCutOff = !isWhole && invalid >= sample.count - 3
            if !isCutOff { return DelimitedFormat(encoding: .windows1252) }
        }
        return DelimitedFormat(encoding: .utf8, encodingIsAssumed: sample.allSatisfy { $0 < 0x80 })
    }

    /// Whether bytes without a mark are UTF-16 with the high byte of each pair at this place.
    ///
    /// Delimiters, digits and line ends have a zero high byte in every script, and high bytes that look like ASCII
    /// letters would mean that the pairs are really single characters.
    private static func looksLikeUTF16(_ sample: [UInt8], highByte: Int) -> Bool {
        let pairs = sample.count / 2
        guard pairs > 0 else { return false }
        var zeroHigh = 0
        var zeroLow = 0
        var letterHigh = 0
        for pair in 0..<pairs {
            let high = sample[pair * 2 + highByte]
            if high == 0 { zeroHigh += 1 }
            if high > 0x20, high < 0x7F { letterHigh += 1 }
            if sample[pair * 2 + 1 - highByte] == 0 { zeroLow += 1 }
        }
        return zeroHigh * 100 >= pairs * 15 && zeroLow * 50 <= pairs && letterHigh * 10 <= pairs
    }
}

/// The index of the first byte that is not valid UTF-8, nil when all are.
func firstInvalidUTF8(_ bytes: ArraySlice<UInt8>) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var index = bytes.startIndex
    while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let scalar): index += scalar.count
        case .emptyInput: return nil
        case .error: return index
        }
    }
}
