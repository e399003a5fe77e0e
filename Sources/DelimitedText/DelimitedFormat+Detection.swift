extension DelimitedFormat {
    /// How much of a file is looked at to find its format, in bytes.
    public static let sampleBytes = 256 << 10

    /// The most likely format of a file from its beginning.
    ///
    /// - Parameters:
    ///   - sample: the first bytes of the file, usually `sampleBytes` of them.
    ///   - isWhole: whether the sample is the whole file, so that its last row is complete.
    public static func detect(sample: [UInt8], isWhole: Bool = false) -> DelimitedFormat {
        var format = detectEncoding(sample, isWhole: isWhole)
        var text = Array(sample.dropFirst(format.hasByteOrderMark ? format.byteOrderMark.count : 0))
        if format.encoding == .utf16LittleEndian || format.encoding == .utf16BigEndian {
            var transcoder = UTF16Transcoder(isLittleEndian: format.encoding == .utf16LittleEndian)
            var converted: [UInt8] = []
            transcoder.append(text, to: &converted)
            text = converted
        }
        format.delimiter = declaredDelimiter(text) ?? likeliestDelimiter(text, isWhole: isWhole)
        return format
    }

    /// The delimiter of a first line `sep=;`, which Excel writes and obeys.
    static func declaredDelimiter(_ text: [UInt8]) -> Delimiter? {
        guard text.count >= 5, text.starts(with: Array("sep=".utf8)) else { return nil }
        guard text.count == 5 || text[5] == 0x0A || text[5] == 0x0D else { return nil }
        return Delimiter.all.first { $0.byte == text[4] }
    }

    private static func likeliestDelimiter(_ text: [UInt8], isWhole: Bool) -> Delimiter {
        var best: (delimiter: Delimiter, score: Double) = (.comma, 0)
        for delimiter in Delimiter.all {
            let score = score(delimiter, text, isWhole: isWhole)
            if score > best.score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    /// How well a delimiter explains the sample: 0 when it never divides a row, about 1 when it divides all alike.
    ///
    /// A delimiter is believed when rows agree on the number of fields, when one of the first rows (the header) agrees
    /// too, and when quotes close where fields end. A comma between two digits is weak evidence, because it is also
    /// how most of the world writes 12,5.
    private static func score(_ delimiter: Delimiter, _ text: [UInt8], isWhole: Bool) -> Double {
        var scanner = RowScanner(delimiter: delimiter.byte, limits: DelimitedLimits(columns: 10_000))
        var widths: [Int] = []
        var irregular = 0
        var delimiters = 0
        var betweenDigits = 0
        var brokenOff = false
        var position = 0
        while position < text.count, widths.count < 500 {
            // The last row of a sample may be cut anywhere; it counts only when there is nothing else.
            let atEnd = isWhole || widths.isEmpty
            guard case .row(let next) = scanner.scan(text.span, from: position, atEnd: atEnd) else {
                brokenOff = isWhole
                break
            }
            position = next
            if scanner.isBlank(text.span) { continue }
            widths.append(scanner.fields.count)
            if scanner.fields.contains(where: { $0.shape == .irregular }) { irregular += 1 }
            for field in scanner.fields.dropFirst() {
                delimiters += 1
                let before = field.start - 2
                if before >= 0, field.start < text.count, text[before].isDigit, text[field.start].isDigit {
                    betweenDigits += 1
                }
            }
        }
        var tally: [Int: Int] = [:]
        for width in widths where width > 1 { tally[width, default: 0] += 1 }
        guard let mode = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
        var score = Double(mode.value) / Double(widths.count)
        if !widths.prefix(3).contains(mode.key) { score *= 0.3 }
        score *= 1 - 0.9 * Double(irregular) / Double(widths.count)
        if brokenOff { score *= 0.5 }
        if delimiter == .comma { score *= 1 - 0.6 * Double(betweenDigits) / Double(max(delimiters, 1)) }
        return score * (1 + 0.03 * Double(min(mode.key, 20)))
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
