import Storage

/// Pictures of notices in the database; their content lies in the blob store.
enum NoticePictureStore {
    static let thumbnailMigration = Migration(name: "thumbnails of notices") { _ in
        ["ALTER TABLE notice_pictures ADD COLUMN thumbnail TEXT"]
    }

    static func insert(_ picture: NoticePicture, of notice: Int64, _ connection: any WriteConnection) throws -> Int64 {
        try connection.first(
            """
            INSERT INTO notice_pictures(notice, media_type, size, blob, thumbnail, added_at) VALUES (?, ?, ?, ?, ?, ?)
            RETURNING sequence
            """,
            [
                .integer(notice), .text(picture.mediaType), .integer(picture.size), .text(picture.blob.description),
                picture.thumbnail.map { .text($0.description) } ?? .null, picture.addedAt.databaseValue,
            ]
        ) { $0.integer(0) } ?? 0
    }

    static func remove(_ picture: Int64, of notice: Int64, _ connection: any WriteConnection) throws {
        try connection.execute(
            "DELETE FROM notice_pictures WHERE notice = ? AND sequence = ?", [.integer(notice), .integer(picture)]
        )
    }

    static func pictures(of notice: Int64, _ connection: any ReadConnection) throws -> [NoticePicture] {
        try connection.rows(
            """
            SELECT sequence, media_type, size, blob, thumbnail, added_at FROM notice_pictures
            WHERE notice = ? ORDER BY sequence
            """,
            [.integer(notice)]
        ) { row in
            BlobHash(row.text(3)).map {
                NoticePicture(
                    sequence: row.integer(0), mediaType: row.text(1), size: row.integer(2), blob: $0,
                    thumbnail: row.optionalText(4).flatMap { BlobHash($0) }, addedAt: row.moment(5)
                )
            }
        }.compactMap { $0 }
    }

    /// The first picture of each of some notices.
    static func first(of notices: [Int64], _ connection: any ReadConnection) throws -> [Int64: Int64] {
        var found: [Int64: Int64] = [:]
        for notice in notices {
            try connection.query(
                "SELECT sequence FROM notice_pictures WHERE notice = ? ORDER BY sequence LIMIT 1", [.integer(notice)]
            ) { found[notice] = $0.integer(0) }
        }
        return found
    }
}
