import Matching
import TestSupport
import Testing

@Suite("Rows by whole numbers")
struct PointIndexTests {
    private func key(_ number: Int) -> PointKey { PointKey(kind: 0, String(number).utf8) }

    @Test("every number leads to its rows, whatever the order in which they came, and others to none")
    func found() {
        var generator = SeededGenerator(seed: 11)
        var index = PointIndex()
        var expected: [Int: Set<Int64>] = [:]
        var row: Int64 = 0
        for size in [1, 3, 200, 5_000, 1, 40, 1_000, 7] {
            var entries: [PointEntry] = []
            for _ in 0..<size {
                row += 1
                let number = Int.random(in: 0..<3_000, using: &generator)
                expected[number, default: []].insert(row)
                entries.append(PointEntry(key(number), row: row))
            }
            index.add(entries)
        }
        for number in 0..<3_500 { #expect(Set(index.rows(key(number))) == expected[number] ?? []) }
        #expect(index.count == Int(row))
    }

    @Test("the kind of a number is part of it")
    func kinds() {
        let index = PointIndex([PointEntry(PointKey(kind: 1, "AB1".utf8), row: 1)])
        #expect(index.rows(PointKey(kind: 1, "AB1".utf8)) == [1])
        #expect(index.rows(PointKey(kind: 2, "AB1".utf8)).isEmpty)
        #expect(PointIndex().rows(key(1)).isEmpty)
    }

    @Test("what was added twice stands once when runs meet")
    func again() {
        var index = PointIndex([PointEntry(key(1), row: 5)])
        index.add([PointEntry(key(1), row: 5)])
        #expect(index.rows(key(1)) == [5])
    }

    @Test("a snapshot is read back, and a damaged one is refused")
    func snapshot() throws {
        var index = PointIndex((0..<1_000).map { PointEntry(key($0), row: Int64($0)) })
        index.add([PointEntry(key(7), row: 9_000)])
        var bytes: [UInt8] = []
        try index.writeSnapshot(position: 42) { bytes += Array($0) }
        func read(_ bytes: [UInt8]) throws -> (index: PointIndex, position: Int64) {
            var rest = bytes[...]
            return try PointIndex.readSnapshot { buffer in
                guard rest.count >= buffer.count else { throw SerialIndexSnapshotError(detail: "short") }
                buffer.copyBytes(from: rest.prefix(buffer.count))
                rest = rest.dropFirst(buffer.count)
            }
        }
        let back = try read(bytes)
        #expect(back.position == 42)
        #expect(Set(back.index.rows(key(7))) == [7, 9_000])
        for place in [0, 30, 5_000, bytes.count - 1] {
            var damaged = bytes
            damaged[place] ^= 1
            #expect(throws: SerialIndexSnapshotError.self) { try read(damaged) }
        }
    }
}
