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
    /// Look-ups of single keys are asked together. Where they meet the limit each is asked by itself, and the equal
    /// number first, so that it is never cut off by a common confusable one.
    static func records(
        _ plan: [SerialLookup], _ actor: Actor, _ connection: any ReadConnection
    ) throws -> Found {
        var search = RecordSearch(rule: AccessStore.mayKnowRecord("r", actor), connection: connection)
        for group in groups(of: plan.filter { $0.normalised == nil }) {
            guard try !search.find(condition(group), atMost: mostPerLookup) else { continue }
            for number in plan where number.normalised != nil {
                _ = try search.find(condition([number]), atMost: mostPerLookup)
            }
            if group.count == 1 { search.found.isCutOff = true }
            for lookup in group where group.count > 1 {
                if try !search.find(condition([lookup]), atMost: mostPerLookup) { search.found.isCutOff = true }
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

    /// Neighbours that ask for single keys of one kind, together; every other look-up by itself.
    private static func groups(of plan: [SerialLookup]) -> [[SerialLookup]] {
        var groups: [[SerialLookup]] = []
        for lookup in plan {
            if lookup.isPlain, let last = groups.last?.last, last.isPlain, last.kind == lookup.kind {
                groups[groups.count - 1].append(lookup)
            } else {
                groups.append([lookup])
            }
        }
        return groups
    }

    /// Row numbers of earlier checks that a new record's number may answer.
    static func checks(_ plan: [SerialLookup], _ connection: any ReadConnection) throws -> [Int64] {
        var found: [Int64] = []
        for lookup in plan {
            let key = condition([lookup])
            try connection.query(
                "SELECT k.record FROM check_keys k WHERE \(key.sql) LIMIT 200", key.values
            ) { row in
                if !found.contains(row.integer(0)) { found.append(row.integer(0)) }
            }
        }
        return found
    }

    /// The rows that any of the look-ups finds: one look-up, or several plain ones of one kind.
    private static func condition(_ group: [SerialLookup]) -> RowRule {
        guard let lookup = group.first else { return RowRule(sql: "1 = 0", values: []) }
        var rule = RowRule(sql: "k.kind = ?", values: [.integer(lookup.kind.rawValue)])
        if group.count > 1 {
            rule.sql += " AND k.folded IN (?" + String(repeating: ", ?", count: group.count - 1) + ")"
            rule.values += group.map { .text($0.lowerBound) }
            return rule
        }
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

extension SerialLookup {
    /// Whether it asks for one key and nothing more, so that it can be asked together with others.
    fileprivate var isPlain: Bool { isEquality && normalised == nil && shape == nil }
}
