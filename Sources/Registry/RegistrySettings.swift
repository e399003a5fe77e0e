import Surfaces

/// The times and limits of an installation. The program's configuration documents each.
public struct RegistrySettings: Sendable, Hashable {
    /// A session ends after this long without a request, seconds.
    public var sessionIdleSeconds = 3_600
    /// A session ends after this long in any case, seconds.
    public var sessionLongestSeconds = 43_200
    /// How long the owner has to answer an urgent hit, seconds.
    public var urgentClockSeconds = 600
    /// How long the owner has to answer a routine hit, seconds.
    public var routineClockSeconds = 3_600
    /// How long checks are kept and matched against new records, days.
    public var checkRetentionDays = 365
    /// Longest first retention of a record, days: five years.
    public var recordRetentionDays = 1_826
    /// Largest attachment, bytes.
    public var largestAttachmentBytes = 25 * 1024 * 1024
    /// Rows of an import that are entered in one transaction. More are faster, because rows share the pages they
    /// change; a check that arrives meanwhile waits for the transaction, about 50 microseconds a row.
    public var importRowsPerTransaction = 4_000
    /// Largest scan of a mark, bytes.
    public var largestScanBytes = 256 * 1024 * 1024
    /// The most points of a scan of a mark; 6,000 x 6,000.
    public var largestScanPoints = 36_000_000
    /// An upload of a scan that nobody goes on with is given up after so many hours.
    public var scanUploadHours = 24
    /// Largest file that may be imported, bytes.
    public var largestImportBytes = 2 * 1024 * 1024 * 1024

    /// What a red notice must reach, and how long notices stay in force.
    public var noticeThresholds = NoticeThresholds()
    /// Pages of public lists are computed over so many notices, the latest first, whatever the total.
    public var publicNoticeCap = 160

    /// How marks are correlated.
    public var correlation = CorrelationSettings()

    /// The defaults.
    public init() {}

    /// What is read of a scan of a mark.
    var scanLimits: SurfaceLimits {
        SurfaceLimits(fileBytes: largestScanBytes, points: largestScanPoints, otherBytes: 32 << 20)
    }
}
