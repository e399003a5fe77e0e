/// What a reading of the whole journal found.
public struct JournalVerification: Sendable, Hashable {
    /// Number of entries read.
    public let entries: Int
    /// The end of the journal, worth noting elsewhere.
    public let head: JournalHead
    /// All problems found, in the order of their entries.
    public let problems: [JournalProblem]
    /// Number of further problems that were counted but not kept.
    public let omittedProblems: Int

    /// Whether every entry is as it was written and none is missing.
    public var isIntact: Bool { problems.isEmpty }

    /// Reads the journal from its first entry to its last, checks each hash, each link and the end, and goes on after
    /// a problem. Memory does not grow with the journal; writing goes on meanwhile.
    ///
    /// Somebody who rewrites the journal from an entry to the end, with all hashes and the head, can only be found out
    /// by a head noted elsewhere before.
    /// - Parameters:
    ///   - database: the database with the journal.
    ///   - knownHead: a head noted earlier.
    ///   - progress: called now and then with the number of entries read.
    /// - Throws: `StorageError` when the database cannot be read; problems of the journal are not thrown.
    public static func run(
        on database: some Database,
        knownHead: JournalHead? = nil,
        progress: (Int) -> Void = { _ in }
    ) async throws -> JournalVerification {
        var checker = JournalChecker(knownHead: knownHead)
        var position = Int64.min
        while true {
            let start = position
            let page = try await database.read { connection in
                try Page(
                    head: storedHead(connection),
                    entries: connection.journalEntries(after: start, limit: pageLength)
                )
            }
            for entry in page.entries { checker.take(entry, head: page.head) }
            guard let last = page.entries.last, page.entries.count == pageLength else {
                return checker.finish(head: page.head)
            }
            position = last.sequence
            progress(checker.entries)
            await Task.yield()
        }
    }

    /// Entries read in one snapshot: a few milliseconds, so that no reader and no copying of the log waits long.
    private static let pageLength = 2000

    private struct Page: Sendable {
        let head: JournalHead?
        let entries: [JournalEntry]
    }

    private static func storedHead(_ connection: any ReadConnection) throws -> JournalHead? {
        try connection.first("SELECT sequence, hash FROM journal_head WHERE one = 1") {
            JournalHead(sequence: $0.integer(0), hash: $0.bytes(1))
        }
    }
}
