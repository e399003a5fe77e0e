public import Storage

/// One of two marks under comparison: what it is, and the surface it is compared by.
public struct ComparedMark: Sendable, Hashable {
    /// The mark.
    public var mark: Mark
    /// The bureau that owns its exhibit.
    public var bureau: String
    /// Row number of its exhibit.
    public var exhibit: Int64
    /// The number of lands the exhibit is stated to have; nil where that is unknown.
    public var statedLands: Int?
    /// The preparation it is compared by.
    public var preparation: Int64
    /// 1 for the mark's first preparation.
    public var preparationVersion: Int
    /// What it is compared by, an x3p file: the prepared surface of an impressed mark; of a striated one the scan, cut to
    /// the mark, from which its signature is taken.
    public var surface: BlobHash
    /// A picture of the prepared surface, PNG.
    public var picture: BlobHash
}

/// Marks under comparison in the database.
enum ComparedMarkStore {
    private static let columns = """
        m.sequence, e.number, m.place, m.kind, m.label, m.current_preparation, m.created_at, e.bureau, e.sequence, \
        e.lands, p.sequence, p.version, p.surface, p.picture
        """

    private static let tables = """
        marks m JOIN exhibits e ON e.sequence = m.exhibit \
        JOIN mark_preparations p ON p.sequence = m.current_preparation
        """

    /// The mark of a number with its current preparation, as far as the actor may know of its exhibit; nil also while
    /// there is no preparation.
    static func mark(_ number: MarkNumber, _ actor: Actor, _ connection: any ReadConnection) throws -> ComparedMark? {
        let rule = AccessStore.mayKnowExhibit("e", actor)
        return try connection.first(
            "SELECT \(columns) FROM \(tables) WHERE e.number = ? AND m.place = ? AND \(rule.sql)",
            [.text(number.exhibit), .integer(Int64(number.place))] + rule.values, compared
        )
    }

    /// The prepared land engraved areas of an exhibit that the caller has read under its rule, in their order.
    static func lands(of exhibit: Int64, _ connection: any ReadConnection) throws -> [ComparedMark] {
        try connection.rows(
            "SELECT \(columns) FROM \(tables) WHERE m.exhibit = ? AND m.kind = 'land' ORDER BY m.place",
            [.integer(exhibit)], compared
        )
    }

    private static func compared(_ row: any ResultRow) throws -> ComparedMark {
        ComparedMark(
            mark: MarkStore.mark(row), bureau: row.text(7), exhibit: row.integer(8),
            statedLands: row.optionalInteger(9).map(Int.init), preparation: row.integer(10),
            preparationVersion: Int(row.integer(11)), surface: try row.blobHash(12), picture: try row.blobHash(13)
        )
    }
}
