/// The lines of a machine-readable zone, brought to the lengths of a format.
struct ZoneText: Sendable {
    static let filler = UInt8(ascii: "<")
    /// More than the longest zone with white space around every character.
    private static let mostBytes = 1_000
    /// A reader may drop or double a few fillers in a run of them.
    private static let mostMissing = 4

    let format: ZoneFormat
    /// All lines, one behind the other.
    let zone: [UInt8]
    /// The lines, from 0, whose runs of fillers were lengthened or shortened.
    let resized: [Int]

    /// Throws ``ZoneError``.
    init(_ raw: String) throws(ZoneError) {
        guard raw.utf8.count <= Self.mostBytes else {
            throw ZoneError(.tooLong, "more than \(Self.mostBytes) bytes; give the two or three lines of the zone only")
        }
        let lines = try Self.lines(raw)
        guard !lines.isEmpty else { throw ZoneError(.empty, "there is no text") }
        guard let (format, parts) = Self.split(lines) else {
            let lengths = lines.map { String($0.count) }.joined(separator: ", ")
            throw ZoneError(
                .format,
                "lines of \(lengths) characters; a zone has three of 30, two of 36 or two of 44 characters"
            )
        }
        var zone: [UInt8] = []
        var resized: [Int] = []
        for (index, part) in parts.enumerated() {
            let line = Self.resize(part, to: format.lineLength)
            if line.count != part.count { resized.append(index) }
            zone += line
        }
        self.format = format
        self.zone = zone
        self.resized = resized
    }

    /// The lines in capital letters, without white space and empty lines, with what people and programs write for the
    /// filler turned into it.
    private static func lines(_ raw: String) throws(ZoneError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for (index, text) in raw.split(whereSeparator: \.isNewline).enumerated() {
            var line: [UInt8] = []
            for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar != "\u{FEFF}" {
                switch scalar {
                case "«", "‹", "〈", "《", "<": line.append(filler)
                case "＜": line.append(filler)
                default:
                    let capital = scalar.isASCII ? scalar.properties.uppercaseMapping.utf8.first : nil
                    guard let capital, CheckDigit.value(capital) != nil else {
                        throw ZoneError(
                            .character, line: index + 1,
                            "\"\(scalar)\" is no character of a machine-readable zone; use A to Z, 0 to 9 and <"
                        )
                    }
                    line.append(capital)
                }
            }
            if !line.isEmpty { lines.append(line) }
        }
        return lines
    }

    private static func split(_ lines: [[UInt8]]) -> (ZoneFormat, [[UInt8]])? {
        if lines.count == 1 {
            switch lines[0].count {
            case 90: return (.td1, chunks(lines[0], of: 30))
            case 88: return two(chunks(lines[0], of: 44))
            case 72: return two(chunks(lines[0], of: 36))
            default: return nil
            }
        }
        if lines.count == 3, fits(lines, 30) { return (.td1, lines) }
        if let licence = swissDrivingLicence(lines) { return (.td1, licence) }
        if lines.count == 2, let two = two(lines) { return two }
        // A page often carries other text above the zone; its last lines are the zone.
        if lines.count > 3, fits(Array(lines.suffix(3)), 30) { return (.td1, lines.suffix(3)) }
        if lines.count > 2 { return two(lines.suffix(2)) }
        return nil
    }

    /// A Swiss driving licence has nine characters on its first line, here filled up to those of a card.
    private static func swissDrivingLicence(_ lines: [[UInt8]]) -> [[UInt8]]? {
        guard lines.count >= 2, lines[lines.count - 2].starts(with: Array("FACHE".utf8)), fits(lines.suffix(2), 30)
        else {
            return nil
        }
        let first = lines.count > 2 && lines[lines.count - 3].count <= 30 ? lines[lines.count - 3] : []
        return [first + Array(repeating: filler, count: 30 - first.count)] + lines.suffix(2)
    }

    private static func two(_ lines: [[UInt8]]) -> (ZoneFormat, [[UInt8]])? {
        let isVisa = lines[0].first == UInt8(ascii: "V")
        let isLong = fits(lines, 44) && (!fits(lines, 36) || lines.contains { $0.count > 40 })
        if isLong { return (isVisa ? .visaA : .td3, lines) }
        return fits(lines, 36) ? (isVisa ? .visaB : .td2, lines) : nil
    }

    private static func fits(_ lines: some Collection<[UInt8]>, _ length: Int) -> Bool {
        lines.contains { $0.count == length } && lines.allSatisfy { abs($0.count - length) <= mostMissing }
            && lines.allSatisfy { resize($0, to: length).count == length }
    }

    private static func chunks(_ bytes: [UInt8], of length: Int) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: length).map { Array(bytes[$0..<$0 + length]) }
    }

    /// Lengthens or shortens the last run of fillers; a line without room for that stays as it is.
    private static func resize(_ line: [UInt8], to length: Int) -> [UInt8] {
        guard line.count != length, let last = line.lastIndex(of: filler) else { return line }
        var first = last
        while first > 0, line[first - 1] == filler { first -= 1 }
        let run = last - first + 1 + length - line.count
        guard run >= 1, last - first >= 1 else { return line }
        return line[..<first] + Array(repeating: filler, count: run) + line[(last + 1)...]
    }
}
