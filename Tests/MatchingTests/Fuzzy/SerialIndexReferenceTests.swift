import Firearms
import Matching
import Testing
import TestSupport

@Suite("The serial index finds exactly what a plain comparison of all numbers finds")
struct SerialIndexReferenceTests {
    @Test("for crowded numbers of every length", arguments: [1...4, 3...8, 9...15, 20...39])
    func crowded(lengths: ClosedRange<Int>) {
        let serials = crowdedSerials(300, lengths: lengths, seed: 11)
        compare(serials, readings: readings(of: serials, count: 80, seed: 12))
    }

    @Test("for so many numbers that ranges are searched from both ends and sign by sign")
    func many() {
        let serials = crowdedSerials(25_000, lengths: 6...7, seed: 13)
        let chosen = ["?????1", "0?????", "??0?1?", "8???1?"]
        compare(serials, readings: chosen + readings(of: serials, count: 5, seed: 14))
    }

    @Test("a lower limit lists the beginning of the same list, with the same counts, and all equal numbers")
    func limits() {
        let serials = crowdedSerials(3_000, lengths: 4...6, seed: 15)
        let index = SerialIndex(serials: serials)
        for reading in readings(of: serials, count: 40, seed: 16) {
            let whole = index.find(reading)
            #expect(whole.matches.map(\.step) == whole.matches.map(\.step).sorted())
            #expect(!whole.isCutOff)
            let equal = whole.counts[.exact] ?? 0
            for limit in [0, 1, 2, 10, 70] {
                let cut = index.find(reading, limit: limit)
                #expect(cut.counts == whole.counts)
                #expect(cut.matches == Array(whole.matches.prefix(max(limit, equal))))
                #expect(cut.isCutOff == (whole.total > cut.matches.count))
            }
        }
    }

    private func compare(_ serials: [String], readings: [String]) {
        let index = SerialIndex(serials: serials)
        #expect(index.count == serials.count)
        for reading in readings {
            let answer = index.find(reading)
            #expect(answer.found == SerialReference.find(reading, in: serials), "\(reading)")
            #expect(answer.total == answer.matches.count, "\(reading) counts each number once")
            for match in answer.matches where [.exact, .confusable, .unreadable].contains(match.step) {
                let differing = zip(reading, match.normalised).filter { $0 != "?" && $0 != $1 }.count
                #expect(match.confusions == differing)
            }
        }
    }

    /// Numbers that are there, some changed in up to two places, some in part unreadable.
    private func readings(of serials: [String], count: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            var read = Array(serials[Int.random(in: serials.indices, using: &generator)].utf8)
            for _ in 0..<Int.random(in: 0...2, using: &generator) where read.count > 1 {
                let place = Int.random(in: read.indices, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: read.remove(at: place)
                case 1: read.insert(UInt8(ascii: "1"), at: place)
                case 2: read.swapAt(place, max(place - 1, 0))
                case 3: read[place] = SerialPattern.unreadable
                default: read = Array(read[(read.count / 4)...])
                }
            }
            return String(decoding: read, as: UTF8.self)
        }
    }
}
