import Registry
import Server
import Storage

/// The one list of settings, from which the program reads them and `cartouche configuration` prints them.
extension ConfigurationKey {
    static let all: [ConfigurationKey] = [
        ConfigurationKey(
            "data", .text(\.dataFolder), flag: "--data",
            "Folder with the database (cartouche.sqlite) and attached files (blobs)."
        ),
        ConfigurationKey(
            "server.host", .text(\.server.host), flag: "--host",
            "Address to listen on. Keep it on this machine and put a proxy with TLS in front."
        ),
        ConfigurationKey(
            "server.port", .number(\.server.port, in: 0...65_535), flag: "--port",
            "Port to listen on; 0 takes a free one."
        ),
        ConfigurationKey(
            "server.behind-tls", .flag(\.server.isBehindTLS), flag: "--behind-tls",
            "Whether browsers reach the server through TLS only: cookies are then marked Secure."
        ),
        ConfigurationKey(
            "server.public-address", .address(\.server.publicAddress, beginning: ["https://", "http://"]),
            "Address by which programs outside reach the public notices, for the links in answers; empty for that of the "
                + "request."
        ),
        ConfigurationKey(
            "server.public-notices-path", .address(\.server.publicNoticesPath, beginning: ["/"]),
            "Path below which anybody reads public notices without signing in; empty to show none."
        ),
        ConfigurationKey(
            "server.public-notices-port", .number(\.server.publicNoticesPort, in: 0...65_535),
            "A second port that serves public notices and nothing else, to be opened to the world; 0 for none."
        ),
        ConfigurationKey(
            "limits.requests-per-minute", .number(\.server.requestsPerMinute, in: 0...10_000_000),
            "Requests a user or token may make in a minute; 0 for no limit."
        ),
        ConfigurationKey(
            "limits.anonymous-requests-per-minute",
            .number(\.server.anonymousRequestsPerMinute, in: 0...10_000_000),
            "Requests an address may make in a minute without signing in; 0 for no limit."
        ),
        ConfigurationKey(
            "limits.sign-ins-per-minute", .number(\.server.signInsPerMinute, in: 0...1_000_000),
            "Sign-ins an address may try in a minute; 0 for no limit."
        ),
        ConfigurationKey(
            "limits.attachment-bytes", .number(\.registry.largestAttachmentBytes, in: 1_024...1_073_741_824),
            "Largest attached file, bytes."
        ),
        ConfigurationKey(
            "limits.import-bytes", .number(\.registry.largestImportBytes, in: 1_024...1_099_511_627_776),
            "Largest file that may be imported, bytes."
        ),
        ConfigurationKey(
            "import.rows-per-transaction", .number(\.registry.importRowsPerTransaction, in: 1...100_000),
            "Rows of an import entered in one transaction; more are faster, and hold up checks for longer."
        ),
        ConfigurationKey(
            "session.idle-seconds", .number(\.registry.sessionIdleSeconds, in: 60...604_800),
            "A session ends after this long without a request."
        ),
        ConfigurationKey(
            "session.longest-seconds", .number(\.registry.sessionLongestSeconds, in: 60...2_592_000),
            "A session ends after this long in any case."
        ),
        ConfigurationKey(
            "clocks.urgent-seconds", .number(\.registry.urgentClockSeconds, in: 10...604_800),
            "How long the owner has to answer an urgent hit."
        ),
        ConfigurationKey(
            "clocks.routine-seconds", .number(\.registry.routineClockSeconds, in: 10...2_592_000),
            "How long the owner has to answer a routine hit."
        ),
        ConfigurationKey(
            "notices.least-maximum-penalty-years",
            .number(\.registry.noticeThresholds.leastMaximumPenaltyYears, in: 0...100),
            "Least maximum penalty of a red notice for prosecution, years."
        ),
        ConfigurationKey(
            "notices.least-sentence-months", .number(\.registry.noticeThresholds.leastSentenceMonths, in: 0...1_200),
            "Least sentence of a red notice to serve one, months."
        ),
        ConfigurationKey(
            "notices.public-cap", .number(\.registry.publicNoticeCap, in: 1...1_000_000),
            "Programs page through so many public notices at most, the latest first, whatever the total."
        ),
        ConfigurationKey(
            "correlation.workers", .number(\.server.correlationWorkers, in: 0...64),
            "Marks that 'serve' correlates at the same time, with low priority; 0 leaves all to 'cartouche work'."
        ),
        ConfigurationKey(
            "correlation.shortlist", .number(\.registry.correlation.shortlist, in: 1...10_000),
            "How many of the best of the screening are compared in full for each new mark."
        ),
        ConfigurationKey(
            "correlation.lease-seconds", .number(\.registry.correlation.leaseSeconds, in: 5...86_400),
            "A worker that has not been heard of for so long is taken for dead, and another goes on with its mark."
        ),
        ConfigurationKey(
            "correlation.niceness", .number(\.registry.correlation.niceness, in: 0...19),
            "How far the threads that compare stand back for others, as nice values: 0 not at all, 19 wholly."
        ),
        ConfigurationKey(
            "correlation.reference-sets", .paths(\.registry.correlation.referenceSetFiles),
            "Files of reference sets made by 'cartouche evaluate toolmarks', for likelihood ratios in ranked lists."
        ),
        ConfigurationKey(
            "retention.notice-days", .number(\.registry.noticeThresholds.retentionDays, in: 1...36_525),
            "Longest first retention of a notice; five years unless your law says otherwise."
        ),
        ConfigurationKey(
            "retention.record-days", .number(\.registry.recordRetentionDays, in: 1...36_525),
            "Longest first retention of a record; five years unless your law says otherwise."
        ),
        ConfigurationKey(
            "retention.check-days", .number(\.registry.checkRetentionDays, in: 1...36_525),
            "How long checks are kept and matched against new records."
        ),
        ConfigurationKey(
            "storage.readers", .number(\.storage.readers, in: 1...64),
            "Connections of the database for reading; about as many as there are cores."
        ),
        ConfigurationKey(
            "storage.cache-kibibytes", .number(\.storage.cacheKibibytes, in: 1_024...67_108_864),
            "Page cache of each connection, KiB."
        ),
        ConfigurationKey(
            "log.level",
            .choice(\.logLevel, of: ["trace", "debug", "info", "notice", "warning", "error", "critical"]),
            flag: "--log-level",
            "The least severe messages that are logged, on standard error."
        ),
    ]

    /// The setting of a name.
    static func named(_ name: String) -> ConfigurationKey? {
        all.first { $0.name == name }
    }
}
