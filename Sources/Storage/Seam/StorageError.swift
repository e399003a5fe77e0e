/// What went wrong in the storage: what, where and what to do.
public struct StorageError: Error, Sendable {
    /// The kind of error, to be compared.
    public let code: Code
    /// What happened and where.
    public let detail: String
    /// What the reader can do about it.
    public let advice: String
    /// The columns of a violated constraint as `table.column`, or the constraint's name where the engine gives only
    /// that; otherwise empty.
    public let columns: [String]
    /// The statement that failed, without its values.
    public let statement: String?

    init(_ code: Code, _ detail: String, advice: String, columns: [String] = [], statement: String? = nil) {
        self.code = code
        self.detail = detail
        self.advice = advice
        self.columns = columns
        self.statement = statement
    }

    /// The kinds of errors.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        /// The code's name.
        public let description: String

        /// A row with the same unique columns exists already.
        public static let uniqueViolation = Code(description: "uniqueViolation")
        /// A row refers to another that does not exist, or another still refers to it.
        public static let foreignKeyViolation = Code(description: "foreignKeyViolation")
        /// A column that must have a value has none.
        public static let notNullViolation = Code(description: "notNullViolation")
        /// A value is not one that the schema allows.
        public static let checkViolation = Code(description: "checkViolation")
        /// Another process held the database for longer than the time-out.
        public static let busy = Code(description: "busy")
        /// The disk is full.
        public static let full = Code(description: "full")
        /// The file is damaged, or a stored value has not the form that it must have.
        public static let corrupt = Code(description: "corrupt")
        /// The file is not a database of this program.
        public static let notADatabase = Code(description: "notADatabase")
        /// Reading or writing the disk failed.
        public static let io = Code(description: "io")
        /// The file cannot be opened: it does not exist or may not be read or written.
        public static let cannotOpen = Code(description: "cannotOpen")
        /// The database was made by a newer version of the program.
        public static let newerSchema = Code(description: "newerSchema")
        /// The migrations applied are not those of the list, in their order.
        public static let migrationMismatch = Code(description: "migrationMismatch")
        /// The database was closed.
        public static let closed = Code(description: "closed")
        /// The transaction ended before its end, so that nothing of it was kept.
        public static let transactionLost = Code(description: "transactionLost")
        /// The statement is wrong, or the number of its values.
        public static let statement = Code(description: "statement")
        /// The target exists already.
        public static let alreadyExists = Code(description: "alreadyExists")
        /// There is no such content.
        public static let notFound = Code(description: "notFound")
        /// The content is larger than allowed.
        public static let tooLarge = Code(description: "tooLarge")
        /// A partial blob has another number of bytes than its sender believes.
        public static let wrongOffset = Code(description: "wrongOffset")
        /// Anything else that the engine reports.
        public static let other = Code(description: "other")
    }

    /// Whether the error says that a row with these columns, each as `table.column`, exists already.
    public func isUniqueViolation(of columns: String...) -> Bool {
        code == .uniqueViolation && self.columns == columns
    }
}

extension StorageError: CustomStringConvertible {
    /// What, where and what to do, in one line.
    public var description: String {
        let place = statement.map { " Statement: \($0.prefix(300))." } ?? ""
        return "\(detail)\(place) \(advice)"
    }
}
