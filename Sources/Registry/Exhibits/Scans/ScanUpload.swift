public import Storage

/// A scan that arrives in several requests.
public struct ScanUpload: Sendable, Hashable {
    /// Names the upload.
    public var id: Identifier
    /// Where the scan belongs.
    public var target: ScanTarget
    /// What is stated about a file that does not say it itself.
    public var reading: ScanReading
    /// The name of the file.
    public var fileName: String
    /// The size that was announced, bytes.
    public var size: Int
    /// How many bytes have arrived.
    public var offset: Int
    /// When it is given up.
    public var expiresAt: Moment

    /// Whether every byte has arrived.
    public var isComplete: Bool { offset == size }
}

/// Uploads in the database; what has arrived lies beside the blobs.
enum ScanUploadStore {
    /// What is kept of an upload.
    struct Row: Sendable {
        var id: Identifier
        var target: ScanTarget
        var reading: ScanReading
        var fileName: String
        var size: Int
        var createdAt: Moment
    }

    /// What the column `target` holds.
    private struct Purpose: Codable {
        var target: ScanTarget
        var reading: ScanReading
    }

    static func insert(_ row: Row, _ connection: JournalledConnection) throws {
        try connection.execute(
            """
            INSERT INTO scan_uploads(id, bureau, user_id, target, file_name, size, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row.id.databaseValue, .text(connection.actor.bureau), connection.actor.user.databaseValue,
                .text(try DocumentCoding.text(Purpose(target: row.target, reading: row.reading))), .text(row.fileName),
                .integer(row.size),
                row.createdAt.databaseValue,
            ]
        )
    }

    /// An upload of the actor itself.
    static func upload(_ id: Identifier, _ actor: Actor, _ connection: any ReadConnection) throws -> Row? {
        try connection.first(
            "SELECT target, file_name, size, created_at FROM scan_uploads WHERE id = ? AND user_id = ?",
            [id.databaseValue, actor.user.databaseValue]
        ) { row in
            let purpose = try DocumentCoding.value(Purpose.self, from: row.text(0))
            return Row(
                id: id, target: purpose.target, reading: purpose.reading, fileName: row.text(1),
                size: Int(row.integer(2)), createdAt: row.moment(3)
            )
        }
    }

    /// How many uploads of a user are under way.
    static func count(of actor: Actor, _ connection: any ReadConnection) throws -> Int {
        try connection.count("SELECT COUNT(*) FROM scan_uploads WHERE user_id = ?", [actor.user.databaseValue])
    }

    /// - Returns: whether there was one.
    static func delete(_ id: Identifier, _ connection: any WriteConnection) throws -> Bool {
        try connection.execute("DELETE FROM scan_uploads WHERE id = ?", [id.databaseValue]) > 0
    }

    /// Uploads that began before a moment.
    static func begun(before moment: Moment, limit: Int, _ connection: any ReadConnection) throws -> [Identifier] {
        try connection.rows(
            "SELECT id FROM scan_uploads WHERE created_at < ? ORDER BY created_at LIMIT ?",
            [moment.databaseValue, .integer(limit)]
        ) { try $0.identifier(0) }
    }
}
