/// A run, and which of its numbers were removed since it was sorted.
struct SerialIndexPart: Sendable {
    let run: SerialRun
    /// One bit for each ordinal; empty while nothing was removed.
    private(set) var removed: [UInt64] = []
    private(set) var removedCount = 0

    init(_ run: SerialRun) { self.run = run }

    var livingCount: Int { run.count - removedCount }

    func isLiving(_ ordinal: Int) -> Bool {
        removed.isEmpty || (removed[ordinal >> 6] >> UInt64(ordinal & 63)) & 1 == 0
    }

    /// Removes a number; false when it was removed before.
    mutating func remove(_ ordinal: Int) -> Bool {
        guard isLiving(ordinal) else { return false }
        if removed.isEmpty { removed = [UInt64](repeating: 0, count: (run.count + 63) / 64) }
        removed[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
        removedCount += 1
        return true
    }

    /// Adds the living numbers by ascending record.
    func append(to source: inout SerialRunSource) {
        for ordinal in run.ordinalsByRecord where isLiving(Int(ordinal)) { source.append(Int(ordinal), of: run) }
    }
}
