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
    case finished
    /// The file could not be read to its end; `failure` says why.
    case failed
    case cancelled

    /// Whether rows are being read now, or would be if the program had not stopped.
    public var isAtWork: Bool { self == .trying || self == .running }
}

/// A file of records on its way into the registry.
public struct ImportJob: Sendable, Hashable {
    public var id: Identifier
    public var bureau: String
    public var user: String
    public var fileName: String
    public var blob: BlobHash
    /// Bytes.
    public var size: Int64
    public var format: DelimitedFormat
    public var headings: [String]
    /// The first rows, for the mapping page.
    public var samples: [[String]]
    public var mapping: ImportMapping
    public var state: ImportState
    public var progress: ImportProgress
    /// Why the file could not be read to its end.
    public var failure: String?
    public var createdAt: Moment
}

/// How far an import has come. Kept in the same transaction as the rows, so that an interrupted import goes on with
/// the row after the last one entered.
public struct ImportProgress: Sendable, Hashable, Codable {
    /// Byte in the file after the last row read.
    public var offset: UInt64
    public var line: Int
    public var number: Int
    public var accepted: Int
    public var warned: Int
    public var refused: Int

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
    public var isRefused: Bool
    public var failures: [FieldFailure]
    /// The row's fields as they stood in the file; kept for refused rows, so that they can be corrected.
    public var fields: [String]
}
