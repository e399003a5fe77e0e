public import Firearms

extension SerialIndex {
    /// Adds entries. One that is there already (with whatever traits), or is not ``SerialIndexEntry/isIndexed``, changes nothing.
    ///
    /// Many at once cost less than one by one. Seldom, when runs of like size meet, an addition sorts a good part of the
    /// index anew; let a writer change its own copy and give readers the result.
    public mutating func insert(_ entries: some Sequence<SerialIndexEntry>) {
        var source = SerialRunSource()
        for entry in entries where !contains(entry) {
            // What is not indexed is left out.
            _ =
                source.append(record: entry.record, entry.serial.normalised, entry.traits)
                || partials.append(record: entry.record, entry.serial.normalised, entry.traits)
        }
        if source.items.isEmpty { return }
        parts.append(SerialIndexPart(SerialRun(source)))
        mergeSmallParts()
    }

    /// Adds one entry.
    public mutating func insert(record: Int64, serial: SerialPattern, traits: SerialTraits = .unknown) {
        insert(CollectionOfOne(SerialIndexEntry(record: record, serial: serial, traits: traits)))
    }

    /// Removes all numbers of a record; returns how many there were.
    @discardableResult
    public mutating func remove(record: Int64) -> Int {
        let count = markRemoved(record)
        if count > 0 { dropEmptyRooms() }
        return count + partials.remove([record])
    }

    @discardableResult
    private mutating func markRemoved(_ record: Int64) -> Int {
        var count = 0
        for index in parts.indices {
            for ordinal in parts[index].run.ordinals(of: record) where parts[index].remove(Int(ordinal)) { count += 1 }
        }
        return count
    }

    /// Replaces the numbers of records by the entries that these have now. What remains the same is left as it is; a
    /// record without entries is removed.
    public mutating func replace(_ records: Set<Int64>, with entries: [SerialIndexEntry]) {
        let wanted = Dictionary(grouping: entries, by: \.record)
        var added: [SerialIndexEntry] = []
        var changed: Set<Int64> = []
        for record in records {
            let entries = wanted[record, default: []].filter(\.isIndexed)
            let kept = Set(self.entries(of: record))
            if kept == Set(entries) { continue }
            if !kept.isEmpty {
                markRemoved(record)
                changed.insert(record)
            }
            added += entries
        }
        _ = partials.remove(changed)
        dropEmptyRooms()
        insert(added)
    }

    /// Replaces the numbers of one record.
    public mutating func set(record: Int64, serials: [SerialPattern], traits: SerialTraits = .unknown) {
        replace([record], with: serials.map { SerialIndexEntry(record: record, serial: $0, traits: traits) })
    }

    private func entries(of record: Int64) -> [SerialIndexEntry] {
        let whole = parts.flatMap { part in
            part.run.ordinals(of: record).map(Int.init).filter(part.isLiving).map { ordinal in
                SerialIndexEntry(
                    record: record, serial: SerialPattern(part.run.normalised(ordinal)),
                    traits: part.run.traits[ordinal]
                )
            }
        }
        return whole
            + partials.items(of: record).map { item in
                SerialIndexEntry(
                    record: record, serial: SerialPattern(item.normalised), traits: SerialTraits(rawValue: item.traits)
                )
            }
    }

    /// Whether the index holds the number for the record.
    public func contains(_ entry: SerialIndexEntry) -> Bool {
        if entry.serial.hasUnreadablePlaces {
            return partials.items(of: entry.record).contains { $0.normalised == entry.serial.normalised }
        }
        return parts.contains { part in
            part.run.ordinals(of: entry.record).contains {
                part.isLiving(Int($0)) && part.run.normalised(Int($0)) == entry.serial.normalised
            }
        }
    }

    /// Sorts everything into one run without what was removed.
    public mutating func compact() {
        if !parts.isEmpty { merge(from: 0) }
    }

    /// How many times smaller than the run before it a run is.
    private static let ratio = 4

    private mutating func mergeSmallParts() {
        var first = parts.count - 1
        var count = parts[first].livingCount
        while first > 0, parts[first - 1].livingCount < count * Self.ratio {
            first -= 1
            count += parts[first].livingCount
        }
        if first < parts.count - 1 { merge(from: first) }
    }

    private mutating func merge(from first: Int) {
        var source = SerialRunSource()
        source.reserveCapacity(parts[first...].reduce(0) { $0 + $1.livingCount })
        for part in parts[first...] { part.append(to: &source) }
        parts.removeSubrange(first...)
        if !source.items.isEmpty { parts.append(SerialIndexPart(SerialRun(source))) }
    }

    /// Sorts anew what follows the first run that is half removed.
    private mutating func dropEmptyRooms() {
        guard let first = parts.firstIndex(where: { $0.removedCount * 2 > $0.run.count }) else { return }
        merge(from: first)
    }
}
