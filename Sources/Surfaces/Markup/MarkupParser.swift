import CExpat

/// Reads an XML description into elements, and the points of a `DataList` into lines of text.
///
/// The reading of XML itself is done by Expat. Entities that a file declares itself are refused: no instrument needs
/// them and a few lines of them unfold into gigabytes.
struct MarkupParser {
    /// What was read.
    struct Result {
        var root: MarkupElement
        /// The text of each `Datum`, each ended by a line feed.
        var data: [UInt8]
        var dataCount: Int
        /// Whether the text was taken as Windows-1252, because it was neither UTF-8 nor declared as something else.
        var assumedEncoding: Bool
    }

    /// Reads a description. `place` names it in messages.
    static func parse(
        _ bytes: [UInt8],
        file: String,
        place: String,
        limits: SurfaceLimits
    ) throws(SurfacesError) -> Result {
        let text = trimmed(bytes)
        let state = State(limits: limits)
        var message = run(text, encoding: nil, state)
        var assumed = false
        if message != nil, state.failure == nil, !isUnicode(text) {
            assumed = true
            state.reset()
            message = run(text, encoding: "windows-1252", state)
        }
        if var failure = state.failure {
            failure.file = file
            failure.place = place
            throw failure
        }
        guard message == nil, let root = state.root else {
            let reason = message ?? "no element"
            throw SurfacesError(
                code: .malformed,
                file: file,
                place: place,
                detail: "The description is not well-formed XML (\(reason)). Export the scan again."
            )
        }
        return Result(root: root, data: state.data, dataCount: state.dataCount, assumedEncoding: assumed)
    }

    /// Takes away what some programs leave around a document and no parser accepts.
    private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var text = bytes[...]
        // The zero bytes of UTF-16 are part of its characters.
        let isWide = text.starts(with: [0xFE, 0xFF]) || text.starts(with: [0xFF, 0xFE]) || text.prefix(2).contains(0)
        guard !isWide else { return text }
        while text.starts(with: mark) { text = text.dropFirst(3) }
        text = text.drop { $0 <= 0x20 }
        while let last = text.last, last <= 0x20 || last == 0x1A { text.removeLast() }
        return text
    }

    private static func isUnicode(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// Runs the parser over a text; nil on success, else its message.
    private static func run(_ text: ArraySlice<UInt8>, encoding: String?, _ state: State) -> String? {
        guard let parser = unsafe XML_ParserCreate(encoding) else { return "not enough memory" }
        defer { unsafe XML_ParserFree(parser) }
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
        unsafe XML_SetElementHandler(
            parser,
            { unsafe State.from($0)?.begin($1, $2) },
            { data, _ in unsafe State.from(data)?.end() }
        )
        unsafe XML_SetCharacterDataHandler(parser) { unsafe State.from($0)?.characters($1, $2) }
        unsafe XML_SetCommentHandler(parser) { unsafe State.from($0)?.comment($1) }
        unsafe XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            unsafe State.from(data)?.refuseEntities()
        }
        unsafe XML_SetUnknownEncodingHandler(parser, windows1252, nil)
        state.stop = { unsafe _ = XML_StopParser(parser, XML_Bool(XML_FALSE)) }
        defer { state.stop = {} }
        // Expat counts in `Int32`.
        let step = 1 << 24
        var start = text.startIndex
        repeat {
            let end = min(start + step, text.endIndex)
            let status = unsafe text[start..<end].withUnsafeBytes { buffer in
                unsafe XML_Parse(
                    parser,
                    buffer.baseAddress?.assumingMemoryBound(to: XML_Char.self),
                    Int32(buffer.count),
                    end == text.endIndex ? 1 : 0
                )
            }
            guard status == XML_STATUS_OK else {
                let line = unsafe XML_GetCurrentLineNumber(parser)
                let reason = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
                return "\(reason ?? "unknown reason"), line \(line)"
            }
            start = end
        } while start < text.endIndex
        return nil
    }

    /// Tells Expat about the one encoding that is met and that it does not know: Windows-1252.
    private static let windows1252: XML_UnknownEncodingHandler = { _, name, encoding in
        guard let name = unsafe name, let encoding = unsafe encoding else { return Int32(XML_STATUS_ERROR.rawValue) }
        let known = ["windows-1252", "cp1252", "1252", "iso-8859-15", "latin1"]
        guard unsafe known.contains(String(cString: name).lowercased()) else {
            return Int32(XML_STATUS_ERROR.rawValue)
        }
        // 0x80...0x9F; everything else agrees with Unicode.
        let middle: [Int32] = [
            0x20AC, -1, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, -1,
            0x017D, -1, -1, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
            0x0153, -1, 0x017E, 0x0178,
        ]
        unsafe withUnsafeMutableBytes(of: &encoding.pointee.map) { bytes in
            for code in 0..<256 {
                let scalar = (0x80...0x9F).contains(code) ? middle[code - 0x80] : Int32(code)
                unsafe bytes.storeBytes(of: scalar, toByteOffset: code * 4, as: Int32.self)
            }
        }
        unsafe encoding.pointee.data = nil
        unsafe encoding.pointee.convert = nil
        unsafe encoding.pointee.release = nil
        return Int32(XML_STATUS_OK.rawValue)
    }
}
