/// Recorded numbers that do not change, sorted from both ends. A number's position in the forward order is its ordinal.
///
/// 40 bytes a number; what is more than ``PackedSerial/places`` places long takes its text besides.
final class SerialRun: Sendable {
    /// Packed numbers, ascending; numbers of one length stand together.
    let keys: [UInt64]
    /// Variants of the packed numbers; for a long number the index of its text.
    let variants: [UInt32]
    /// The record that carries each number.
    let records: [Int64]
    /// What is known of the firearm of each number.
    let traits: [SerialTraits]
    /// Packed numbers from their end, ascending, and the ordinal of each.
    let reversedKeys: [UInt64]
    let reversedOrdinals: [UInt32]
    /// Ordinals by ascending record.
    let ordinalsByRecord: [UInt32]
    /// Where each segment begins, and the end.
    let bounds: [Int]
    /// Long numbers in full, ascending, each once.
    let longTexts: [[UInt8]]

    init(
        keys: [UInt64], variants: [UInt32], records: [Int64], traits: [SerialTraits], reversedKeys: [UInt64],
        reversedOrdinals: [UInt32],
        ordinalsByRecord: [UInt32], bounds: [Int], longTexts: [[UInt8]]
    ) {
        self.keys = keys
        self.variants = variants
        self.records = records
        self.traits = traits
        self.reversedKeys = reversedKeys
        self.reversedOrdinals = reversedOrdinals
        self.ordinalsByRecord = ordinalsByRecord
        self.bounds = bounds
        self.longTexts = longTexts
    }

    var count: Int { keys.count }

    /// Bytes of the arrays, without the run itself.
    var memoryBytes: Int {
        8 * (keys.capacity + reversedKeys.capacity + records.capacity)
            + 4 * (variants.capacity + traits.capacity + reversedOrdinals.capacity + ordinalsByRecord.capacity)
            + longTexts.reduce(0) { $0 + $1.capacity + 40 }
    }

    func isLong(_ ordinal: Int) -> Bool { Int(keys[ordinal] >> 60) == PackedSerial.longSegment }

    /// The number as recorded.
    func normalised(_ ordinal: Int) -> String {
        isLong(ordinal)
            ? String(decoding: longTexts[Int(variants[ordinal])], as: UTF8.self)
            : PackedSerial.normalised(key: keys[ordinal], variant: variants[ordinal])
    }

    /// The packed sign at a place of a number.
    func sign(_ ordinal: Int, at place: Int) -> UInt8 {
        if place < PackedSerial.places { return UInt8(keys[ordinal] >> PackedSerial.shift(place) & 31) }
        return PackedSerial.sign(longTexts[Int(variants[ordinal])][place])
    }

    /// Number of confused signs of a number that ``search(_:into:)`` gave; nil when a long number does not agree in its
    /// further places.
    func confusions(_ ordinal: Int, with pattern: PlacePattern) -> Int? {
        pattern.segment == PackedSerial.longSegment
            ? pattern.confusions(with: longTexts[Int(variants[ordinal])])
            : pattern.confusions(with: variants[ordinal])
    }

    /// The ordinals of the numbers that a record carries.
    func ordinals(of record: Int64) -> ArraySlice<UInt32> {
        var low = 0
        var high = ordinalsByRecord.count
        while low < high {
            let middle = (low + high) / 2
            if records[Int(ordinalsByRecord[middle])] < record { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < ordinalsByRecord.count, records[Int(ordinalsByRecord[end])] == record { end += 1 }
        return ordinalsByRecord[low..<end]
    }
}
