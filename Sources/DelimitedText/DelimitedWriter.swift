/// Writes delimited text by RFC 4180, row by row, to anything that takes bytes.
///
/// Fields are quoted only where they need it, and by default guarded against spreadsheets that would run them as
/// formulas; a guarded field carries an apostrophe that a reader does not take off. Call `finish()` after the last row.
public struct DelimitedWriter {
    private static let flushBytes = 64 << 10

    private var encoder: RowEncoder
    private let sink: ([UInt8]) throws -> Void

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - format: encoding, delimiter and whether to begin with a byte order mark.
    ///   - name: what errors call the file.
    ///   - guardsFormulas: whether fields that a spreadsheet would run get an apostrophe in front.
    ///   - sink: takes the bytes, about 64 KiB at a time.
    public init(
        format: DelimitedFormat = DelimitedFormat(),
        name: String = "output",
        guardsFormulas: Bool = true,
        sink: @escaping ([UInt8]) throws -> Void
    ) {
        encoder = RowEncoder(format: format, name: name, guardsFormulas: guardsFormulas)
        self.sink = sink
    }

    /// Writes one row of at least one field, ended by CR LF.
    ///
    /// - Throws: `DelimitedTextError` (`unencodable`, `nulByte`), and then nothing of the row is written; whatever the
    ///   sink throws.
    public mutating func write(_ fields: some Sequence<String>) throws {
        try encoder.append(fields)
        if encoder.bytes.count >= Self.flushBytes { try flush() }
    }

    /// Hands the remaining bytes to the sink.
    ///
    /// - Throws: whatever the sink throws.
    public mutating func finish() throws {
        if !encoder.bytes.isEmpty { try flush() }
    }

    private mutating func flush() throws {
        try sink(encoder.bytes)
        encoder.bytes.removeAll(keepingCapacity: true)
    }
}

extension DelimitedWriter {
    /// The bytes of a whole table.
    ///
    /// - Throws: `unencodable` or `nulByte`.
    public static func bytes(
        _ rows: some Sequence<[String]>,
        format: DelimitedFormat = DelimitedFormat(),
        guardsFormulas: Bool = true
    ) throws(DelimitedTextError) -> [UInt8] {
        var encoder = RowEncoder(format: format, name: "output", guardsFormulas: guardsFormulas)
        for row in rows { try encoder.append(row) }
        return encoder.bytes
    }

    /// The text of a whole table, without a byte order mark.
    ///
    /// - Throws: `nulByte`.
    public static func string(
        _ rows: some Sequence<[String]>,
        delimiter: DelimitedFormat.Delimiter = .comma,
        guardsFormulas: Bool = true
    ) throws(DelimitedTextError) -> String {
        let format = DelimitedFormat(delimiter: delimiter)
        return String(decoding: try bytes(rows, format: format, guardsFormulas: guardsFormulas), as: UTF8.self)
    }
}
