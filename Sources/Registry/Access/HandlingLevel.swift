/// How far a record may travel. Stored as its rank, so that a level is compared by the database.
public enum HandlingLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Officers, desks and coordinators of every bureau that the owner has not excluded.
    case officialUseOnly = "official-use-only"
    /// Desks of other bureaus and coordinators; officers and desk of the owner.
    case restricted
    /// The coordination centre's coordinators and the owner's desk only.
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

    /// The less secret level comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
