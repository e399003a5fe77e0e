import Firearms

/// What ``SerialRun`` is built from: packed numbers in the order in which they came.
struct SerialRunSource {
    var items: [SortItem] = []
    var records: [Int64] = []
    var traits: [SerialTraits] = []
    /// Numbers that do not fit into a packed one; the item's variant is the index into this list.
    var longTexts: [[UInt8]] = []
    private var isAscending = true
    /// Held here because the shared table is found anew at each use.
    private let codes = PackedSerial.codes

    mutating func reserveCapacity(_ count: Int) {
        items.reserveCapacity(count)
        records.reserveCapacity(count)
        traits.reserveCapacity(count)
    }

    /// Adds a normalised number; false when it is empty, longer than any maker stamps, or holds anything but A-Z and
    /// 0-9.
    mutating func append(record: Int64, _ normalised: String, _ traits: SerialTraits) -> Bool {
        var text = normalised
        return text.withUTF8 { append(record: record, $0, traits) }
    }

    private mutating func append(
        record: Int64, _ bytes: UnsafeBufferPointer<UInt8>, _ traits: SerialTraits
    ) -> Bool {
        guard !bytes.isEmpty, bytes.count <= SerialPattern.longestPlausible else { return false }
        var item = SortItem(key: UInt64(PackedSerial.segment(places: bytes.count)) << 60, variant: 0, index: 0)
        for place in bytes.indices {
            let code = codes[Int(bytes[place])]
            if code == 0 { return false }
            if place >= PackedSerial.places { continue }
            item.key |= UInt64(code >> 2) << PackedSerial.shift(place)
            item.variant |= UInt32(code & 3) << UInt32(2 * place)
        }
        if bytes.count > PackedSerial.places {
            item.variant = UInt32(longTexts.count)
            longTexts.append(Array(bytes))
        }
        append(record: record, item, traits)
        return true
    }

    /// Adds a number of a run.
    mutating func append(_ ordinal: Int, of run: SerialRun) {
        var item = SortItem(key: run.keys[ordinal], variant: run.variants[ordinal], index: 0)
        if run.isLong(ordinal) {
            longTexts.append(run.longTexts[Int(item.variant)])
            item.variant = UInt32(longTexts.count - 1)
        }
        append(record: run.records[ordinal], item, run.traits[ordinal])
    }

    private mutating func append(record: Int64, _ item: SortItem, _ traits: SerialTraits) {
        if let last = records.last, last > record { isAscending = false }
        items.append(SortItem(key: item.key, variant: item.variant, index: UInt32(items.count)))
        records.append(record)
        self.traits.append(traits)
    }

    /// Brings the records into ascending order, and long numbers to the index of their text in sorted order.
    mutating func settle() {
        if !isAscending {
            let order = RecordOrder.ascending(records)
            items = order.enumerated().map { index, old in
                SortItem(key: items[old].key, variant: items[old].variant, index: UInt32(index))
            }
            records = order.map { records[$0] }
            traits = order.map { traits[$0] }
            isAscending = true
        }
        if longTexts.isEmpty { return }
        let order = longTexts.indices.sorted { longTexts[$0].lexicographicallyPrecedes(longTexts[$1]) }
        var unique: [[UInt8]] = []
        var ranks = [UInt32](repeating: 0, count: longTexts.count)
        for index in order {
            if unique.last != longTexts[index] { unique.append(longTexts[index]) }
            ranks[index] = UInt32(unique.count - 1)
        }
        for index in items.indices where Int(items[index].key >> 60) == PackedSerial.longSegment {
            items[index].variant = ranks[Int(items[index].variant)]
        }
        longTexts = unique
    }
}

extension SerialRun {
    /// Sorts numbers into a run. A number that one record carries twice is kept once. Linear in their count.
    convenience init(_ source: consuming SerialRunSource) {
        source.settle()
        let sourceRecords = source.records
        let sourceTraits = source.traits
        var items = source.items
        let longTexts = source.longTexts
        source = SerialRunSource()
        var spare = items
        SortItem.sort(&items, &spare, byVariant: true)

        var keys: [UInt64] = []
        var variants: [UInt32] = []
        var records: [Int64] = []
        var traits: [SerialTraits] = []
        keys.reserveCapacity(items.count)
        variants.reserveCapacity(items.count)
        records.reserveCapacity(items.count)
        traits.reserveCapacity(items.count)
        var bounds = [Int](repeating: 0, count: PackedSerial.longSegment + 2)
        var ordinals = [UInt32](repeating: .max, count: items.count)
        for item in items {
            let record = sourceRecords[Int(item.index)]
            if keys.last == item.key, variants.last == item.variant, records.last == record { continue }
            ordinals[Int(item.index)] = UInt32(keys.count)
            bounds[Int(item.key >> 60) + 1] += 1
            keys.append(item.key)
            variants.append(item.variant)
            records.append(record)
            traits.append(sourceTraits[Int(item.index)])
        }
        for segment in bounds.indices.dropFirst() { bounds[segment] += bounds[segment - 1] }
        if keys.count < ordinals.count { ordinals.removeAll { $0 == .max } }

        items.removeLast(items.count - keys.count)
        spare.removeLast(spare.count - keys.count)
        for ordinal in keys.indices {
            let key = keys[ordinal]
            let isLong = Int(key >> 60) == PackedSerial.longSegment
            let text = isLong ? longTexts[Int(variants[ordinal])] : []
            let reversed = isLong ? PackedSerial.reversedKey(text) : PackedSerial.reversed(key)
            items[ordinal] = SortItem(key: reversed, variant: 0, index: UInt32(ordinal))
        }
        SortItem.sort(&items, &spare, byVariant: false)
        spare = []
        self.init(
            keys: keys, variants: variants, records: records, traits: traits, reversedKeys: items.map(\.key),
            reversedOrdinals: items.map(\.index), ordinalsByRecord: ordinals, bounds: bounds, longTexts: longTexts
        )
    }
}
