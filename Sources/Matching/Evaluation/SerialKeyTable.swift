/// The B-tree keys of recorded numbers in memory: answers the look-ups of a plan as the database does.
struct SerialKeyTable {
    private var rows: [(key: SerialKey, record: Int64)]

    init(_ rows: [(key: SerialKey, record: Int64)]) {
        self.rows = rows.sorted { Self.precedes(($0.key.kind, $0.key.folded), ($1.key.kind, $1.key.folded)) }
    }

    /// The rows that a look-up finds.
    func rows(_ lookup: SerialLookup) -> [(key: SerialKey, record: Int64)] {
        var found: [(key: SerialKey, record: Int64)] = []
        var place = start(of: lookup)
        while place < rows.count, rows[place].key.kind == lookup.kind,
            rows[place].key.folded.utf8.lexicographicallyPrecedes(lookup.upperBound.utf8)
        {
            if lookup.finds(rows[place].key) { found.append(rows[place]) }
            place += 1
        }
        return found
    }

    private func start(of lookup: SerialLookup) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            let key = rows[middle].key
            if Self.precedes((key.kind, key.folded), (lookup.kind, lookup.lowerBound)) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private static func precedes(_ left: (SerialKeyKind, String), _ right: (SerialKeyKind, String)) -> Bool {
        left.0.rawValue == right.0.rawValue
            ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8) : left.0.rawValue < right.0.rawValue
    }
}
