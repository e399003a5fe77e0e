import Firearms
import Matching
import Testing
import TestSupport

@Suite("A changed serial index answers as one built anew")
struct SerialIndexChangeTests {
    @Test("after any additions, removals and changes, one by one and many at once", arguments: [UInt64(41), 42, 43])
    func sameAsRebuilt(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pool = crowdedSerials(400, lengths: 3...14, seed: seed)
        var index = SerialIndex(serials: Array(pool.prefix(100)))
        var expected: [Int64: Set<String>] = [:]
        for (record, serial) in pool.prefix(100).enumerated() { expected[Int64(record)] = [serial] }
        for round in 0..<300 {
            let record = Int64.random(in: 0..<150, using: &generator)
            let serial = pool[Int.random(in: pool.indices, using: &generator)]
            switch Int.random(in: 0..<5, using: &generator) {
            case 0:
                #expect(index.remove(record: record) == expected[record]?.count ?? 0)
                expected[record] = nil
            case 1:
                index.set(record: record, serials: [SerialPattern(serial), SerialPattern(pool[0])])
                expected[record] = [serial, pool[0]]
            case 2:
                let entries = (0..<20).map { offset in
                    let serial = SerialPattern(pool[(round + offset) % pool.count])
                    return SerialIndexEntry(record: record + Int64(offset), serial: serial)
                }
                index.insert(entries)
                for entry in entries { expected[entry.record, default: []].insert(entry.serial.normalised) }
            default:
                index.insert(record: record, serial: SerialPattern(serial))
                expected[record, default: []].insert(serial)
            }
            if round % 30 == 29 { compare(index, expected, pool) }
        }
    }

    private func compare(_ index: SerialIndex, _ expected: [Int64: Set<String>], _ readings: [String]) {
        let entries = expected.flatMap { record, serials in
            serials.map { SerialIndexEntry(record: record, serial: SerialPattern($0)) }
        }
        let rebuilt = SerialIndex(entries)
        #expect(index.count == rebuilt.count)
        #expect(rebuilt.count == entries.count)
        for reading in readings.prefix(40) {
            #expect(index.find(reading) == rebuilt.find(reading))
            #expect(index.find(reading, limit: 3) == rebuilt.find(reading, limit: 3))
        }
        for (record, serials) in expected { #expect(index.serials(of: record) == serials.sorted()) }
    }

    @Test("a reader's copy stays as it was")
    func copies() {
        var index = SerialIndex(serials: ["KT45901", "KT45902"])
        let copy = index
        index.remove(record: 0)
        index.set(record: 1, serials: [SerialPattern("XX1")])
        #expect(copy.find("KT45901").matches.map(\.record) == [0, 1])
        #expect(index.find("KT45901").total == 0)
        #expect(index.find("XX1").matches.map(\.record) == [1])
    }

    @Test("the same number of the same record is held once")
    func twice() {
        var index = SerialIndex(serials: ["KT45901"])
        index.insert(record: 0, serial: SerialPattern("KT45901"))
        index.insert(record: 0, serial: SerialPattern("kt-459 01"))
        #expect(index.count == 1)
        index.insert([1, 1, 1].map { SerialIndexEntry(record: $0, serial: SerialPattern("KT45901")) })
        #expect(index.find("KT45901").total == 2)
        #expect(index.remove(record: 1) == 1)
        #expect(index.remove(record: 1) == 0)
    }

    @Test("an index emptied and filled again finds what is in it")
    func emptied() {
        let serials = generatedSerials(3_000, seed: 44)
        var index = SerialIndex(serials: serials)
        for record in serials.indices { index.remove(record: Int64(record)) }
        #expect(index.count == 0)
        #expect(index.find(serials[5]).total == 0)
        index.insert(record: .max, serial: SerialPattern(serials[5]))
        index.insert(record: .min, serial: SerialPattern(serials[5]))
        #expect(index.find(serials[5]).matches.map(\.record) == [.min, .max])
    }
}
