/// The kinds of objects on record beside firearms.
public enum ObjectKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A passport, an identity card or another document of travel.
    case document
    /// A motor vehicle.
    case vehicle

    /// The letter in the numbers of records: `BR-D-2026-000123`.
    var seriesLetter: String {
        switch self {
        case .document: "D"
        case .vehicle: "V"
        }
    }
}

/// One number of an object by which it is found: folded, so that characters that are taken for each other are the same.
public struct ObjectKey: Hashable, Sendable {
    /// What the number is of. The values stand in the database and never change.
    enum Kind: Int64, Sendable, CaseIterable {
        case documentNumber = 0
        /// A block of numbers of a range of documents: `AB12????`.
        case documentBlock = 1
        case vehicleIdentification = 2
        case plate = 3
        case engine = 4
    }

    let kind: Kind
    let folded: String

    init(_ kind: Kind, _ folded: String) {
        self.kind = kind
        self.folded = folded
    }
}
