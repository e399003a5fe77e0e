public import Firearms

/// A row that a bureau added to the project's reference table.
public struct ReferenceEntry: Sendable, Hashable {
    /// The file it belongs to.
    public var kind: ReferenceKind
    /// What tells it from the other rows of the file: the code, of a model the code of its make, a colon and its name.
    public var key: String
    /// The fields in the order of the file's columns.
    public var fields: [String]

    /// Takes a row of a file.
    public init(_ kind: ReferenceKind, fields: [String]) {
        self.kind = kind
        self.fields = fields
        key = kind == .model ? fields.prefix(2).joined(separator: ":") : fields.first ?? ""
    }
}

/// What became of one row of a file of a bureau's own makes, models or calibres.
public struct ReferenceVerdict: Sendable, Hashable {
    /// What became of a row.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case added, replaced, unchanged, refused
    }

    /// The file's own name.
    public var file: String
    /// The line of the file on which the row begins, from 1.
    public var line: Int
    /// The row as it was read; without fields where the file cannot be read so far.
    public var entry: ReferenceEntry?
    /// What became of it. While any row is refused, nothing of any file is kept.
    public var outcome: Outcome
    /// Why it was refused.
    public var failures: [FieldFailure]
}

/// What an import of own rows did.
public struct ReferenceImport: Sendable, Hashable {
    /// One verdict for each row, in the order of the files.
    public var verdicts: [ReferenceVerdict]
    /// Whether the rows are in the table now: all of them or none.
    public var isKept: Bool { !verdicts.contains { $0.outcome == .refused } }
}
