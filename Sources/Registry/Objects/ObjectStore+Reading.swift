import Storage

extension ObjectStore {
    /// The record of a number, as far as the actor may read it.
    static func record<Object: RecordedObject>(
        number: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> ObjectRecord<Object>? {
        let rule = AccessStore.mayReadRecord("r", actor)
        return try connection.first(
            "SELECT \(columns) FROM object_records r WHERE r.number = ? AND r.kind = ? AND \(rule.sql)",
            [.text(number), .text(Object.kind.rawValue)] + rule.values, record
        ).map { shown($0, to: actor) }
    }

    /// The record of a row number, whoever asks; for work that acts for no user.
    static func record<Object: RecordedObject>(
        sequence: Int64, _ connection: any ReadConnection
    ) throws -> ObjectRecord<Object>? {
        try connection.first(
            "SELECT \(columns) FROM object_records r WHERE r.sequence = ? AND r.kind = ?",
            [.integer(sequence), .text(Object.kind.rawValue)], record
        )
    }

    /// The record of a number, whoever asks; for work that acts for no user.
    static func record<Object: RecordedObject>(
        number: String, _ connection: any ReadConnection
    ) throws -> ObjectRecord<Object>? {
        try connection.first(
            "SELECT \(columns) FROM object_records r WHERE r.number = ? AND r.kind = ?",
            [.text(number), .text(Object.kind.rawValue)], record
        )
    }

    /// Superseded versions, newest first.
    static func versions<Object: RecordedObject>(
        of record: Int64, _ connection: any ReadConnection
    ) throws -> [ObjectVersion<Object>] {
        try connection.rows(
            """
            SELECT version, status, document, changed_at, changed_by, reason FROM object_versions
            WHERE record = ? ORDER BY version DESC
            """,
            [.integer(record)]
        ) { row in
            ObjectVersion(
                version: Int(row.integer(0)), status: RecordStatus(rawValue: row.text(1)) ?? .active,
                content: try DocumentCoding.value(ObjectContent<Object>.self, from: row.text(2)),
                changedAt: row.moment(3), changedBy: row.text(4), reason: row.text(5)
            )
        }
    }

    /// One page of a list.
    /// - Parameter keys: what the text of the filter may be; nil where it has none.
    static func page<Object: RecordedObject>(
        _ filter: ObjectFilter, keys: [ObjectKey]?, before cursor: Int64?, limit: Int, _ actor: Actor,
        _ connection: any ReadConnection
    ) throws -> ObjectPage<Object> {
        var rule = AccessStore.mayReadRecord("r", actor)
        func add(_ sql: String, _ values: [DatabaseValue]) {
            rule.sql += " AND \(sql)"
            rule.values += values
        }
        add("r.kind = ?", [.text(Object.kind.rawValue)])
        if let bureau = filter.bureau { add("r.bureau = ?", [.text(bureau)]) }
        if let recordClass = filter.recordClass { add("r.class = ?", [.text(recordClass)]) }
        if let status = filter.status { add("r.status = ?", [.text(status.rawValue)]) }
        if let keys {
            guard !keys.isEmpty else { return ObjectPage(records: [], nextCursor: nil) }
            let condition = condition(keys)
            add("r.sequence IN (SELECT k.record FROM object_keys k WHERE \(condition.sql))", condition.values)
        }
        if let cursor { add("r.sequence < ?", [.integer(cursor)]) }
        var records: [ObjectRecord<Object>] = try connection.rows(
            "SELECT \(columns) FROM object_records r WHERE \(rule.sql) ORDER BY r.sequence DESC LIMIT ?",
            rule.values + [.integer(Int64(limit + 1))], record
        )
        let hasMore = records.count > limit
        if hasMore { records.removeLast() }
        return ObjectPage(
            records: records.map { shown($0, to: actor) }, nextCursor: hasMore ? records.last?.sequence : nil
        )
    }

    /// Records that are searched and stand under one of the keys, as far as the actor may know of them.
    static func records<Object: RecordedObject>(
        under keys: [ObjectKey], limit: Int, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [ObjectRecord<Object>] {
        guard !keys.isEmpty else { return [] }
        let (condition, rule) = (condition(keys), AccessStore.mayKnowRecord("r", actor))
        return try connection.rows(
            """
            SELECT \(columns) FROM object_records r
            WHERE r.sequence IN (SELECT k.record FROM object_keys k WHERE \(condition.sql))
                AND r.kind = ? AND r.status IN ('active', 'located') AND \(rule.sql)
            ORDER BY r.sequence LIMIT ?
            """,
            condition.values + [.text(Object.kind.rawValue)] + rule.values + [.integer(limit)], record
        ).map { shown($0, to: actor) }
    }

    /// The records of rows that are searched, as far as the actor may know of them, until there are enough: those the
    /// actor may not know of take no place from others.
    static func records<Object: RecordedObject>(
        _ rows: some Sequence<Int64>, limit: Int, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> [ObjectRecord<Object>] {
        let rule = AccessStore.mayKnowRecord("r", actor)
        var records: [ObjectRecord<Object>] = []
        for row in rows where records.count < limit {
            let found: ObjectRecord<Object>? = try connection.first(
                """
                SELECT \(columns) FROM object_records r
                WHERE r.sequence = ? AND r.kind = ? AND r.status IN ('active', 'located') AND \(rule.sql)
                """,
                [.integer(row), .text(Object.kind.rawValue)] + rule.values, record
            )
            if let found { records.append(shown(found, to: actor)) }
        }
        return records
    }

    /// Single documents that are searched and whose folded number begins so, whoever owns them; for matching.
    static func documents(
        beginning: String, limit: Int, _ connection: any ReadConnection
    ) throws -> [DocumentRecord] {
        try connection.rows(
            """
            SELECT \(columns) FROM object_records r
            WHERE r.sequence IN (SELECT k.record FROM object_keys k WHERE k.kind = ? AND k.folded >= ? AND k.folded < ?)
                AND r.status IN ('active', 'located')
            ORDER BY r.sequence LIMIT ?
            """,
            [
                .integer(ObjectKey.Kind.documentNumber.rawValue), .text(beginning), .text(beginning + "~"),
                .integer(limit),
            ], record
        )
    }

    /// A bureau's own searched records under the keys, oldest first; for finding duplicates.
    static func ownRecords<Object: RecordedObject>(
        under keys: [ObjectKey], bureau: String, _ connection: any ReadConnection
    ) throws -> [ObjectRecord<Object>] {
        guard !keys.isEmpty else { return [] }
        let condition = condition(keys)
        return try connection.rows(
            """
            SELECT \(columns) FROM object_records r
            WHERE r.sequence IN (SELECT k.record FROM object_keys k WHERE \(condition.sql))
                AND r.kind = ? AND r.bureau = ? AND r.status IN ('active', 'located')
            ORDER BY r.sequence LIMIT 1000
            """,
            condition.values + [.text(Object.kind.rawValue), .text(bureau)], record
        )
    }

    /// Records whose retention date lies before the day and that are still searched.
    static func dueForExpiry(
        _ kind: ObjectKind, on day: CalendarDate, limit: Int, _ connection: any ReadConnection
    ) throws -> [Int64] {
        try connection.rows(
            """
            SELECT sequence FROM object_records
            WHERE kind = ? AND retention_until < ? AND status IN ('active', 'located')
            ORDER BY retention_until LIMIT ?
            """,
            [.text(kind.rawValue), .text(day.description), .integer(Int64(limit))]
        ) { $0.integer(0) }
    }

    /// Rows of a table of keys, under the alias `k`, that have one of the keys.
    static func condition(_ keys: [ObjectKey]) -> RowRule {
        var rules: [RowRule] = []
        for kind in ObjectKey.Kind.allCases {
            let texts = Set(keys.filter { $0.kind == kind }.map(\.folded)).sorted()
            guard !texts.isEmpty else { continue }
            let places = Array(repeating: "?", count: texts.count).joined(separator: ", ")
            rules.append(
                RowRule(
                    sql: "(k.kind = ? AND k.folded IN (\(places)))",
                    values: [.integer(kind.rawValue)] + texts.map { .text($0) }
                ))
        }
        return RowRule(
            sql: "(" + rules.map(\.sql).joined(separator: " OR ") + ")", values: rules.flatMap(\.values)
        )
    }
}
