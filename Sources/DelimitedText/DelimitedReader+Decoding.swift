extension DelimitedReader {
    /// The texts of the row just scanned.
    mutating func decodedFields() throws(DelimitedTextError) -> [String] {
        var fields: [String] = []
        fields.reserveCapacity(scanner.fields.count)
        for place in scanner.fields.indices {
            let bounds = scanner.fields[place]
            if !bounds.isASCII, format.encoding == .utf8 { try settleEncoding(bounds, field: place + 1) }
            switch bounds.shape {
            case .plain: fields.append(text(buffer[bounds.start..<bounds.end], isASCII: bounds.isASCII))
            case .quoted: fields.append(text(buffer[bounds.start + 1..<bounds.end - 1], isASCII: bounds.isASCII))
            case .doubled, .irregular: fields.append(text(unquoted(bounds)[...], isASCII: bounds.isASCII))
            }
        }
        return fields
    }

    /// The text of bytes that are known to be valid.
    private func text(_ bytes: ArraySlice<UInt8>, isASCII: Bool) -> String {
        if !isASCII, format.encoding == .windows1252 { return Windows1252.decode(bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Checks a field that is not ASCII, and takes the encoding for certain, one way or the other, if it was assumed.
    private mutating func settleEncoding(_ bounds: FieldBounds, field: Int) throws(DelimitedTextError) {
        if let invalid = firstInvalidUTF8(buffer[bounds.start..<bounds.end]) {
            guard format.encodingIsAssumed else {
                let lineEnds = lineBreaks(in: consumed..<invalid)
                throw DelimitedTextError(
                    code: .undecodable,
                    file: file,
                    line: line + lineEnds,
                    field: field,
                    byte: offset + UInt64(invalid - consumed),
                    detail: "The file is read as UTF-8, but this byte is not valid in it. Save the file again as UTF-8."
                )
            }
            format.encoding = .windows1252
        }
        format.encodingIsAssumed = false
    }

    /// The bytes of a quoted field without its quotes, doubled quotes made single.
    private func unquoted(_ bounds: FieldBounds) -> [UInt8] {
        let quote: UInt8 = 0x22
        var bytes: [UInt8] = []
        bytes.reserveCapacity(bounds.end - bounds.start)
        var index = bounds.start + 1
        while index < bounds.end {
            if buffer[index] == quote {
                guard index + 1 < bounds.end, buffer[index + 1] == quote else { break }
                index += 1
            }
            bytes.append(buffer[index])
            index += 1
        }
        // After the closing quote quotes are ordinary characters.
        if index + 1 < bounds.end { bytes += buffer[index + 1..<bounds.end] }
        return bytes
    }

    private func lineBreaks(in range: Range<Int>) -> Int {
        var count = 0
        for index in range {
            if buffer[index] == 0x0A { count += 1 }
            if buffer[index] == 0x0D, index + 1 == buffer.count || buffer[index + 1] != 0x0A { count += 1 }
        }
        return count
    }
}
