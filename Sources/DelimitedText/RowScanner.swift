/// Where a field lies in the buffer and how it is written.
struct FieldBounds {
    /// What has to be done to the bytes to get the text.
    enum Shape {
        /// As it stands.
        case plain
        /// Without the first and last byte, which are quotes.
        case quoted
        /// Quoted, with doubled quotes inside.
        case doubled
        /// Quoted, with more text after the closing quote.
        case irregular
    }

    var start: Int
    var end: Int
    var shape: Shape
    var isASCII: Bool
}

/// Finds the fields of one row in a buffer of bytes in which delimiters, quotes and line ends are ASCII.
///
/// RFC 4180, read leniently: a quote inside an unquoted field is an ordinary character, text after a closing quote
/// belongs to the field, and LF, CR and CR LF all end a row.
struct RowScanner {
    /// Why a row is refused.
    struct Refusal {
        var code: DelimitedTextError.Code
        /// Index in the buffer.
        var index: Int
        /// Line ends of the row before the place to be named.
        var lineBreaks: Int
        /// Whether a quote is open there.
        var isInQuotes: Bool
    }

    enum Outcome {
        /// A whole row, its line end included, up to this index.
        case row(next: Int)
        /// The row goes on after the end of the buffer.
        case incomplete
        case refused(Refusal)
    }

    private enum Byte {
        static let lineFeed: UInt8 = 0x0A
        static let carriageReturn: UInt8 = 0x0D
        static let quote: UInt8 = 0x22
    }

    let delimiter: UInt8
    let limits: DelimitedLimits
    /// The fields of the last row.
    private(set) var fields: [FieldBounds] = []
    /// The line ends seen in the last row, those inside quotes included.
    private(set) var lineBreaks = 0

    init(delimiter: UInt8, limits: DelimitedLimits) {
        self.delimiter = delimiter
        self.limits = limits
    }

    /// Scans one row.
    ///
    /// - Parameters:
    ///   - bytes: the buffer.
    ///   - start: where the row begins, less than the number of bytes.
    ///   - atEnd: whether nothing follows the buffer.
    mutating func scan(_ bytes: Span<UInt8>, from start: Int, atEnd: Bool) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        lineBreaks = 0
        let count = bytes.count
        var index = start
        while true {
            let fieldStart = index
            let opened = lineBreaks
            var shape = FieldBounds.Shape.plain
            var seen: UInt8 = 0
            if index < count, bytes[index] == Byte.quote {
                shape = .quoted
                index += 1
                var isOpen = true
                while isOpen {
                    guard index < count else {
                        return cutOff(at: index, fieldStart, start, opened, inQuotes: true, atEnd: atEnd)
                    }
                    let byte = bytes[index]
                    if byte == Byte.quote {
                        guard index + 1 < count || atEnd else {
                            return cutOff(at: index, fieldStart, start, opened, inQuotes: true, atEnd: false)
                        }
                        if index + 1 < count, bytes[index + 1] == Byte.quote {
                            shape = .doubled
                            index += 1
                        } else {
                            isOpen = false
                        }
                    } else if byte <= Byte.carriageReturn {
                        if byte == 0 { return refused(.nulByte, index, inQuotes: true) }
                        if byte == Byte.lineFeed {
                            lineBreaks += 1
                        } else if byte == Byte.carriageReturn {
                            guard index + 1 < count || atEnd else {
                                return cutOff(at: index, fieldStart, start, opened, inQuotes: true, atEnd: false)
                            }
                            if index + 1 == count || bytes[index + 1] != Byte.lineFeed { lineBreaks += 1 }
                        }
                    }
                    seen |= byte
                    index += 1
                }
            }
            let textStart = index
            while index < count {
                let byte = bytes[index]
                if byte == delimiter { break }
                if byte <= Byte.carriageReturn {
                    if byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
                    if byte == 0 { return refused(.nulByte, index, inQuotes: false) }
                }
                seen |= byte
                index += 1
            }
            if index == count, !atEnd {
                return cutOff(at: index, fieldStart, start, opened, inQuotes: false, atEnd: false)
            }
            if shape != .plain, index > textStart { shape = .irregular }
            if let refusal = overrun(index, fieldStart, start, opened, inQuotes: false) {
                return .refused(refusal)
            }
            fields.append(FieldBounds(start: fieldStart, end: index, shape: shape, isASCII: seen < 0x80))
            guard index < count else { return .row(next: index) }
            if bytes[index] == delimiter {
                if fields.count >= limits.columns { return refused(.tooManyColumns, index, inQuotes: false) }
                index += 1
                continue
            }
            if bytes[index] == Byte.carriageReturn {
                guard index + 1 < count || atEnd else { return .incomplete }
                if index + 1 < count, bytes[index + 1] == Byte.lineFeed { index += 1 }
            }
            lineBreaks += 1
            return .row(next: index + 1)
        }
    }

    /// Whether the last row is a line of nothing but spaces and tabs, without a delimiter or a quote.
    func isBlank(_ bytes: Span<UInt8>) -> Bool {
        guard fields.count == 1, let only = fields.first, only.shape == .plain else { return false }
        for index in only.start..<only.end where bytes[index] != 0x20 && bytes[index] != 0x09 { return false }
        return true
    }

    /// The outcome when the buffer ends inside a row; `opened` line ends stand before the field.
    private func cutOff(
        at index: Int,
        _ fieldStart: Int,
        _ start: Int,
        _ opened: Int,
        inQuotes: Bool,
        atEnd: Bool
    ) -> Outcome {
        if let refusal = overrun(index, fieldStart, start, opened, inQuotes: inQuotes) { return .refused(refusal) }
        guard atEnd, inQuotes else { return .incomplete }
        return .refused(Refusal(code: .unterminatedQuote, index: fieldStart, lineBreaks: opened, isInQuotes: true))
    }

    private func overrun(
        _ index: Int,
        _ fieldStart: Int,
        _ start: Int,
        _ opened: Int,
        inQuotes: Bool
    ) -> Refusal? {
        if index - fieldStart > limits.fieldBytes {
            return Refusal(code: .fieldTooLong, index: fieldStart, lineBreaks: opened, isInQuotes: inQuotes)
        }
        if index - start > limits.rowBytes {
            return Refusal(code: .rowTooLong, index: start, lineBreaks: 0, isInQuotes: false)
        }
        return nil
    }

    private func refused(_ code: DelimitedTextError.Code, _ index: Int, inQuotes: Bool) -> Outcome {
        .refused(Refusal(code: code, index: index, lineBreaks: lineBreaks, isInQuotes: inQuotes))
    }
}
