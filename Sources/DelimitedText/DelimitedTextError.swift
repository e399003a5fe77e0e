/// Why a delimited text file could not be read or written: what is wrong, where, and what to do about it.
public struct DelimitedTextError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of problem, for code that decides; `description` is for people.
    public struct Code: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
        /// The stable text of the code.
        public let rawValue: String

        /// Wraps the stable text of a code.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The file is of another kind (zip, spreadsheet, picture, ...), whatever its name says.
        public static let binary = Code(rawValue: "binary")
        /// A zero byte (or the character U+0000) stands in the text.
        public static let nulByte = Code(rawValue: "nul-byte")
        /// A row is longer than the limit.
        public static let rowTooLong = Code(rawValue: "row-too-long")
        /// A field is longer than the limit.
        public static let fieldTooLong = Code(rawValue: "field-too-long")
        /// A row has more fields than the limit.
        public static let tooManyColumns = Code(rawValue: "too-many-columns")
        /// The file ends inside a quoted field.
        public static let unterminatedQuote = Code(rawValue: "unterminated-quote")
        /// Bytes are not valid in the file's encoding.
        public static let undecodable = Code(rawValue: "undecodable")
        /// The file holds no row at all.
        public static let empty = Code(rawValue: "empty")
        /// The file is missing, a folder, or may not be read.
        public static let unreadable = Code(rawValue: "unreadable")
        /// A character to be written does not exist in the chosen encoding.
        public static let unencodable = Code(rawValue: "unencodable")

        /// The stable text of the code.
        public var description: String { rawValue }
    }

    /// The kind of problem.
    public var code: Code
    /// The file as the caller named it.
    public var file: String
    /// The line of the problem, counted from 1; nil where the file as a whole is meant.
    public var line: Int?
    /// The field (column) of the problem, counted from 1.
    public var field: Int?
    /// The offset in bytes from the beginning of the file.
    public var byte: UInt64?
    /// What is wrong and what to do, one or two sentences.
    public var detail: String

    /// Puts an error together from its parts.
    public init(
        code: Code,
        file: String,
        line: Int? = nil,
        field: Int? = nil,
        byte: UInt64? = nil,
        detail: String
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.field = field
        self.byte = byte
        self.detail = detail
    }

    /// The whole message: file, line, field, byte, what is wrong, what to do.
    public var description: String {
        var place = file
        if let line { place += ", line \(line)" }
        if let field { place += ", field \(field)" }
        if let byte { place += ", byte \(byte)" }
        return "\(place): \(detail)"
    }
}
