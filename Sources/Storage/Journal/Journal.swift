/// The journal's tables and the functions that read it.
public enum Journal {
    /// Makes the tables of the journal. It must be among the first migrations.
    ///
    /// `journal_head` has one row, changed in the same transaction as the journal, by which a cut-off end is found.
    public static let migration = Migration(name: "storage journal") { dialect in
        [
            """
            CREATE TABLE journal (
                sequence \(dialect.integerKeyColumn),
                time BIGINT NOT NULL,
                actor TEXT NOT NULL,
                bureau TEXT NOT NULL,
                action TEXT NOT NULL,
                object TEXT NOT NULL,
                details TEXT NOT NULL,
                previous_hash \(dialect.blobType) NOT NULL,
                hash \(dialect.blobType) NOT NULL)
            """,
            """
            CREATE TABLE journal_head (
                one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
                sequence BIGINT NOT NULL,
                hash \(dialect.blobType) NOT NULL)
            """,
            """
            INSERT INTO journal_head (one, sequence, hash)
            VALUES (1, 0, \(dialect.blobLiteral(JournalHead.empty.hash)))
            """,
        ]
    }
}

/// The end of the journal: the last entry's place and hash. Kept elsewhere, it proves later that nothing before it was
/// rewritten.
public struct JournalHead: Sendable, Hashable {
    /// The last entry's sequence number, 0 when there is none.
    public let sequence: Int64
    /// The last entry's hash, 32 zero bytes when there is none.
    public let hash: [UInt8]

    /// A head noted earlier.
    public init(sequence: Int64, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// The head of an empty journal.
    public static let empty = JournalHead(sequence: 0, hash: [UInt8](repeating: 0, count: SHA256.byteCount))
}

extension ReadConnection {
    /// The entries after a sequence number, in order, at most `limit`.
    public func journalEntries(after sequence: Int64, limit: Int) throws -> [JournalEntry] {
        try rows(
            "SELECT \(JournalEntry.columns) FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?",
            [.integer(sequence), .integer(limit)],
            JournalEntry.init(row:)
        )
    }

    /// The end of the journal. Inside a write transaction it is current too.
    public func journalHead() throws -> JournalHead {
        try first("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1") {
            JournalHead(sequence: $0.integer(0), hash: $0.bytes(1))
        } ?? .empty
    }
}
