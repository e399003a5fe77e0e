/// Keys in order with the rows under them, and where the keys of each beginning stand.
struct PointRun: Sendable {
    /// The keys' bits, rising; a key stands once for each of its rows.
    let keys: [UInt64]
    /// The row of each key.
    let rows: [Int64]
    /// The first place of each beginning of `prefixBits` bits, and the end after the last.
    let bounds: [UInt32]
    private let prefixBits: UInt64

    var count: Int { keys.count }

    var memoryBytes: Int { 8 * keys.capacity + 8 * rows.capacity + 4 * bounds.capacity }

    /// Sorts entries into a run.
    init(_ entries: consuming [PointEntry]) {
        entries.sort { ($0.key.bits, $0.row) < ($1.key.bits, $1.row) }
        self.init(keys: entries.map(\.key.bits), rows: entries.map(\.row))
    }

    /// A run of keys that are in order.
    init(keys: [UInt64], rows: [Int64]) {
        self.keys = keys
        self.rows = rows
        // About four keys stand between two bounds: a look-up reads one line of memory there and one or two here.
        var bits: UInt64 = 1
        while bits < 32, 1 << (bits + 2) < keys.count { bits += 1 }
        prefixBits = bits
        var bounds = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
        for key in keys { bounds[Int(key >> (64 - bits)) + 1] += 1 }
        for place in 1..<bounds.count { bounds[place] += bounds[place - 1] }
        self.bounds = bounds
    }

    /// Adds the rows under a key.
    @inline(__always)
    func find(_ key: UInt64, _ found: inout [Int64]) {
        let prefix = Int(key >> (64 - prefixBits))
        var place = Int(bounds[prefix])
        let end = Int(bounds[prefix + 1])
        while place < end, keys[place] < key { place += 1 }
        while place < end, keys[place] == key {
            found.append(rows[place])
            place += 1
        }
    }

    /// Two runs as one.
    static func merged(_ left: PointRun, _ right: PointRun) -> PointRun {
        var keys: [UInt64] = []
        var rows: [Int64] = []
        keys.reserveCapacity(left.count + right.count)
        rows.reserveCapacity(left.count + right.count)
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            let takesLeft =
                j == right.count
                || (i < left.count && (left.keys[i], left.rows[i]) <= (right.keys[j], right.rows[j]))
            let (key, row) = takesLeft ? (left.keys[i], left.rows[i]) : (right.keys[j], right.rows[j])
            if takesLeft { i += 1 } else { j += 1 }
            // What was added again stands once.
            if keys.last == key, rows.last == row { continue }
            keys.append(key)
            rows.append(row)
        }
        return PointRun(keys: keys, rows: rows)
    }
}
