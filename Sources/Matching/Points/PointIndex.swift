/// A number of a thing, and the row that it leads to.
public struct PointEntry: Sendable {
    /// The number.
    public var key: PointKey
    /// The row.
    public var row: Int64

    /// An entry.
    public init(_ key: PointKey, row: Int64) {
        self.key = key
        self.row = row
    }
}

/// Rows by whole numbers, in memory: documents, plates, identification numbers of vehicles.
///
/// The index proposes and its reader decides: a row stands under every number it ever had, and whether it still has it
/// is read from the row. So nothing need be removed, and the index is only a way of not asking a database of which most
/// answers are empty. It is a value: a reader keeps the copy it has while a writer changes its own, and no lock is taken
/// in a search. Inside are a few runs, each much smaller than the one before (the logarithmic method, J. L. Bentley and
/// J. B. Saxe 1980, doi:10.1016/0196-6774(80)90015-2).
public struct PointIndex: Sendable {
    private(set) var runs: [PointRun] = []

    /// An index of entries.
    public init(_ entries: consuming [PointEntry] = []) {
        if !entries.isEmpty { runs = [PointRun(entries)] }
    }

    init(runs: [PointRun]) { self.runs = runs }

    /// How many numbers lead to rows.
    public var count: Int { runs.reduce(0) { $0 + $1.count } }

    /// Memory that the index holds, bytes.
    public var memoryBytes: Int { runs.reduce(0) { $0 + $1.memoryBytes } }

    /// The rows under a number, in no order; a row may come twice.
    public func rows(_ key: PointKey) -> [Int64] {
        var found: [Int64] = []
        for run in runs { run.find(key.bits, &found) }
        return found
    }

    /// Adds entries. Seldom, when runs of like size meet, this goes through a good part of the index anew; let a writer
    /// change its own copy and give readers the result.
    public mutating func add(_ entries: consuming [PointEntry]) {
        guard !entries.isEmpty else { return }
        runs.append(PointRun(entries))
        compact(ratio: 8)
    }

    /// Brings the last runs together until each is much smaller than the one before.
    private mutating func compact(ratio: Int) {
        while runs.count > 1, runs[runs.count - 2].count <= runs[runs.count - 1].count * ratio {
            let last = runs.removeLast()
            runs[runs.count - 1] = PointRun.merged(runs[runs.count - 1], last)
        }
    }
}

extension PointIndex {
    /// Writes the index in the form in which it stands in memory; see `SerialIndex.writeSnapshot(position:to:)`.
    public func writeSnapshot(position: Int64, to write: @escaping SerialIndex.SnapshotWriter) throws {
        var index = self
        index.compact(ratio: .max / max(count, 1))
        let run = index.runs.first ?? PointRun([])
        var output = SnapshotOutput(write: write)
        try output.put([Self.snapshotMark, UInt64(bitPattern: position), UInt64(run.count)])
        try output.put(run.keys)
        try output.put(run.rows)
        try output.put([output.checksum])
    }

    /// Reads what `writeSnapshot(position:to:)` wrote.
    /// - Throws: ``SerialIndexSnapshotError``, or what `read` throws.
    public static func readSnapshot(
        _ read: @escaping SerialIndex.SnapshotReader
    ) throws -> (index: PointIndex, position: Int64) {
        var input = SnapshotInput(read: read)
        let head: [UInt64] = try input.take(3)
        guard head[0] == snapshotMark, head[2] < 1 << 32 else {
            throw SerialIndexSnapshotError(detail: "another form or version")
        }
        let keys: [UInt64] = try input.take(Int(head[2]))
        let rows: [Int64] = try input.take(Int(head[2]))
        let expected = input.checksum
        let found: [UInt64] = try input.take(1)
        guard found[0] == expected else { throw SerialIndexSnapshotError(detail: "damaged, its checksum differs") }
        let run = PointRun(keys: keys, rows: rows)
        return (PointIndex(runs: run.count == 0 ? [] : [run]), Int64(bitPattern: head[1]))
    }

    /// Changes with the form of the snapshot and with the making of keys.
    private static let snapshotMark: UInt64 = 0x4341_5254_504F_4901
}
