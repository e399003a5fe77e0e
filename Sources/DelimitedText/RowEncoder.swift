/// Turns rows into bytes of a format, quoted by RFC 4180.
struct RowEncoder {
    let format: DelimitedFormat
    let name: String
    let guardsFormulas: Bool
    /// The bytes not yet taken by anyone.
    var bytes: [UInt8] = []
    private var rows = 0

    init(format: DelimitedFormat, name: String, guardsFormulas: Bool) {
        self.format = format
        self.name = name
        self.guardsFormulas = guardsFormulas
        if format.hasByteOrderMark { bytes = format.byteOrderMark }
    }

    /// Appends one row, or nothing of it when a field cannot be written.
    mutating func append(_ fields: some Sequence<String>) throws(DelimitedTextError) {
        let rowStart = bytes.count
        var count = 0
        var isOneEmptyField = false
        do {
            for field in fields {
                if count > 0 { append(ascii: format.delimiter.byte) }
                count += 1
                let text = guardsFormulas ? FormulaGuard.guarded(field) : field
                isOneEmptyField = count == 1 && text.isEmpty
                try append(text, field: count)
            }
        } catch {
            bytes.removeSubrange(rowStart...)
            throw error
        }
        // A row of one empty field must not look like a blank line.
        if isOneEmptyField {
            append(ascii: 0x22)
            append(ascii: 0x22)
        }
        append(ascii: 0x0D)
        append(ascii: 0x0A)
        rows += 1
    }

    private mutating func append(_ text: String, field: Int) throws(DelimitedTextError) {
        let isQuoted = needsQuotes(text.utf8)
        if isQuoted { append(ascii: 0x22) }
        switch format.encoding {
        case .utf8:
            for byte in text.utf8 {
                if byte == 0 { throw nulByte(field) }
                if byte == 0x22 { bytes.append(byte) }
                bytes.append(byte)
            }
        case .windows1252:
            for scalar in text.unicodeScalars {
                guard let byte = Windows1252.encode(scalar) else { throw unencodable(scalar, field) }
                if byte == 0 { throw nulByte(field) }
                if byte == 0x22 { bytes.append(byte) }
                bytes.append(byte)
            }
        case .utf16LittleEndian, .utf16BigEndian:
            for unit in text.utf16 {
                if unit == 0 { throw nulByte(field) }
                if unit == 0x22 { append(unit: unit) }
                append(unit: unit)
            }
        }
        if isQuoted { append(ascii: 0x22) }
    }

    /// Whether a field would be read back as something else without quotes.
    private func needsQuotes(_ text: String.UTF8View) -> Bool {
        guard let first = text.first, let last = text.last else { return false }
        if first <= 0x20 || last <= 0x20 { return true }
        for byte in text where byte == format.delimiter.byte || byte == 0x22 || byte == 0x0A || byte == 0x0D {
            return true
        }
        // At the beginning of a file these would be taken for a byte order mark or a declared delimiter.
        return rows == 0 && (text.starts(with: [0xEF, 0xBB, 0xBF]) || text.elementsEqual("sep=".utf8))
    }

    private mutating func append(ascii byte: UInt8) {
        switch format.encoding {
        case .utf8, .windows1252: bytes.append(byte)
        case .utf16LittleEndian, .utf16BigEndian: append(unit: UInt16(byte))
        }
    }

    private mutating func append(unit: UInt16) {
        let high = UInt8(unit >> 8)
        let low = UInt8(unit & 0xFF)
        bytes.append(format.encoding == .utf16LittleEndian ? low : high)
        bytes.append(format.encoding == .utf16LittleEndian ? high : low)
    }

    private func nulByte(_ field: Int) -> DelimitedTextError {
        DelimitedTextError(
            code: .nulByte,
            file: name,
            field: field,
            detail: "Row \(rows + 1) has a character U+0000 here, which no reader accepts. Remove it from the value."
        )
    }

    private func unencodable(_ scalar: Unicode.Scalar, _ field: Int) -> DelimitedTextError {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        return DelimitedTextError(
            code: .unencodable,
            file: name,
            field: field,
            detail: "Row \(rows + 1) has \"\(scalar)\" (U+\(padded)) here, which \(format.encoding.rawValue) cannot"
                + " write. Choose UTF-8."
        )
    }
}
