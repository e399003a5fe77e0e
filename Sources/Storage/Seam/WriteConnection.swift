/// A connection inside one write transaction. What a body does is kept as a whole or not at all.
public protocol WriteConnection: ReadConnection {
    /// Runs a statement and returns how many rows it inserted, changed or deleted itself (0 for other statements).
    /// Throws `StorageError`, for a violated constraint with the columns.
    @discardableResult
    func execute(_ sql: String, _ values: [DatabaseValue]) throws -> Int

    /// Adds an entry to the journal in this transaction and returns it with its sequence number and hash.
    @discardableResult
    func appendToJournal(_ draft: JournalDraft) throws -> JournalEntry
}

extension WriteConnection {
    /// Runs a statement without values.
    @discardableResult
    public func execute(_ sql: String) throws -> Int {
        try execute(sql, [])
    }
}
