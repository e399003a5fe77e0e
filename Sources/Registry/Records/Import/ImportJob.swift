public import DelimitedText
public import Storage

/// Where an import stands.
public enum ImportState: String, Sendable, Hashable, Codable, CaseIterable {
    /// The file is here; its columns wait to be mapped.
    case uploaded
    /// A dry run is going through the file.
    case trying
    /// The dry run is done; nothing has changed yet.
    case tried
    /// Rows are being entered.
    case running
    /// Every row was entered or refused.
    case finished
    /// The file could not be read to its end; `failure` says why.
    case failed
    /// Somebody stopped it; rows entered before stay.
    case cancelled

    /// Whether rows are being read now, or would be if the program had not stopped.
    public var isAtWork: Bool { self == .trying || self == .running }
}

/// A file of records on its way into the registry.
public struct ImportJob: Sendable, Hashable {
    /// Identifier under which the import is read and continued.
    public var id: Identifier
    /// Code of the bureau whose records the rows become.
    public var bureau: String
    /// Sign-in name of who uploaded the file.
    public var user: String
    /// The file's own name, as errors name it.
    public var fileName: String
    /// SHA-256 of the file, under which the blob store keeps it.
    public var blob: BlobHash
    /// Bytes.
    public var size: Int64
    /// Encoding and delimiter, as detected in the file.
    public var format: DelimitedFormat
    /// The fields of the first row.
    public var headings: [String]
    /// The first rows, for the mapping page.
    public var samples: [[String]]
    /// Which column holds which field; suggested at first.
    public var mapping: ImportMapping
    /// Where the import stands.
    public var state: ImportState
    /// How far the present pass through the file has come.
    public var progress: ImportProgress
    /// Why the file could not be read to its end.
    public var failure: String?
    /// When the file was uploaded.
    public var createdAt: Moment
}

/// How far an import has come. Kept in the same transaction as the rows, so that an interrupted import goes on with
/// the row after the last one entered.
public struct ImportProgress: Sendable, Hashable, Codable {
    /// Byte in the file after the last row read.
    public var offset: UInt64
    /// The line of the file where the next row is looked for, counted from 1.
    public var line: Int
    /// The number of the next row among those that are not blank, the heading being 1.
    public var number: Int
    /// Rows that became a record, or would in a dry run.
    public var accepted: Int
    /// Those of the accepted rows that came with warnings.
    public var warned: Int
    /// Rows that became no record.
    public var refused: Int

    /// The beginning of a file, unless told otherwise.
    public init(
        offset: UInt64 = 0, line: Int = 1, number: Int = 1, accepted: Int = 0, warned: Int = 0, refused: Int = 0
    ) {
        self.offset = offset
        self.line = line
        self.number = number
        self.accepted = accepted
        self.warned = warned
        self.refused = refused
    }

    /// Rows read; those with warnings count among the accepted.
    public var rows: Int { accepted + refused }
}

/// What was decided about one row that was not simply accepted.
public struct ImportVerdict: Sendable, Hashable {
    /// The row's place in the file, the heading being row 1.
    public var row: Int
    /// The line of the file on which the row begins.
    public var line: Int
    /// Whether the row became no record; otherwise it was accepted with warnings.
    public var isRefused: Bool
    /// Why it was refused, and what should be looked at.
    public var failures: [FieldFailure]
    /// The row's fields as they stood in the file; kept for refused rows, so that they can be corrected.
    public var fields: [String]
}
