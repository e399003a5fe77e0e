/// Reads delimited text (CSV and its relatives) row by row in constant memory.
///
/// This module is a library of its own, with no dependency, because bureaus' real files must be read at import speed
/// with constant memory, resume from a byte offset after an interruption, and fail with errors that name the file, the
/// line and the field. It knows nothing of firearms or databases, so every import and export can share it.
///
/// The dialect is RFC 4180 read leniently: LF, CR and CR LF end a row, also in one file; quoted fields hold delimiters,
/// line ends and doubled quotes; a quote inside an unquoted field is an ordinary character; blank lines are skipped;
/// rows are returned as long as they are; a first line `sep=;` is obeyed and skipped. Strict are only the things that
/// would lose data in silence: undecodable bytes, zero bytes, a quote that never closes, and the limits.
///
/// A reader is a value: a copy goes on from the same row by itself, unless the source is a pipe.
public struct DelimitedReader: Sendable {
    /// The format in use. It changes once at most: an assumed encoding becomes certain with the first character that
    /// is not ASCII. Keep it together with `offset`, `line` and `number` to resume.
    public internal(set) var format: DelimitedFormat
    /// The byte after the last row returned, counted from the beginning of the file.
    public private(set) var offset: UInt64
    /// The line on which the search for the next row begins.
    public private(set) var line: Int
    /// The number of the next row among those that are not blank.
    public private(set) var number: Int
    /// The limits in force.
    public let limits: DelimitedLimits

    /// The file as named in errors.
    public var file: String { source.name }
    /// The size of the file in bytes, for a progress bar; nil for a pipe.
    public var size: UInt64? { source.size }

    private static let chunkBytes = 1 << 20

    private var source: ByteSource
    var scanner: RowScanner
    private var transcoder: UTF16Transcoder?
    /// Text that is read but not yet returned, from `consumed` on; UTF-8 where the file is UTF-16.
    private(set) var buffer: [UInt8] = []
    private(set) var consumed = 0
    private var sourceHasEnded = false
    private let isFromBeginning: Bool
    private var failure: DelimitedTextError?

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - format: how the file is written; nil detects it from the beginning of the file.
    ///   - offset: the `offset` of an earlier reader, 0 for the beginning.
    ///   - startingLine: the `line` of that reader.
    ///   - startingNumber: the `number` of that reader.
    ///   - limits: what to refuse.
    /// - Throws: `unreadable`, `empty`, `binary`, or what the first bytes give rise to.
    public init(
        contentsOf path: String,
        format: DelimitedFormat? = nil,
        startingAt offset: UInt64 = 0,
        startingLine: Int = 1,
        startingNumber: Int = 1,
        limits: DelimitedLimits = DelimitedLimits()
    ) throws(DelimitedTextError) {
        try self.init(
            ByteSource(path: path),
            format,
            offset,
            line: startingLine,
            number: startingNumber,
            limits
        )
    }

    /// Reads bytes in memory as if they were a file of this name; see `init(contentsOf:)`.
    public init(
        bytes: [UInt8],
        name: String,
        format: DelimitedFormat? = nil,
        startingAt offset: UInt64 = 0,
        startingLine: Int = 1,
        startingNumber: Int = 1,
        limits: DelimitedLimits = DelimitedLimits()
    ) throws(DelimitedTextError) {
        try self.init(
            ByteSource(bytes: bytes, name: name),
            format,
            offset,
            line: startingLine,
            number: startingNumber,
            limits
        )
    }

    private init(
        _ source: ByteSource,
        _ given: DelimitedFormat?,
        _ offset: UInt64,
        line: Int,
        number: Int,
        _ limits: DelimitedLimits
    ) throws(DelimitedTextError) {
        self.source = source
        self.limits = limits
        self.line = line
        self.number = number
        self.offset = offset
        isFromBeginning = offset == 0
        var pending: [UInt8] = []
        if offset == 0 || given == nil {
            pending = try self.source.read(upTo: DelimitedFormat.sampleBytes)
            if let kind = BinarySignature.recognise(pending) { throw Self.isBinary(source.name, kind) }
        }
        let isWhole = pending.count < DelimitedFormat.sampleBytes
        var format = given ?? DelimitedFormat.detect(sample: pending, isWhole: isWhole)
        // High bytes of UTF-16 look like control characters, and a given format is trusted this far.
        let isByteText = format.encoding == .utf8 || format.encoding == .windows1252
        if given == nil, isByteText, BinarySignature.isMostlyControlCharacters(pending) {
            throw Self.isBinary(source.name, "data, not text")
        }
        if offset == 0 {
            let mark = format.byteOrderMark
            format.hasByteOrderMark = !mark.isEmpty && pending.starts(with: mark)
            if format.hasByteOrderMark {
                pending.removeFirst(mark.count)
                self.offset = UInt64(mark.count)
            }
            guard !pending.isEmpty else { throw Self.emptiness(source.name) }
        } else {
            pending = []
            try self.source.seek(to: offset)
        }
        self.format = format
        scanner = RowScanner(delimiter: format.delimiter.byte, limits: limits)
        switch format.encoding {
        case .utf16LittleEndian: transcoder = UTF16Transcoder(isLittleEndian: true)
        case .utf16BigEndian: transcoder = UTF16Transcoder(isLittleEndian: false)
        case .utf8, .windows1252: transcoder = nil
        }
        append(pending)
    }

    /// The next row, nil after the last.
    ///
    /// - Throws: what the row gives rise to; the same error again on every later call.
    public mutating func next() throws(DelimitedTextError) -> DelimitedRow? {
        if let failure { throw failure }
        do {
            return try advance()
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func advance() throws(DelimitedTextError) -> DelimitedRow? {
        while true {
            if consumed == buffer.count {
                if try refill(lineBreaks: 0) { continue }
                if isFromBeginning, number == 1 { throw Self.emptiness(file) }
                return nil
            }
            let atEnd = sourceHasEnded && transcoder?.problem == nil
            switch scanRow(atEnd: atEnd) {
            case .incomplete:
                _ = try refill(lineBreaks: scanner.lineBreaks)
            case .refused(let refusal):
                throw error(for: refusal)
            case .row(let next):
                let isSkipped = scanner.isBlank(buffer.span) || isDelimiterDeclaration(next)
                var row: DelimitedRow?
                if !isSkipped { row = DelimitedRow(line: line, number: number, fields: try decodedFields()) }
                offset += UInt64(fileLength(consumed..<next))
                line += scanner.lineBreaks
                consumed = next
                guard let row else { continue }
                number += 1
                return row
            }
        }
    }

    private mutating func scanRow(atEnd: Bool) -> RowScanner.Outcome {
        // A span of the property itself would borrow the whole reader; this shares the storage, and copies nothing.
        let bytes = buffer
        return scanner.scan(bytes.span, from: consumed, atEnd: atEnd)
    }

    /// Reads more of the source behind what is left in the buffer; false when there was no more.
    private mutating func refill(lineBreaks: Int) throws(DelimitedTextError) -> Bool {
        if sourceHasEnded {
            guard let problem = transcoder?.problem else { return false }
            throw DelimitedTextError(
                code: .undecodable,
                file: file,
                line: line + lineBreaks,
                byte: offset + UInt64(fileLength(consumed..<buffer.count)),
                detail: "The file is read as UTF-16, but \(problem). Save the file again as UTF-8."
            )
        }
        let chunk = try source.read(upTo: Self.chunkBytes)
        buffer.removeSubrange(0..<consumed)
        consumed = 0
        if chunk.isEmpty {
            sourceHasEnded = true
            transcoder?.finish()
            return transcoder?.problem != nil
        }
        append(chunk)
        return true
    }

    private mutating func append(_ bytes: [UInt8]) {
        guard transcoder != nil else {
            buffer.append(contentsOf: bytes)
            return
        }
        transcoder?.append(bytes, to: &buffer)
        if transcoder?.problem != nil { sourceHasEnded = true }
    }

    /// The length in the file of a part of the buffer.
    func fileLength(_ range: Range<Int>) -> Int {
        transcoder == nil ? range.count : UTF16Transcoder.encodedLength(buffer[range])
    }

    /// Whether the row is the first line `sep=;` of Excel.
    private func isDelimiterDeclaration(_ next: Int) -> Bool {
        guard line == 1, number == 1, scanner.fields.count == 2, next - consumed <= 7 else { return false }
        return DelimitedFormat.declaredDelimiter(Array(buffer[consumed..<next])) == format.delimiter
    }
}
