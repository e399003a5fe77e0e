public import Storage

/// Which journal entries are shown. Empty fields do not narrow.
public struct JournalFilter: Sendable, Hashable {
    /// Sign-in name of who acted.
    public var user: String?
    /// The whole action, for example `record.create`.
    public var action: String?
    /// The whole object, for example `record:BR-2026-000123`.
    public var object: String?
    /// The first moment shown.
    public var from: Moment?
    /// The first moment not shown any more.
    public var until: Moment?

    /// Narrows by what is given.
    public init(
        user: String? = nil, action: String? = nil, object: String? = nil, from: Moment? = nil, until: Moment? = nil
    ) {
        self.user = user
        self.action = action
        self.object = object
        self.from = from
        self.until = until
    }
}

/// One journal entry as a reader sees it.
public struct JournalRow: Sendable, Hashable {
    /// Position in the whole journal, counted from 1 without gaps over all bureaus.
    public var sequence: Int64
    /// When the entry was written.
    public var time: Moment
    /// Sign-in name of who acted; `system` where the program did so by itself.
    public var user: String
    /// Code of the bureau acted for.
    public var bureau: String
    /// What was done, for example `check.run`.
    public var action: String
    /// What it was done to: a kind, a colon and a number or identifier.
    public var object: String
    /// A JSON object.
    public var details: String
}

/// One page of the journal, newest first.
public struct JournalPage: Sendable, Hashable {
    /// The entries of the page, newest first.
    public var entries: [JournalRow]
    /// Sequence to continue before; nil on the last page.
    public var nextCursor: Int64?
}

/// Reading the journal, for those entitled: each bureau's administrator, for what its own bureau did.
public struct AuditService: Sendable {
    let context: RegistryContext

    /// One page of what the actor's own bureau did.
    /// - Parameters:
    ///   - cursor: the page holds entries with a lower sequence; nil for the newest.
    ///   - limit: entries on the page, 1 to 500; a number outside is moved to the nearest of them.
    /// - Throws: `RegistryError` `forbidden`.
    public func journal(
        _ filter: JournalFilter, before cursor: Int64? = nil, limit: Int = 100, _ actor: Actor
    ) async throws -> JournalPage {
        try Access.require(.readJournal, actor)
        let limit = max(1, min(limit, 500))
        var entries = try await context.database.read {
            try AuditStore.entries(filter, bureau: actor.bureau, before: cursor, limit: limit + 1, $0)
        }
        let hasMore = entries.count > limit
        if hasMore { entries.removeLast() }
        return JournalPage(entries: entries, nextCursor: hasMore ? entries.last?.sequence : nil)
    }
}
