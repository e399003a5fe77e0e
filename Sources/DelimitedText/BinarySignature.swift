/// Recognises files that are not text at all by their first bytes, whatever their name says.
enum BinarySignature {
    private static let beginnings: [(bytes: [UInt8], name: String)] = [
        ([0x1F, 0x8B], "a gzip archive"),
        (Array("%PDF-".utf8), "a PDF document"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF87a".utf8), "a GIF picture"),
        (Array("GIF89a".utf8), "a GIF picture"),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel or Word file (xls, doc)"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "a rar archive"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("SQLite format 3\0".utf8), "an SQLite database"),
        (Array("{\\rtf".utf8), "a rich text document (rtf)"),
        ([0x00, 0x00, 0xFE, 0xFF], "text in UTF-32"),
        ([0xFF, 0xFE, 0x00, 0x00], "text in UTF-32"),
    ]

    private static let markup: [(text: String, name: String)] = [
        ("<!doctype html", "a web page (HTML)"), ("<html", "a web page (HTML)"), ("<table", "a web page (HTML)"),
        ("<?xml", "an XML document"),
    ]

    /// What the beginning of a file looks like, nil when it may be text.
    static func recognise(_ sample: [UInt8]) -> String? {
        if sample.starts(with: [0x50, 0x4B, 0x03, 0x04]) || sample.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return zipKind(sample)
        }
        if let found = beginnings.first(where: { sample.starts(with: $0.bytes) }) { return found.name }
        if sample.starts(with: Array("BZh".utf8)), sample.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26]) {
            return "a bzip2 archive"
        }
        if sample.starts(with: Array("RIFF".utf8)), sample.dropFirst(8).starts(with: Array("WEBP".utf8)) {
            return "a WebP picture"
        }
        if sample.dropFirst(4).starts(with: Array("ftyp".utf8)), sample.first == 0 {
            return "a HEIC picture or a video"
        }
        if sample.starts(with: Array("BM".utf8)), sample.dropFirst(6).starts(with: [0, 0, 0, 0]) {
            return "a BMP picture"
        }
        if sample.starts(with: Array("MZ".utf8)), sample.prefix(64).contains(0) { return "a program" }
        return markupKind(sample)
    }

    /// Whether so much of a sample is control characters that it cannot be a table. Zero bytes are left to the reader,
    /// which names their line.
    static func isMostlyControlCharacters(_ sample: [UInt8]) -> Bool {
        let controls = sample.count { $0 < 0x20 && $0 != 0 && !(0x09...0x0D).contains($0) }
        return controls * 20 > sample.count
    }

    /// Which program's zip a zip is; office files keep telling names in their first entries.
    private static func zipKind(_ sample: [UInt8]) -> String {
        let names: [(String, String)] = [
            ("opendocument.spreadsheet", "an OpenDocument spreadsheet (ods)"), ("xl/", "an Excel workbook (xlsx)"),
            ("word/", "a Word document (docx)"), ("[Content_Types].xml", "an Office file (xlsx, docx)"),
        ]
        let beginning = sample.prefix(16 << 10)
        for (entry, name) in names where contains(beginning, Array(entry.utf8)) { return name }
        return "a zip archive"
    }

    private static func markupKind(_ sample: [UInt8]) -> String? {
        let text = sample.prefix(512).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        let lowered = text.prefix(16).map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
        return markup.first { lowered.starts(with: Array($0.text.utf8)) }?.name
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ pattern: [UInt8]) -> Bool {
        guard let first = pattern.first else { return true }
        return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: pattern) }
    }
}
