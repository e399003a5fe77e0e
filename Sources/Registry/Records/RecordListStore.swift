import Firearms
import Matching
import Storage

/// Lists and exports of records, under the same row rule as everything else.
enum RecordListStore {
    static func page(
        _ filter: RecordFilter, before cursor: Int64?, limit: Int, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> RecordPage {
        let condition = condition(filter, before: cursor, actor)
        var records = try connection.rows(
            """
            SELECT \(RecordStore.columns) FROM firearm_records r WHERE \(condition.sql)
            ORDER BY r.sequence DESC LIMIT ?
            """,
            condition.values + [.integer(Int64(limit + 1))], RecordStore.summary
        )
        let hasMore = records.count > limit
        if hasMore { records.removeLast() }
        return RecordPage(records: records, nextCursor: hasMore ? records.last?.sequence : nil)
    }

    /// The next records of an export in the order in which they were entered.
    static func records(
        _ filter: RecordFilter, after sequence: Int64, limit: Int, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [ExportedRecord] {
        let condition = condition(filter, before: nil, actor)
        return try connection.rows(
            """
            SELECT r.sequence, r.number, r.bureau, r.status, r.document FROM firearm_records r
            WHERE \(condition.sql) AND r.sequence > ? ORDER BY r.sequence LIMIT ?
            """,
            condition.values + [.integer(sequence), .integer(Int64(limit))]
        ) { row in
            ExportedRecord(
                sequence: row.integer(0), number: row.text(1), bureau: row.text(2),
                status: RecordStatus(rawValue: row.text(3)) ?? .active,
                content: try DocumentCoding.value(RecordContent.self, from: row.text(4))
            )
        }
    }

    private static func condition(_ filter: RecordFilter, before cursor: Int64?, _ actor: Actor) -> RowRule {
        var rule = AccessStore.mayReadRecord("r", actor)
        func add(_ sql: String, _ values: DatabaseValue...) {
            rule.sql += " AND \(sql)"
            rule.values += values
        }
        if let bureau = filter.bureau { add("r.bureau = ?", .text(bureau)) }
        if let recordClass = filter.recordClass { add("r.class = ?", .text(recordClass.rawValue)) }
        if let status = filter.status { add("r.status = ?", .text(status.rawValue)) }
        if let makeCode = filter.makeCode { add("r.make_code = ?", .text(makeCode)) }
        if let serial = filter.serial, !SerialPattern(serial).isEmpty {
            add(
                "r.sequence IN (SELECT k.record FROM serial_keys k WHERE k.kind = 0 AND k.folded = ?)",
                .text(SerialPattern(serial).folded)
            )
        }
        if let cursor { add("r.sequence < ?", .integer(cursor)) }
        return rule
    }
}

/// A record as an export writes it.
public struct ExportedRecord: Sendable, Hashable {
    /// Row number in the database, after which an export goes on.
    public var sequence: Int64
    /// The number people use: `BR-2026-000123`.
    public var number: String
    /// Code of the bureau that owns the record.
    public var bureau: String
    /// Where the record stands in its life.
    public var status: RecordStatus
    /// What the owner states.
    public var content: RecordContent
}
