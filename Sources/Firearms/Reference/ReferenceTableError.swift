/// Why a file of the reference table cannot be used.
public struct ReferenceTableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of fault.
    public enum Code: String, Sendable {
        /// The file is not there or cannot be read.
        case unreadable
        /// The file is not UTF-8.
        case notUTF8
        /// A row has another number of columns than the first, or a quote is not closed.
        case malformed
        /// A code is empty, or not known where it is referred to.
        case unknownCode
        /// A code or an alias stands for two things.
        case duplicate
    }

    /// The kind of fault.
    public let code: Code
    /// The file, by name.
    public let file: String
    /// The line, counted from 1; 0 when the fault is the whole file's.
    public let line: Int
    /// The column, by the name in the first row of our own files; nil when the fault is the whole row's.
    public let field: String?
    /// What stands there; nil when the fault is the whole row's.
    public let value: String?
    /// What is wrong, in words.
    public let detail: String

    init(code: Code, file: String, line: Int, field: String? = nil, value: String? = nil, detail: String) {
        self.code = code
        self.file = file
        self.line = line
        self.field = field
        self.value = value
        self.detail = detail
    }

    /// What, where and what to do.
    public var description: String {
        let place = field.map { ", \($0)" } ?? ""
        return "\(file), line \(line)\(place): \(detail). "
            + "Correct the file, or reinstall the program if the file came with it."
    }
}
