public import Storage

/// Which journal entries are shown. Empty fields do not narrow.
public struct JournalFilter: Sendable, Hashable {
    public var user: String?
    public var action: String?
    public var object: String?
    public var from: Moment?
    public var until: Moment?

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
    public var sequence: Int64
    public var time: Moment
    public var user: String
    public var bureau: String
    public var action: String
    public var object: String
    /// A JSON object.
    public var details: String
}

/// One page of the journal, newest first.
public struct JournalPage: Sendable, Hashable {
    public var entries: [JournalRow]
    public var nextCursor: Int64?
}

/// Reading the journal, for those entitled: each bureau's administrator, for what its own bureau did.
public struct AuditService: Sendable {
    let context: RegistryContext

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
