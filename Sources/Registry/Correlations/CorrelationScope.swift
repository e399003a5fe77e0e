import Storage
import Toolmarks

/// What decides with which marks a mark may be compared: kind, calibre, class characteristics, owner and submission.
struct CorrelationScope: Sendable, Hashable {
    /// Kind of mark.
    var kind: ToolmarkKind
    /// The bureau that owns the exhibit.
    var bureau: String
    /// The exhibit's row number: marks of one exhibit are not compared with each other.
    var exhibit: Int64
    /// Whether the exhibit is compared with those of other bureaus.
    var isSubmitted: Bool
    /// Code of the reference table; nil where unknown.
    var calibre: String?
    /// Bullets: number of lands.
    var lands: Int64?
    /// Bullets: direction of twist.
    var twist: String?
    /// Cartridge cases: shape of the firing pin.
    var firingPinShape: String?
    /// Cartridge cases: pattern of the breech face.
    var breechFaceClass: String?
    /// The last day on which the exhibit is compared.
    var retentionUntil: String?

    /// A mark with its current preparation.
    struct Subject: Sendable {
        var number: MarkNumber
        var preparation: Int64
        var surface: BlobHash
        var scope: CorrelationScope
    }

    /// A mark that may be compared: its row number and those of its exhibit and of its current preparation.
    struct Candidate: Sendable, Hashable {
        var mark: Int64
        var exhibit: Int64
        var preparation: Int64

        /// What a comparison with it is found by.
        var key: Key { Key(mark: mark, preparation: preparation) }
        /// As one side of a pair.
        var side: CorrelationPair.Side { CorrelationPair.Side(mark: mark, preparation: preparation) }
    }

    /// A mark and the preparation it was compared by.
    struct Key: Sendable, Hashable {
        var mark: Int64
        var preparation: Int64
    }

    /// The scope of a mark; nil while it has no preparation.
    static func of(mark: Int64, _ connection: any ReadConnection) throws -> Subject? {
        try connection.first(
            """
            SELECT e.number, m.place, m.current_preparation, m.kind, e.bureau, e.submission, e.calibre_code, e.lands, \
            e.twist, e.firing_pin_shape, e.breech_face_class, e.retention_until, e.sequence, p.surface
            FROM marks m JOIN exhibits e ON e.sequence = m.exhibit
            JOIN mark_preparations p ON p.sequence = m.current_preparation WHERE m.sequence = ?
            """,
            [.integer(mark)]
        ) { row in
            Subject(
                number: MarkNumber(exhibit: row.text(0), place: Int(row.integer(1))), preparation: row.integer(2),
                surface: try row.blobHash(13),
                scope: CorrelationScope(
                    kind: ToolmarkKind(rawValue: row.text(3)), bureau: row.text(4), exhibit: row.integer(12),
                    isSubmitted: row.text(5) == Exhibit.Submission.submitted.rawValue, calibre: row.optionalText(6),
                    lands: row.optionalInteger(7), twist: row.optionalText(8), firingPinShape: row.optionalText(9),
                    breechFaceClass: row.optionalText(10), retentionUntil: row.optionalText(11)
                )
            )
        }
    }

    /// The scope on one line: a job whose line has changed is done again.
    var text: String {
        [
            kind.rawValue, bureau, isSubmitted ? "submitted" : "", calibre ?? "", lands.map(String.init) ?? "",
            twist ?? "", firingPinShape ?? "", breechFaceClass ?? "", retentionUntil ?? "",
        ].joined(separator: "|")
    }

    /// The marks it may be compared with, in the order of their entry: the same kind, of other exhibits; the same or an
    /// unknown calibre; no class characteristic that contradicts; its own bureau's, and other bureaus' where both are
    /// submitted; within retention.
    /// - Parameter today: the day on which they are compared.
    func candidates(on today: CalendarDate, _ connection: any ReadConnection) throws -> [Candidate] {
        if let retentionUntil, retentionUntil < today.description { return [] }
        var sql = """
            SELECT m.sequence, m.exhibit, m.current_preparation FROM marks m JOIN exhibits e ON e.sequence = m.exhibit
            WHERE m.kind = ? AND m.current_preparation IS NOT NULL AND m.exhibit <> ?
            AND (e.retention_until IS NULL OR e.retention_until >= ?)
            """
        var values: [DatabaseValue] = [.text(kind.rawValue), .integer(exhibit), .text(today.description)]
        sql += isSubmitted ? " AND (e.bureau = ? OR e.submission = 'submitted')" : " AND e.bureau = ?"
        values.append(.text(bureau))
        let facts: [(String, DatabaseValue)] = [
            ("calibre_code", .optional(calibre)), ("lands", .optional(lands)), ("twist", .optional(twist)),
            ("firing_pin_shape", .optional(firingPinShape)), ("breech_face_class", .optional(breechFaceClass)),
        ]
        for (column, value) in facts where value != .null {
            sql += " AND (e.\(column) IS NULL OR e.\(column) = ?)"
            values.append(value)
        }
        return try connection.rows(sql + " ORDER BY m.sequence", values) {
            Candidate(mark: $0.integer(0), exhibit: $0.integer(1), preparation: $0.integer(2))
        }
    }
}
