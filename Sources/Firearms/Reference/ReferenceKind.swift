/// The files of a reference table to which a bureau may add rows of its own.
public enum ReferenceKind: String, Sendable, Hashable, Codable, CaseIterable {
    case make, model, calibre

    /// The columns of the file, in order.
    public var columns: [String] {
        switch self {
        case .make: ["code", "name", "country", "aliases"]
        case .calibre: ["code", "name", "aliases", "compatible"]
        case .model: ["make", "name", "aliases", "type", "action", "calibres", "years"]
        }
    }

    /// The name of the file without its ending.
    var file: String {
        switch self {
        case .make: "makes"
        case .calibre: "calibres"
        case .model: "models"
        }
    }
}

/// Rows that a bureau adds to the project's table, each with the fields of its file in order.
public struct OwnReferenceRows: Sendable, Hashable {
    private var rows: [ReferenceKind: [[String]]] = [:]

    /// None.
    public init() {}

    /// The rows of a file.
    public subscript(kind: ReferenceKind) -> [[String]] {
        get { rows[kind, default: []] }
        set { rows[kind] = newValue }
    }
}

/// What is wrong with a row that a bureau adds.
public struct OwnReferenceProblem: Sendable, Hashable {
    /// The file.
    public let kind: ReferenceKind
    /// The row among those of the file, from 0.
    public let row: Int
    /// The fault; its line is that of the joined file and says nothing to people.
    public let error: ReferenceTableError
}
