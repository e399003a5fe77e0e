/// Where a record stands in its life.
public enum RecordStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// The firearm is being looked for, or its history asked about.
    case active
    /// The firearm was found; the owner has not closed the case.
    case located
    /// The case is closed.
    case cleared
    /// The record was entered in error.
    case cancelled
    /// The retention date has passed.
    case expired

    /// Whether a check by another bureau finds the record.
    public var isSearchable: Bool { self == .active || self == .located }

    /// The states a record may move to from here; to `expired` it moves by itself only.
    public var nextStates: Set<RecordStatus> {
        switch self {
        case .active: [.located, .cleared, .cancelled, .expired]
        case .located: [.active, .cleared, .cancelled, .expired]
        case .cleared, .cancelled, .expired: []
        }
    }
}
