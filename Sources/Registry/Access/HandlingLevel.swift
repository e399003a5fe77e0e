/// How far a record may travel. Stored as its rank, so that a level is compared by the database.
public enum HandlingLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Every user of every bureau that the owner has not excluded.
    case officialUseOnly = "official-use-only"
    /// Desks and coordinators of other bureaus; every user of the owner.
    case restricted
    /// The coordination centre and the owner's desk only.
    case confidential

    /// 0 for the widest circle, rising with secrecy.
    public var rank: Int {
        switch self {
        case .officialUseOnly: 0
        case .restricted: 1
        case .confidential: 2
        }
    }

    /// The level of a stored rank; anything unknown is read as the most secret.
    public init(rank: Int) {
        self = Self.allCases.first { $0.rank == rank } ?? .confidential
    }

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
