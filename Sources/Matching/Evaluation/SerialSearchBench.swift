import Firearms

/// The guns of labelled numbers, recorded under the expected number, in the indexes that a check uses.
struct SerialSearchBench {
    private struct Gun {
        var patterns: [SerialPattern]
        var query: MatchQuery
    }

    private let guns: [Gun]
    private let table: ReferenceTable
    private let keys: SerialKeyTable
    private let index: SerialIndex

    init(_ serials: [LabelledSerial], _ table: ReferenceTable) {
        self.table = table
        guns = serials.map { serial in
            Gun(
                patterns: SerialText(serial.expected).numbers.map(\.number.pattern).filter { !$0.isEmpty },
                query: MatchQuery(
                    makeCode: serial.make.flatMap { table.make($0)?.ifSure?.code }, make: serial.make,
                    calibreCode: serial.calibre.flatMap { table.calibre($0)?.ifSure?.code }, calibre: serial.calibre,
                    type: serial.type.flatMap { table.type($0)?.value }
                )
            )
        }
        var rows: [(key: SerialKey, record: Int64)] = []
        var entries: [SerialIndexEntry] = []
        for (place, gun) in guns.enumerated() {
            for pattern in gun.patterns {
                rows += SerialKeys.keys(for: pattern).map { ($0, Int64(place)) }
                entries.append(SerialIndexEntry(record: Int64(place), serial: pattern))
            }
        }
        keys = SerialKeyTable(rows)
        index = SerialIndex(entries)
    }

    /// Whether the gun of a row bears a number that can be looked for.
    func isSearchable(_ place: Int) -> Bool {
        guns[place].patterns.contains { $0.knownPlaces >= SerialKeys.fewestKnownPlaces }
    }

    /// Place of a row's gun among the candidates for what was read; guns that nothing tells apart share a place.
    func rank(of place: Int, by text: SerialText) -> Int? {
        text.numbers.compactMap { rank(of: place, by: $0.number) }.min()
    }

    private func rank(of place: Int, by number: FirearmNumber) -> Int? {
        var query = guns[place].query
        query.serial = number.pattern
        var found: [Int64: Set<String>] = [:]
        for lookup in SerialLookup.plan(for: number) {
            for row in keys.rows(lookup) { found[row.record, default: []].insert(row.key.normalised) }
        }
        for match in index.find(number.pattern, limit: 200).matches {
            found[match.record, default: []].insert(match.normalised)
        }
        let candidates = found.flatMap { record, numbers in
            numbers.map { normalised in
                let gun = guns[Int(record)].query
                return MatchCandidate(
                    id: record, normalised: normalised, makeCode: gun.makeCode, make: gun.make,
                    calibreCode: gun.calibreCode, calibre: gun.calibre, type: gun.type
                )
            }
        }
        let ranked = Ranking.rank(query, candidates, table: table)
        guard let own = ranked.first(where: { $0.id == Int64(place) }) else { return nil }
        return ranked.count { $0.score > own.score } + 1
    }
}
