import Storage

/// What every service of the registry shares.
struct RegistryContext: Sendable {
    let database: any Database
    let blobs: BlobStore
    let settings: RegistrySettings
    /// Where files are kept that a restart is quicker with and that can be made again; nil for none.
    var cacheFolder: String?
    /// The index of recorded numbers in memory.
    let numbers = NumberIndex()
    /// The numbers of recorded documents and vehicles, in memory.
    let objects = ObjectIndex()
    /// The names of persons and entities in notices, in memory.
    let noticedPersons = PersonIndexes()
    /// The names of persons who were checked, in memory.
    let checkedPersons = PersonIndexes()
    /// The reference tables of bureaus in memory.
    let tables = BureauTables()
    /// The clock; tests give their own.
    let now: @Sendable () -> Moment

    /// One transaction on behalf of an actor. What changes data inside also writes its journal entries through
    /// the `JournalledConnection`, which knows who acts and when.
    @discardableResult
    func write<Value: Sendable>(
        _ actor: Actor, _ body: @escaping @Sendable (JournalledConnection) throws -> Value
    ) async throws -> Value {
        let time = now()
        return try await database.write { connection in
            try body(JournalledConnection(base: connection, actor: actor, time: time))
        }
    }
}

/// A write connection that knows on whose behalf it writes, so that a journal entry needs only the action, the
/// object and what changed.
struct JournalledConnection: WriteConnection {
    let base: any WriteConnection
    let actor: Actor
    let time: Moment

    func query(_ sql: String, _ values: [DatabaseValue], _ body: (any ResultRow) throws -> Void) throws {
        try base.query(sql, values, body)
    }

    func queryFirst(
        _ sql: String, _ values: [DatabaseValue], _ body: (any ResultRow) throws -> Void
    ) throws -> Bool {
        try base.queryFirst(sql, values, body)
    }

    @discardableResult
    func execute(_ sql: String, _ values: [DatabaseValue]) throws -> Int { try base.execute(sql, values) }

    @discardableResult
    func appendToJournal(_ draft: JournalDraft) throws -> JournalEntry { try base.appendToJournal(draft) }

    /// Writes a journal entry. Details say what changed by name, never the values themselves: values live in
    /// versions, which can be erased; the journal cannot.
    @discardableResult
    func journal(_ action: String, _ object: String, _ details: [String: String] = [:]) throws -> JournalEntry {
        try journal(action, object, detailsText: JournalDetails.text(details, channel: actor.channel))
    }

    /// Writes a journal entry with details that many entries share, made once by `JournalDetails`.
    @discardableResult
    func journal(_ action: String, _ object: String, detailsText: String) throws -> JournalEntry {
        try base.appendToJournal(
            JournalDraft(
                actor: actor.name, bureau: actor.bureau, action: action, object: object, details: detailsText,
                time: time
            )
        )
    }
}
