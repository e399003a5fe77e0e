/// Reads decimal numbers as instruments write them.
enum Number {
    /// A number such as `6.25e-06`, `1.60160000000000E-0002`, `+5`, `NaN` or `1,5`; nil when it is none.
    static func parse(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { buffer in unsafe parse(buffer.span) }
    }

    /// As `parse(_:)`, over bytes. Space around the number is skipped.
    static func parse(_ bytes: Span<UInt8>) -> Double? {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard start < end else { return nil }
        let trimmed = bytes.extracting(start..<end)
        return quick(trimmed) ?? thorough(trimmed)
    }

    /// Powers of ten that a `Double` holds exactly.
    private static let powers: [Double] = (0...22).map { exponent in
        (0..<exponent).reduce(1.0) { value, _ in value * 10 }
    }

    /// Numbers of at most 15 digits and a small exponent: one exact product or quotient gives the nearest `Double`.
    ///
    /// Source: Clinger, "How to read floating point numbers accurately", 1990, doi:10.1145/93542.93557.
    private static func quick(_ bytes: Span<UInt8>) -> Double? {
        var place = 0
        let isNegative = bytes[0] == 0x2D
        if isNegative || bytes[0] == 0x2B { place = 1 }
        var mantissa: UInt64 = 0
        var digits = 0
        var exponent = 0
        var hasPoint = false
        var hasDigit = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte >= 0x30, byte <= 0x39 {
                hasDigit = true
                // Zeros in front do not count.
                if mantissa != 0 || byte != 0x30 { digits += 1 }
                guard digits <= 15 else { return nil }
                mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
                if hasPoint { exponent -= 1 }
            } else if byte == 0x2E, !hasPoint {
                hasPoint = true
            } else {
                break
            }
            place += 1
        }
        guard hasDigit, exponent >= -400 else { return nil }
        if place < bytes.count {
            guard bytes[place] | 0x20 == 0x65, let stated = integer(bytes.extracting((place + 1)...)) else {
                return nil
            }
            exponent += stated
        }
        guard exponent >= -22, exponent <= 22 else { return mantissa == 0 ? (isNegative ? -0.0 : 0) : nil }
        let value = exponent < 0 ? Double(mantissa) / powers[-exponent] : Double(mantissa) * powers[exponent]
        return isNegative ? -value : value
    }

    /// A whole number of at most six digits after any zeros, with an optional sign.
    private static func integer(_ bytes: Span<UInt8>) -> Int? {
        guard bytes.count > 0 else { return nil }
        let isSigned = bytes[0] == 0x2D || bytes[0] == 0x2B
        guard bytes.count > (isSigned ? 1 : 0) else { return nil }
        var value = 0
        for place in (isSigned ? 1 : 0)..<bytes.count {
            guard bytes[place] >= 0x30, bytes[place] <= 0x39, value < 100_000 else { return nil }
            value = value * 10 + Int(bytes[place] - 0x30)
        }
        return bytes[0] == 0x2D ? -value : value
    }

    private static func thorough(_ bytes: Span<UInt8>) -> Double? {
        guard bytes.count <= 1_000 else { return nil }
        var text = ""
        for place in bytes.indices { text.unicodeScalars.append(Unicode.Scalar(bytes[place])) }
        if let value = accepted(text) { return value }
        // A decimal comma, where no point shows that it is something else.
        guard !text.contains("."), text.count(where: { $0 == "," }) == 1 else { return nil }
        return accepted(String(text.map { $0 == "," ? "." : $0 }))
    }

    /// What the standard library accepts, except hexadecimal numbers and payloads of NaN.
    private static func accepted(_ text: String) -> Double? {
        let lowered = text.lowercased()
        if ["nan", "-nan", "nan(ind)", "-nan(ind)", "1.#qnan", "-1.#ind", "-1.#ind00", "1.#qnan0"].contains(lowered) {
            return .nan
        }
        guard !lowered.contains("x"), !lowered.contains("n") || lowered.contains("inf") else { return nil }
        return Double(text)
    }
}
