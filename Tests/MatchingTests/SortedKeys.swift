import Firearms
import Matching
import TestSupport

/// A sorted array standing for the B-tree of the database: keys compare byte by byte.
struct SortedKeys {
    private let rows: [(key: SerialKey, record: Int)]

    init(_ recorded: [String]) {
        rows = recorded.enumerated()
            .flatMap { record, text in SerialKeys.keys(for: SerialPattern(text)).map { (key: $0, record: record) } }
            .sorted { Self.precedes(($0.key.kind, $0.key.folded), ($1.key.kind, $1.key.folded)) }
    }

    /// The records that a plan finds, and through which steps.
    func find(_ text: String, partOfNumber: Bool = false) -> [Int: Set<SerialLookupStep>] {
        var found: [Int: Set<SerialLookupStep>] = [:]
        for lookup in SerialLookup.plan(for: SerialPattern(text), partOfNumber: partOfNumber) {
            var place = firstPlace((lookup.kind, lookup.lowerBound))
            while place < rows.count, rows[place].key.kind == lookup.kind,
                Self.precedes((lookup.kind, rows[place].key.folded), (lookup.kind, lookup.upperBound))
            {
                if lookup.finds(rows[place].key) { found[rows[place].record, default: []].insert(lookup.step) }
                place += 1
            }
        }
        return found
    }

    /// The steps that find one recorded number by one query.
    static func steps(_ query: String, _ recorded: String) -> Set<SerialLookupStep> {
        SortedKeys([recorded]).find(query)[0] ?? []
    }

    private func firstPlace(_ bound: (SerialKeyKind, String)) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes((rows[middle].key.kind, rows[middle].key.folded), bound) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private static func precedes(_ left: (SerialKeyKind, String), _ right: (SerialKeyKind, String)) -> Bool {
        left.0 == right.0 ? left.1.utf8.lexicographicallyPrecedes(right.1.utf8) : left.0.rawValue < right.0.rawValue
    }
}

/// Serial numbers of the shapes that makers stamp.
func generatedSerials(_ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let shapes = ["AAA99999", "999999", "99999", "A999999", "AA999999", "9A99999", "AAA999", "999A999A"]
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (0..<count).map { _ in
        let shape = shapes[Int.random(in: 0..<shapes.count, using: &generator)]
        return String(
            shape.map { place in
                place == "A"
                    ? letters[Int.random(in: 0..<26, using: &generator)]
                    : Character(String(Int.random(in: 0...9, using: &generator)))
            }
        )
    }
}
