import Firearms
import Matching
import Storage

/// Finds candidates by the keys of `serial_keys`, and earlier checks by those of `check_keys`.
enum CandidateStore {
    /// Most rows taken from one look-up; a known beginning of three characters may stand on thousands of guns.
    static let mostPerLookup = 1_000

    /// The records found, and whether a look-up stopped at its limit.
    struct Found {
        var records: [FoundRecord] = []
        var isCutOff = false
    }

    /// Records the actor may know of and that are searched, found by any of the look-ups; each once with each of its
    /// numbers that was found.
    ///
    /// The equal number is among those of its key. It is asked for by itself only where one of the look-ups met its
    /// limit, so that a common confusable number never cuts it off.
    static func records(
        _ plan: [SerialLookup], _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Found {
        var search = RecordSearch(rule: AccessStore.mayKnowRecord("r", actor), connection: connection)
        for condition in joined(plan.filter { $0.normalised == nil }) {
            if try !search.find(condition, atMost: mostPerLookup) { search.found.isCutOff = true }
        }
        if search.found.isCutOff {
            for lookup in plan where lookup.normalised != nil {
                _ = try search.find(condition(lookup), atMost: mostPerLookup)
            }
        }
        return search.found
    }

    private struct RecordSearch {
        let rule: RowRule
        let connection: any ReadConnection
        var found = Found()
        private var seen: Set<FoundNumber> = []

        init(rule: RowRule, connection: any ReadConnection) {
            self.rule = rule
            self.connection = connection
        }

        /// Adds what the condition finds.
        /// - Returns: false where it may find more than the limit.
        mutating func find(_ key: RowRule, atMost limit: Int) throws -> Bool {
            var count = 0
            try connection.query(
                """
                SELECT \(RecordStore.columns), k.normalised
                FROM serial_keys k JOIN firearm_records r ON r.sequence = k.record
                WHERE \(key.sql) AND r.status IN ('active', 'located') AND \(rule.sql) LIMIT \(limit)
                """,
                key.values + rule.values
            ) { row in
                count += 1
                let number = FoundNumber(record: row.integer(0), normalised: row.text(15))
                if seen.insert(number).inserted {
                    found.records.append(
                        FoundRecord(summary: RecordStore.summary(row), normalised: number.normalised))
                }
            }
            return count < limit
        }
    }

    /// A record that still carries the number, if the actor may know of it and it is searched.
    static func record(
        _ sequence: Int64, carrying normalised: String, _ actor: Actor, _ connection: any ReadConnection
    ) throws -> RecordSummary? {
        let rule = AccessStore.mayKnowRecord("r", actor)
        return try connection.first(
            """
            SELECT \(RecordStore.columns)
            FROM serial_keys k JOIN firearm_records r ON r.sequence = k.record
            WHERE k.kind = 0 AND k.folded = ? AND k.normalised = ? AND k.record = ?
                AND r.status IN ('active', 'located') AND \(rule.sql)
            """,
            [.text(SerialPattern(normalised).folded), .text(normalised), .integer(sequence)] + rule.values,
            RecordStore.summary
        )
    }

    /// Row numbers of earlier checks that a new record's number may answer.
    static func checks(_ plan: [SerialLookup], _ connection: any ReadConnection) throws -> [Int64] {
        var found: [Int64] = []
        for lookup in plan {
            let key = condition(lookup)
            try connection.query(
                "SELECT k.record FROM check_keys k WHERE \(key.sql) LIMIT 200", key.values
            ) { row in
                if !found.contains(row.integer(0)) { found.append(row.integer(0)) }
            }
        }
        return found
    }

    /// Look-ups of single keys of one kind as one condition: a statement costs more than a key.
    private static func joined(_ plan: [SerialLookup]) -> [RowRule] {
        var rules: [RowRule] = []
        for kind in SerialKeyKind.allCases {
            let ofKind = plan.filter { $0.kind == kind }
            let single = ofKind.filter { $0.isEquality && $0.shape == nil }
            if single.count > 1 {
                let places = Array(repeating: "?", count: single.count).joined(separator: ", ")
                rules.append(
                    RowRule(
                        sql: "k.kind = ? AND k.folded IN (\(places))",
                        values: [.integer(kind.rawValue)] + single.map { .text($0.lowerBound) }
                    )
                )
                rules += ofKind.filter { !($0.isEquality && $0.shape == nil) }.map(condition)
            } else {
                rules += ofKind.map(condition)
            }
        }
        return rules
    }

    private static func condition(_ lookup: SerialLookup) -> RowRule {
        var rule = RowRule(sql: "k.kind = ?", values: [.integer(lookup.kind.rawValue)])
        if lookup.isEquality {
            rule.sql += " AND k.folded = ?"
            rule.values.append(.text(lookup.lowerBound))
        } else {
            rule.sql += " AND k.folded >= ? AND k.folded < ?"
            rule.values += [.text(lookup.lowerBound), .text(lookup.upperBound)]
        }
        if let shape = lookup.shape {
            rule.sql += " AND k.folded LIKE ?"
            rule.values.append(.text(shape))
        }
        if let normalised = lookup.normalised {
            rule.sql += " AND k.normalised = ?"
            rule.values.append(.text(normalised))
        }
        return rule
    }
}
