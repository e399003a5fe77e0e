import Firearms

/// Recorded numbers with unreadable places, to be found by fuller or otherwise partial readings.
///
/// A record whose number was half removed cannot be sorted by what stands in it, so all of one length are held against
/// the reading, one machine word each. They are few beside the whole numbers: a hundred thousand take a tenth of a
/// millisecond.
struct PartialSerials: Sendable {
    /// A packed number whose unreadable places have the sign 0.
    struct Item: Sendable, Hashable, BitwiseCopyable {
        var key: UInt64
        var record: Int64
        var variant: UInt32
        var traits: UInt32

        var normalised: String { PackedSerial.normalised(key: key, variant: variant) }
    }

    /// By number of places.
    private(set) var segments = [[Item]](repeating: [], count: PackedSerial.places + 1)
    private var records: Set<Int64> = []

    var count: Int { segments.reduce(0) { $0 + $1.count } }

    /// Bytes of the arrays, and about those of the set.
    var memoryBytes: Int {
        segments.reduce(0) { $0 + $1.capacity * MemoryLayout<Item>.stride } + records.capacity * 9
    }

    /// Takes a number that is written in signs and `?`; false for any other, for one without a readable place, and for
    /// one longer than a packed number, whose ends its B-tree keys find.
    mutating func append(record: Int64, _ normalised: String, _ traits: SerialTraits) -> Bool {
        guard let item = Self.item(record: record, normalised, traits) else { return false }
        segments[Int(item.key >> 60)].append(item)
        records.insert(record)
        return true
    }

    mutating func append(_ items: [Item], places: Int) {
        segments[places] += items
        records.formUnion(items.lazy.map(\.record))
    }

    /// Removes all numbers of the records.
    mutating func remove(_ gone: Set<Int64>) -> Int {
        let known = records.intersection(gone)
        if known.isEmpty { return 0 }
        let before = count
        for places in segments.indices where segments[places].contains(where: { known.contains($0.record) }) {
            segments[places].removeAll { known.contains($0.record) }
        }
        records.subtract(known)
        return before - count
    }

    /// The numbers of a record.
    func items(of record: Int64) -> [Item] {
        guard records.contains(record) else { return [] }
        return segments.flatMap { $0.filter { $0.record == record } }
    }

    static func item(record: Int64, _ normalised: String, _ traits: SerialTraits) -> Item? {
        let bytes = Array(normalised.utf8)
        guard bytes.count <= PackedSerial.places, bytes.contains(SerialPattern.unreadable) else { return nil }
        var item = Item(key: UInt64(bytes.count) << 60, record: record, variant: 0, traits: traits.rawValue)
        var isKnown = false
        for (place, byte) in bytes.enumerated() where byte != SerialPattern.unreadable {
            let sign = PackedSerial.sign(byte)
            if sign == 0 { return nil }
            isKnown = true
            item.key |= UInt64(sign) << PackedSerial.shift(place)
            item.variant |= UInt32(PackedSerial.variant(byte)) << UInt32(2 * place)
        }
        return isKnown ? item : nil
    }

    // MARK: Searching

    /// Fewest places that both sides can read: three, and half of all. With fewer everything agrees with everything.
    static func fewestCommon(places: Int) -> Int { max(SerialKeys.fewestKnownPlaces, (places + 1) / 2) }

    /// Gives each number of the reading's length that agrees in all places that both can read, with the number of these
    /// places and of the confused signs among them.
    func search(_ bytes: [UInt8], _ found: (Item, _ common: Int, _ confusions: Int) -> Void) {
        guard bytes.count <= PackedSerial.places else { return }
        let pattern = PlacePattern(bytes)
        let (mask, value) = (pattern.forward.mask, pattern.forward.value)
        let fewest = Self.fewestCommon(places: bytes.count)
        for item in segments[bytes.count] {
            let common = Self.readablePlaces(item.key) & mask
            guard (item.key ^ value) & (common &* 31) == 0, common.nonzeroBitCount >= fewest else { continue }
            found(item, common.nonzeroBitCount, pattern.confusions(with: item.variant, common: common))
        }
    }

    /// The lowest bit of each place of a packed number that has a sign.
    private static func readablePlaces(_ key: UInt64) -> UInt64 {
        (key | key >> 1 | key >> 2 | key >> 3 | key >> 4) & 0x0084_2108_4210_8421
    }
}
