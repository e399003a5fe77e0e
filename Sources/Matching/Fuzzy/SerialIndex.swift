import Firearms

/// Recorded serial numbers in memory, to be found however badly they were read.
///
/// Found are equal and confusable numbers; one sign left out, added, replaced or two neighbours swapped, on top of any
/// number of confusions; any unreadable places, on either side or on both; and a piece of a longer number.
///
/// The index is a value: a reader keeps the copy it has while a writer changes its own, and no lock is taken in a
/// search. It is a set of (record, number) pairs with the traits of each, and its answers depend on these only, not on
/// the order of changes.
///
/// Inside are a few sorted runs, each much smaller than the one before (the logarithmic method, J. L. Bentley and
/// J. B. Saxe 1980, doi:10.1016/0196-6774(80)90015-2), of 40 bytes a number: additions make a small run and merge runs
/// of like size, removals are marked until half of a run is gone.
public struct SerialIndex: Sendable {
    /// Fewest places of a reading for which one misreading is considered.
    public static let fewestPlacesForEdit = 3
    /// Fewest places, all readable, that are looked for as a piece of a longer number.
    public static let fewestPlacesForPart = 4

    var parts: [SerialIndexPart] = []
    /// Numbers with unreadable places.
    var partials = PartialSerials()

    /// An empty index.
    public init() {}

    /// An index of entries; those that are not ``SerialIndexEntry/isIndexed`` are left out. Fastest when entries come by
    /// ascending record. Linear in their count.
    public init(_ entries: some Sequence<SerialIndexEntry>) {
        var builder = SerialIndexBuilder()
        builder.reserveCapacity(entries.underestimatedCount)
        for entry in entries {
            builder.add(record: entry.record, normalised: entry.serial.normalised, traits: entry.traits)
        }
        self = builder.build()
    }

    /// Number of (record, number) pairs.
    public var count: Int { parts.reduce(0) { $0 + $1.livingCount } + partials.count }

    /// Memory that the index holds, in bytes.
    public var memoryBytes: Int {
        parts.reduce(0) { $0 + $1.run.memoryBytes + 8 * $1.removed.capacity } + partials.memoryBytes
    }

    /// The numbers that a record carries, ascending.
    public func serials(of record: Int64) -> [String] {
        let whole = parts.flatMap { part in
            part.run.ordinals(of: record).filter { part.isLiving(Int($0)) }.map { part.run.normalised(Int($0)) }
        }
        return (whole + partials.items(of: record).map(\.normalised)).sorted()
    }
}

/// Collects the entries of a ``SerialIndex`` as they come from the database, without holding them twice.
public struct SerialIndexBuilder: Sendable {
    private var source = SerialRunSource()
    private var partials = PartialSerials()

    /// A builder without entries.
    public init() {}

    /// Makes room for entries.
    public mutating func reserveCapacity(_ count: Int) { source.reserveCapacity(count) }

    /// Adds a number that was normalised before, as it stands in the database; false for one that is not
    /// ``SerialIndexEntry/isIndexed``, which is left out.
    @discardableResult
    public mutating func add(record: Int64, normalised: String, traits: SerialTraits = .unknown) -> Bool {
        source.append(record: record, normalised, traits) || partials.append(record: record, normalised, traits)
    }

    /// The index of what was added.
    public consuming func build() -> SerialIndex {
        var index = SerialIndex()
        index.partials = partials
        if !source.items.isEmpty { index.parts = [SerialIndexPart(SerialRun(source))] }
        return index
    }
}
