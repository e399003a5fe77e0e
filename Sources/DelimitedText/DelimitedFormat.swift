/// How a delimited text file is written: its encoding and the character between fields.
public struct DelimitedFormat: Sendable, Hashable, Codable {
    /// The encodings that bureaus' files come in.
    public enum Encoding: String, Sendable, Hashable, Codable, CaseIterable {
        /// UTF-8, of which ASCII is a part.
        case utf8 = "utf-8"
        /// UTF-16, low byte first, what Excel calls "Unicode text".
        case utf16LittleEndian = "utf-16le"
        /// UTF-16, high byte first.
        case utf16BigEndian = "utf-16be"
        /// Windows code page 1252, read for ISO 8859-1 (Latin-1) too: they differ only in control characters.
        case windows1252 = "windows-1252"
    }

    /// The character between two fields, one byte of ASCII.
    public struct Delimiter: Sendable, Hashable, Codable, CustomStringConvertible {
        /// The ASCII code.
        public let byte: UInt8

        /// `,`
        public static let comma = Delimiter(byte: 0x2C)
        /// `;`
        public static let semicolon = Delimiter(byte: 0x3B)
        /// The tabulator.
        public static let tab = Delimiter(byte: 0x09)
        /// `|`
        public static let pipe = Delimiter(byte: 0x7C)
        /// All delimiters, the ones found less often inside ordinary text first.
        public static let all: [Delimiter] = [.tab, .semicolon, .pipe, .comma]

        private init(byte: UInt8) { self.byte = byte }

        /// The delimiter that a character stands for, nil when it is not one of the four.
        public init?(_ character: Character) {
            guard let found = Self.all.first(where: { Character(UnicodeScalar($0.byte)) == character }) else {
                return nil
            }
            self = found
        }

        /// Reads the one-character text that `encode` writes.
        public init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            guard text.count == 1, let character = text.first, let found = Delimiter(character) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "\(text.debugDescription) is no delimiter")
                )
            }
            self = found
        }

        /// Writes the delimiter as a text of one character.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(description)
        }

        /// The delimiter itself.
        public var description: String { String(Character(UnicodeScalar(byte))) }
    }

    /// The encoding of the text.
    public var encoding: Encoding
    /// The character between two fields.
    public var delimiter: Delimiter
    /// Whether the file begins with a byte order mark.
    public var hasByteOrderMark: Bool
    /// Whether UTF-8 is only a guess because nothing but ASCII has been seen: bytes that are not UTF-8 then turn the
    /// encoding into Windows-1252 instead of being an error.
    public var encodingIsAssumed: Bool

    /// Describes a format; the default is UTF-8 with commas.
    public init(
        encoding: Encoding = .utf8,
        delimiter: Delimiter = .comma,
        hasByteOrderMark: Bool = false,
        encodingIsAssumed: Bool = false
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.hasByteOrderMark = hasByteOrderMark
        self.encodingIsAssumed = encodingIsAssumed
    }

    /// The byte order mark of the encoding; empty for Windows-1252, which has none.
    var byteOrderMark: [UInt8] {
        switch encoding {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .windows1252: []
        }
    }
}
