/// A snapshot file that is not one, or not whole. The index is to be built from the database instead.
public struct SerialIndexSnapshotError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let detail: String

    /// Says what is wrong.
    public init(detail: String) { self.detail = detail }

    /// What is wrong, and what to do.
    public var description: String { "serial index snapshot: \(detail); build the index from the database" }
}

extension SerialIndex {
    /// Takes the next bytes of a snapshot.
    public typealias SnapshotWriter = (UnsafeRawBufferPointer) throws -> Void
    /// Fills a buffer with the next bytes of a snapshot, or throws when there are not enough.
    public typealias SnapshotReader = (UnsafeMutableRawBufferPointer) throws -> Void

    /// Writes the index in the form in which it stands in memory, to be read in a fraction of the time that building it
    /// takes. The form belongs to the machine's byte order and to this version of the program.
    /// - Parameters:
    ///   - position: what the index is up to date with, for the caller to read back.
    ///   - write: takes the bytes, a few large pieces one after another.
    public func writeSnapshot(position: Int64, to write: @escaping SnapshotWriter) throws {
        var index = self
        if parts.count > 1 || parts.contains(where: { $0.removedCount > 0 }) { index.compact() }
        var output = SnapshotOutput(write: write)
        try output.put([Self.snapshotMark, UInt64(bitPattern: position), UInt64(index.parts.count)])
        for part in index.parts { try output.put(part.run) }
        for items in partials.segments {
            try output.put([UInt64(items.count)])
            try output.put(items)
        }
        try output.put([output.checksum])
    }

    /// Reads what ``writeSnapshot(position:to:)`` wrote. The caller keeps the file from change by others: a checksum
    /// finds damage, not ill will.
    /// - Throws: ``SerialIndexSnapshotError``, or what `read` throws.
    public static func readSnapshot(_ read: @escaping SnapshotReader) throws -> (index: SerialIndex, position: Int64) {
        var input = SnapshotInput(read: read)
        let head: [UInt64] = try input.take(3)
        guard head[0] == snapshotMark else { throw SerialIndexSnapshotError(detail: "another form or version") }
        guard head[2] <= 1 else { throw SerialIndexSnapshotError(detail: "damaged beginning") }
        var index = SerialIndex()
        for _ in 0..<head[2] { index.parts.append(SerialIndexPart(try input.takeRun())) }
        for places in index.partials.segments.indices {
            let count: [UInt64] = try input.take(1)
            guard count[0] < 1 << 32 else { throw SerialIndexSnapshotError(detail: "damaged counts") }
            let items: [PartialSerials.Item] = try input.take(Int(count[0]))
            index.partials.append(items, places: places)
        }
        let expected = input.checksum
        let found: [UInt64] = try input.take(1)
        guard found[0] == expected else { throw SerialIndexSnapshotError(detail: "damaged, its checksum differs") }
        return (index, Int64(bitPattern: head[1]))
    }

    /// Changes with the form of the snapshot and with the packing of numbers.
    private static let snapshotMark: UInt64 = 0x4341_5254_5345_5203
}

/// Writes arrays and sums them up.
struct SnapshotOutput {
    let write: SerialIndex.SnapshotWriter
    var checksum: UInt64 = SnapshotSum.start

    mutating func put<Value: BitwiseCopyable>(_ values: [Value]) throws {
        try values.withUnsafeBytes { bytes in
            checksum = SnapshotSum.add(bytes, to: checksum)
            try write(bytes)
        }
    }

    mutating func put(_ run: SerialRun) throws {
        try put([UInt64(run.count), UInt64(run.longTexts.count), UInt64(run.longTexts.reduce(0) { $0 + $1.count })])
        try put(run.bounds)
        try put(run.keys)
        try put(run.variants)
        try put(run.records)
        try put(run.traits.map(\.rawValue))
        try put(run.reversedKeys)
        try put(run.reversedOrdinals)
        try put(run.ordinalsByRecord)
        try put(run.longTexts.map { UInt8($0.count) })
        try put(Array(run.longTexts.joined()))
    }
}

/// Reads arrays and sums them up.
struct SnapshotInput {
    let read: SerialIndex.SnapshotReader
    var checksum: UInt64 = SnapshotSum.start

    /// More values than this are taken piece by piece: the end of the file tells of a damaged count before its memory
    /// is asked for.
    private static let mostAtOnce = 1 << 24

    mutating func take<Value: BitwiseCopyable>(_ count: Int) throws -> [Value] {
        var values: [Value] = try piece(min(count, Self.mostAtOnce))
        while values.count < count { values += try piece(min(count - values.count, values.count)) as [Value] }
        checksum = values.withUnsafeBytes { SnapshotSum.add($0, to: checksum) }
        return values
    }

    private func piece<Value: BitwiseCopyable>(_ count: Int) throws -> [Value] {
        let size = count * MemoryLayout<Value>.stride
        return try [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            let bytes = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer).prefix(size))
            if count > 0 { try read(bytes) }
            initialized = count
        }
    }

    mutating func takeRun() throws -> SerialRun {
        let counts: [UInt64] = try take(3)
        // More than the ordinals can number is damage, and would be asked of the memory.
        guard counts.allSatisfy({ $0 < 1 << 32 }) else { throw SerialIndexSnapshotError(detail: "damaged counts") }
        let count = Int(counts[0])
        let bounds: [Int] = try take(PackedSerial.longSegment + 2)
        let keys: [UInt64] = try take(count)
        let variants: [UInt32] = try take(count)
        let records: [Int64] = try take(count)
        let traits: [UInt32] = try take(count)
        let reversedKeys: [UInt64] = try take(count)
        let reversedOrdinals: [UInt32] = try take(count)
        let ordinalsByRecord: [UInt32] = try take(count)
        let lengths: [UInt8] = try take(Int(counts[1]))
        guard lengths.reduce(0, { $0 + Int($1) }) == Int(counts[2]) else {
            throw SerialIndexSnapshotError(detail: "damaged long numbers")
        }
        let joined: [UInt8] = try take(Int(counts[2]))
        var start = 0
        let longTexts = lengths.map { length in
            defer { start += Int(length) }
            return Array(joined[start..<start + Int(length)])
        }
        return SerialRun(
            keys: keys, variants: variants, records: records, traits: traits.map(SerialTraits.init(rawValue:)),
            reversedKeys: reversedKeys, reversedOrdinals: reversedOrdinals, ordinalsByRecord: ordinalsByRecord,
            bounds: bounds, longTexts: longTexts
        )
    }
}

/// A sum over the words of a snapshot (the multiplication of FNV-1a, over eight bytes at a time).
enum SnapshotSum {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    static func add(_ bytes: UnsafeRawBufferPointer, to sum: UInt64) -> UInt64 {
        var sum = sum
        let words = bytes.count / 8
        for word in 0..<words {
            sum = (sum ^ bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)) &* 0x100_0000_01B3
            sum ^= sum >> 29
        }
        for byte in bytes[(words * 8)...] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return sum
    }
}
