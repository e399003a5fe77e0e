/// Appends to the journal within one transaction, for every engine.
///
/// The head is read from the database once in each transaction, because other processes may have written before it, and
/// written back once before the commit. It is a value: an engine that rolls back to a savepoint puts back the copy that
/// it kept when the savepoint began.
public struct JournalAppender: Sendable {
    private var head: JournalHead?
    private var isWritten = true

    private let dialect: Dialect

    /// An appender for a transaction that just began.
    public init(dialect: Dialect) {
        self.dialect = dialect
    }

    /// Adds an entry after the head; throws what the engine throws.
    public mutating func append(_ draft: JournalDraft, on connection: some WriteConnection) throws -> JournalEntry {
        let entry = JournalEntry(draft, after: try currentHead(on: connection))
        try connection.execute(
            "INSERT INTO journal (\(JournalEntry.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(entry.sequence), entry.time.databaseValue, .text(entry.actor), .text(entry.bureau),
                .text(entry.action), .text(entry.object), .text(entry.details), .blob(entry.previousHash),
                .blob(entry.hash),
            ]
        )
        head = JournalHead(sequence: entry.sequence, hash: entry.hash)
        isWritten = false
        return entry
    }

    /// Writes the head, when it moved. To be called before the commit.
    public mutating func finish(on connection: some WriteConnection) throws {
        guard let head, !isWritten else { return }
        try connection.execute(
            "UPDATE journal_head SET sequence = ?, hash = ? WHERE one = 1",
            [.integer(head.sequence), .blob(head.hash)]
        )
        isWritten = true
    }

    private func currentHead(on connection: some WriteConnection) throws -> JournalHead {
        if let head { return head }
        let select = "SELECT sequence, hash FROM journal_head WHERE one = 1"
        let stored = try connection.first(select + dialect.rowLockSuffix) {
            JournalHead(sequence: $0.integer(0), hash: $0.bytes(1))
        }
        guard let stored, stored.hash.count == SHA256.byteCount else {
            throw StorageError(
                .corrupt,
                "The journal's head is missing or damaged.",
                advice: "Verify the journal, then restore the latest backup."
            )
        }
        return stored
    }
}
