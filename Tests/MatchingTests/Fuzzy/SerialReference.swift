import Firearms
import Matching
import TestSupport

/// What the index over serial numbers is to find, written as plainly as possible and looked up one by one.
enum SerialReference {
    /// The step by which a recorded number agrees with a reading, if it does.
    static func step(_ reading: String, _ recorded: String) -> SerialIndexStep? {
        let read = Array(SerialPattern(reading).folded.utf8)
        let other = Array(SerialPattern(recorded).folded.utf8)
        let unreadable = SerialPattern.unreadable
        if other.contains(unreadable) {
            let both = zip(read, other).filter { $0 != unreadable && $1 != unreadable }
            guard read.count == other.count, read.count <= 12, both.count >= max(3, (read.count + 1) / 2) else {
                return nil
            }
            return both.allSatisfy(==) ? .partialRecord : nil
        }
        if read.contains(unreadable) {
            guard read.contains(where: { $0 != unreadable }), read.count == other.count else { return nil }
            return zip(read, other).allSatisfy { $0 == unreadable || $0 == $1 } ? .unreadable : nil
        }
        if reading == recorded { return .exact }
        if read == other { return .confusable }
        if read.count >= SerialIndex.fewestPlacesForEdit, isOneEdit(read, other) { return .oneEdit }
        if read.count >= SerialIndex.fewestPlacesForPart, holds(other, read) { return .part }
        return nil
    }

    /// Every (record, step) of an index that finds what it should, the record being the position.
    static func find(_ reading: String, in recorded: [String]) -> Set<Found> {
        Set(
            recorded.enumerated().compactMap { record, number in
                step(reading, number).map { Found(record: Int64(record), normalised: number, step: $0) }
            }
        )
    }

    struct Found: Hashable {
        var record: Int64
        var normalised: String
        var step: SerialIndexStep
    }

    private static func isOneEdit(_ read: [UInt8], _ other: [UInt8]) -> Bool {
        if read.count == other.count {
            let differing = read.indices.filter { read[$0] != other[$0] }
            if differing.count == 1 { return true }
            guard differing.count == 2, differing[0] + 1 == differing[1] else { return false }
            return read[differing[0]] == other[differing[1]] && read[differing[1]] == other[differing[0]]
        }
        let (short, long) = read.count < other.count ? (read, other) : (other, read)
        guard short.count + 1 == long.count else { return false }
        return long.indices.contains { place in
            var rest = long
            rest.remove(at: place)
            return rest == short
        }
    }

    private static func holds(_ other: [UInt8], _ piece: [UInt8]) -> Bool {
        guard piece.count <= other.count else { return false }
        return (0...(other.count - piece.count)).contains { other[$0..<$0 + piece.count].elementsEqual(piece) }
    }
}

extension SerialIndexAnswer {
    var found: Set<SerialReference.Found> {
        Set(matches.map { SerialReference.Found(record: $0.record, normalised: $0.normalised, step: $0.step) })
    }
}

extension SerialIndex {
    /// An index of numbers whose records are their positions.
    init(serials: [String]) {
        self.init(
            serials.enumerated().map { SerialIndexEntry(record: Int64($0.offset), serial: SerialPattern($0.element)) }
        )
    }

    func find(_ text: String, limit: Int = 1_000_000) -> SerialIndexAnswer { find(SerialPattern(text), limit: limit) }
}

/// Numbers of few signs and of all lengths, so that many are near each other.
func crowdedSerials(_ count: Int, lengths: ClosedRange<Int>, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("0OD17I8BAX")
    return (0..<count).map { _ in
        let length = Int.random(in: lengths, using: &generator)
        return String((0..<length).map { _ in signs[Int.random(in: signs.indices, using: &generator)] })
    }
}
