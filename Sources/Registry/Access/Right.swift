/// One thing a user may be allowed to do. Which role holds which right is decided in `Access` alone.
public enum Right: String, Sendable, Hashable, CaseIterable {
    case check
    case readRecords = "read-records"
    case writeRecords = "write-records"
    case importRecords = "import-records"
    case exportRecords = "export-records"
    case manageReference = "manage-reference"
    case readHits = "read-hits"
    case declareHits = "declare-hits"
    case answerHits = "answer-hits"
    case readNotices = "read-notices"
    case writeNotices = "write-notices"
    case screenNotices = "screen-notices"
    case readExhibits = "read-exhibits"
    case writeExhibits = "write-exhibits"
    case examine
    case manageQuality = "manage-quality"
    case readJournal = "read-journal"
    case manageUsers = "manage-users"
    case manageBureaus = "manage-bureaus"
    case manageOwnTokens = "manage-own-tokens"
}
