import Storage
import Toolmarks

/// Marks, their scans and preparations in the database.
enum MarkStore {
    /// Columns of a mark `m` joined with its exhibit `e`.
    static let columns = "m.sequence, e.number, m.place, m.kind, m.label, m.current_preparation, m.created_at"

    static func mark(_ row: any ResultRow) -> Mark {
        Mark(
            sequence: row.integer(0), number: MarkNumber(exhibit: row.text(1), place: Int(row.integer(2))),
            kind: ToolmarkKind(rawValue: row.text(3)), label: row.text(4),
            currentPreparation: row.isNull(5) ? nil : row.integer(5), createdAt: row.moment(6)
        )
    }

    /// The mark of a number, as far as the actor may know of its exhibit.
    static func mark(_ number: MarkNumber, _ actor: Actor, _ connection: any ReadConnection) throws -> Mark? {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        return try connection.first(
            """
            SELECT \(columns) FROM marks m JOIN exhibits e ON e.sequence = m.exhibit
            WHERE e.number = ? AND m.place = ? AND \(rule.sql)
            """,
            [.text(number.exhibit), .integer(Int64(number.place))] + rule.values, mark
        )
    }

    static let preparationColumns = """
        p.sequence, p.mark, p.scan, p.version, p.surface, p.screening_form, p.picture, p.thumbnail, p.made_by, \
        p.made_at, p.document
        """

    static func preparation(_ row: any ResultRow) throws -> MarkPreparation {
        MarkPreparation(
            sequence: row.integer(0), mark: row.integer(1), scan: row.integer(2), version: Int(row.integer(3)),
            surface: try row.blobHash(4), screeningForm: row.bytes(5), picture: try row.blobHash(6),
            thumbnail: try row.blobHash(7), madeBy: row.text(8), madeAt: row.moment(9), document: row.text(10)
        )
    }

    /// A preparation whose mark the caller has already read under the rule of its exhibit.
    static func preparation(_ sequence: Int64, _ connection: any ReadConnection) throws -> MarkPreparation? {
        try connection.first(
            "SELECT \(preparationColumns) FROM mark_preparations p WHERE p.sequence = ?", [.integer(sequence)],
            preparation
        )
    }
}
