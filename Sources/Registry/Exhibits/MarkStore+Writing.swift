import Storage
import Toolmarks

extension MarkStore {
    /// Adds a mark behind those the exhibit has.
    static func insert(
        kind: ToolmarkKind, label: String, of exhibit: Exhibit, at now: Moment, _ connection: any WriteConnection
    ) throws -> Mark {
        let place = try connection.count(
            "SELECT COALESCE(MAX(place), 0) + 1 FROM marks WHERE exhibit = ?", [.integer(exhibit.sequence)]
        )
        let sequence = try connection.first(
            """
            INSERT INTO marks(exhibit, place, kind, label, created_at) VALUES (?, ?, ?, ?, ?) RETURNING sequence
            """,
            [
                .integer(exhibit.sequence), .integer(place), .text(kind.rawValue), .text(label), now.databaseValue,
            ]
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: label) }
        return Mark(
            sequence: sequence, number: MarkNumber(exhibit: exhibit.number, place: place), kind: kind, label: label,
            currentPreparation: nil, createdAt: now
        )
    }

    /// The marks of an exhibit that the caller has read under its rule, in order.
    static func marks(of exhibit: Int64, _ connection: any ReadConnection) throws -> [Mark] {
        try connection.rows(
            """
            SELECT \(columns) FROM marks m JOIN exhibits e ON e.sequence = m.exhibit
            WHERE m.exhibit = ? ORDER BY m.place
            """,
            [.integer(exhibit)], mark
        )
    }

    /// A mark whoever asks; for the work behind, which acts for no user.
    static func mark(sequence: Int64, _ connection: any ReadConnection) throws -> Mark? {
        try connection.first(
            "SELECT \(columns) FROM marks m JOIN exhibits e ON e.sequence = m.exhibit WHERE m.sequence = ?",
            [.integer(sequence)], mark
        )
    }

    /// Makes a preparation the one the mark is compared by.
    static func setCurrent(_ preparation: Int64, of mark: Int64, _ connection: any WriteConnection) throws {
        try connection.execute(
            "UPDATE marks SET current_preparation = ? WHERE sequence = ?", [.integer(preparation), .integer(mark)]
        )
    }

    /// The preparations of a mark, the latest first.
    static func preparations(of mark: Int64, _ connection: any ReadConnection) throws -> [MarkPreparation] {
        try connection.rows(
            "SELECT \(preparationColumns) FROM mark_preparations p WHERE p.mark = ? ORDER BY p.version DESC",
            [.integer(mark)], preparation
        )
    }

    /// Adds a preparation as the next version of its mark.
    /// - Returns: the row's sequence.
    static func insertPreparation(
        of mark: Int64, scan: Int64, _ made: PreparationBlobs, screeningForm: [UInt8], record: PreparationRecord,
        by user: String, at now: Moment, _ connection: any WriteConnection
    ) throws -> Int64 {
        let sequence = try connection.first(
            """
            INSERT INTO mark_preparations(mark, scan, version, surface, screening_form, picture, thumbnail, made_by,
                made_at, document)
            VALUES (?, ?, (SELECT COALESCE(MAX(p.version), 0) + 1 FROM mark_preparations p WHERE p.mark = ?),
                ?, ?, ?, ?, ?, ?, ?)
            RETURNING sequence
            """,
            [
                .integer(mark), .integer(scan), .integer(mark), made.surface.databaseValue, .blob(screeningForm),
                made.picture.databaseValue, made.thumbnail.databaseValue, .text(user), now.databaseValue,
                .text(try DocumentCoding.text(record)),
            ]
        ) { $0.integer(0) }
        guard let sequence else { throw RegistryError(.duplicate, subject: "\(mark)") }
        return sequence
    }
}

/// Where the files of a preparation lie.
struct PreparationBlobs: Sendable {
    var surface: BlobHash
    var picture: BlobHash
    var thumbnail: BlobHash
}
