/// What an API token may be used for: a subset of its user's rights.
public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    case check
    case recordsRead = "records:read"
    case recordsWrite = "records:write"
    case hits
    case notices
    case exhibits
    case journal
    case administration

    /// The rights a token with this scope passes on, as far as its user holds them.
    var rights: Set<Right> {
        switch self {
        case .check: [.check]
        case .recordsRead: [.readRecords, .exportRecords]
        case .recordsWrite: [.readRecords, .writeRecords, .importRecords, .manageReference]
        case .hits: [.readHits, .declareHits, .answerHits]
        case .notices: [.readNotices, .writeNotices, .screenNotices]
        case .exhibits: [.readExhibits, .writeExhibits, .examine, .manageQuality]
        case .journal: [.readJournal]
        case .administration: [.manageUsers, .manageBureaus]
        }
    }
}
