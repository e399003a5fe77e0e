import Firearms
import Matching
import Storage

/// Finds candidates by the keys of `serial_keys`, and earlier checks by those of `check_keys`.
enum CandidateStore {
    /// Most rows taken from one look-up; a known beginning of three characters may stand on thousands of guns.
    static let mostPerLookup = 1_000

    /// The records found, and whether a look-up stopped at its limit.
    struct Found {
        var records: [(summary: RecordSummary, normalised: String)] = []
        var isCutOff = false
    }

    /// Records the actor may know of and that are searched, found by any of the look-ups; each once, with the number
    /// by which it was found first.
    ///
    /// The equal number is among those of its key. It is asked for by itself only where one of the look-ups met its
    /// limit, so that a common confusable number never cuts it off.
    static func records(
        _ plan: [SerialLookup], _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Found {
        var search = RecordSearch(rule: AccessStore.mayKnowRecord("r", actor), connection: connection)
        for lookup in plan where lookup.normalised == nil {
            if try !search.find(condition(lookup), atMost: mostPerLookup) { search.found.isCutOff = true }
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
        private var seen: Set<Int64> = []

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
                if seen.insert(row.integer(0)).inserted {
                    found.records.append((RecordStore.summary(row), row.text(15)))
                }
            }
            return count < limit
        }
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
