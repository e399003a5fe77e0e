/// Reads matrices of heights as text: a row a line, numbers set apart by tab, semicolon, comma or space.
///
/// Empty lines and lines that begin with `#`, `%` or `//` are passed over. Missing points are empty, `NaN`, `NA`, `***`
/// and the like.
struct TableReader {
    private let bytes: [UInt8]
    private let options: SurfaceReadingOptions

    /// Reads a matrix; nil when the bytes do not look like one.
    static func read(_ bytes: [UInt8], options: SurfaceReadingOptions) throws(SurfacesError) -> SurfaceFile? {
        let reader = TableReader(bytes: bytes, options: options)
        // Text has no zero bytes; a first look at some thousand bytes and lines tells.
        guard !bytes.prefix(4_096).contains(0), let dialect = TableDialect(reader.firstLines()) else { return nil }
        return try reader.read(dialect)
    }

    private func read(_ dialect: TableDialect) throws(SurfacesError) -> SurfaceFile {
        var warnings: [SurfaceWarning] = []
        var values: [Float] = []
        var columns = 0
        var rows = 0
        var lines = Lines(bytes)
        while let line = lines.next() {
            guard !Self.isPassedOver(line) else { continue }
            var fields = dialect.fields(line)
            // Many programs end a line with the mark that sets fields apart.
            if fields.count == columns + 1 || columns == 0, fields.count > 1, fields.last?.isEmpty == true {
                fields.removeLast()
            }
            if rows == 0 { columns = fields.count }
            guard fields.count == columns else {
                throw SurfacesError(
                    code: .malformed,
                    place: "line \(lines.number)",
                    detail: "The line has \(fields.count) fields and the first one \(columns). "
                        + "Write as many numbers on each line."
                )
            }
            guard values.count + columns <= options.limits.points else {
                throw SurfacesError(
                    code: .tooLarge,
                    place: "line \(lines.number)",
                    detail: "The matrix has more than \(options.limits.points) points."
                )
            }
            for (place, field) in fields.enumerated() {
                if let number = TableDialect.number(field) {
                    let height = Float(number * options.heightUnit)
                    values.append(height.isFinite ? height : .nan)
                } else if TableDialect.isMissing(field) {
                    values.append(.nan)
                } else {
                    let text = String(decoding: field.prefix(40), as: UTF8.self)
                    throw SurfacesError(
                        code: .malformed,
                        place: "line \(lines.number), field \(place + 1)",
                        detail: "'\(text)' is no number. Write missing points as NaN or leave them empty."
                    )
                }
            }
            rows += 1
        }
        let map = try MatrixSurface.map(
            columns: columns,
            rows: rows,
            values: values,
            options: options,
            warnings: &warnings
        )
        return SurfaceFile(format: .table, surface: map, document: nil, warnings: warnings)
    }

    /// Up to twenty lines that hold something, all whole; from very long ones only the first is taken.
    private func firstLines() -> [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        var lines = Lines(bytes)
        var looked = 0
        while let line = lines.next(), looked < 1_000, found.count < 20 {
            looked += 1
            if !Self.isPassedOver(line) { found.append(line) }
            if lines.place > 1 << 20 { break }
        }
        // A comma or tab after the last number of every line is no field.
        let marks = Set(",;\t".utf8)
        if found.allSatisfy({ $0.last.map(marks.contains) == true }) { found = found.map { $0.dropLast() } }
        return found
    }

    private static func isPassedOver(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first(where: { $0 > 0x20 }) else { return true }
        return first == UInt8(ascii: "#") || first == UInt8(ascii: "%") || line.starts(with: Array("//".utf8))
    }

    /// The lines of a text, ended by LF, CR or both, without a byte order mark.
    private struct Lines {
        private let bytes: [UInt8]
        private(set) var place: Int
        /// The number of the last line, from 1.
        private(set) var number = 0

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        mutating func next() -> ArraySlice<UInt8>? {
            guard place < bytes.count else { return nil }
            number += 1
            let start = place
            while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
            let line = bytes[start..<place]
            if place < bytes.count {
                let isPair = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
                place += isPair ? 2 : 1
            }
            return line
        }
    }
}
