import Storage

/// Attachments in the database; their content lies in the blob store.
enum AttachmentStore {
    static let migration = Migration(name: "attachments") { dialect in
        [
            """
            CREATE TABLE attachments (
                id \(dialect.blobType) PRIMARY KEY NOT NULL,
                record BIGINT NOT NULL REFERENCES firearm_records(sequence),
                name TEXT NOT NULL,
                media_type TEXT NOT NULL,
                size BIGINT NOT NULL,
                blob TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                added_by TEXT NOT NULL
            )
            """,
            "CREATE INDEX attachments_by_record ON attachments(record)",
        ]
    }

    static func insert(_ attachment: Attachment, record: Int64, _ connection: any WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO attachments(id, record, name, media_type, size, blob, added_at, added_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                attachment.id.databaseValue, .integer(record), .text(attachment.name), .text(attachment.mediaType),
                .integer(attachment.size), .text(attachment.blob.description), attachment.addedAt.databaseValue,
                .text(attachment.addedBy),
            ]
        )
    }

    static func attachments(of record: Int64, _ connection: any ReadConnection) throws -> [Attachment] {
        try connection.rows(
            """
            SELECT id, name, media_type, size, blob, added_at, added_by FROM attachments
            WHERE record = ? ORDER BY added_at
            """,
            [.integer(record)]
        ) { row in
            try BlobHash(row.text(4)).map { blob in
                try Attachment(
                    id: row.identifier(0), name: row.text(1), mediaType: row.text(2), size: row.integer(3), blob: blob,
                    addedAt: row.moment(5), addedBy: row.text(6)
                )
            }
        }.compactMap { $0 }
    }
}
