public import Identity

/// Names of persons in memory, or of organisations, to be found however they were misspelt, transliterated, ordered or
/// shortened.
///
/// The index is a value: a reader keeps the copy it has while a writer changes its own, and no lock is taken in a
/// search. Inside are a few runs, each much smaller than the one before (the logarithmic method, J. L. Bentley and J. B.
/// Saxe 1980, doi:10.1016/0196-6774(80)90015-2).
public struct PersonIndex: Sendable {
    /// What carries the names.
    public let kind: NameKind
    var parts: [PersonIndexPart] = []

    /// An empty index.
    public init(of kind: NameKind = .person) { self.kind = kind }

    /// An index of entries; those whose name has nothing to compare are left out.
    public init(_ entries: some Sequence<PersonEntry>, of kind: NameKind = .person) {
        var builder = PersonIndexBuilder(of: kind)
        builder.reserveCapacity(entries.underestimatedCount)
        for entry in entries { builder.add(entry) }
        self = builder.build()
    }

    /// Number of names.
    public var count: Int { parts.reduce(0) { $0 + $1.livingCount } }

    /// Memory that the index holds, in bytes.
    public var memoryBytes: Int { parts.reduce(0) { $0 + $1.run.memoryBytes + 8 * $1.removed.capacity } }

    /// Replaces the names of a record; without entries the record is removed. Entries of other records are left out.
    ///
    /// Seldom, when runs of like size meet, this sorts a good part of the index anew; let a writer change its own copy
    /// and give readers the result.
    public mutating func set(record: Int64, entries: [PersonEntry]) { replace([record], with: entries) }

    /// Replaces the names of several records at once, which costs less than one by one.
    public mutating func replace(_ records: Set<Int64>, with entries: [PersonEntry]) {
        for index in parts.indices {
            for record in records {
                for ordinal in parts[index].run.ordinals(of: record) { parts[index].remove(Int(ordinal)) }
            }
        }
        var source = PersonRunSource()
        for entry in entries where records.contains(entry.record) { source.append(entry) }
        if source.count > 0 { parts.append(PersonIndexPart(PersonRun(source))) }
        merge()
    }

    /// Brings the last parts together until each is much smaller than the one before and not half removed.
    private mutating func merge() {
        parts.removeAll { $0.livingCount == 0 }
        while parts.count > 1 {
            let last = parts[parts.count - 1]
            let before = parts[parts.count - 2]
            if before.livingCount > last.livingCount * Self.ratio { break }
            parts.removeLast(2)
            parts.append(Self.merged([before, last]))
        }
        for index in parts.indices where parts[index].removedCount > parts[index].livingCount {
            parts[index] = Self.merged([parts[index]])
        }
    }

    private static let ratio = 8

    static func merged(_ parts: [PersonIndexPart]) -> PersonIndexPart {
        var source = PersonRunSource()
        for part in parts {
            for ordinal in 0..<part.run.count where part.isLiving(ordinal) { source.append(ordinal, of: part.run) }
        }
        return PersonIndexPart(PersonRun(source))
    }
}

/// Collects the entries of a ``PersonIndex`` as they come from the database, without holding them twice.
public struct PersonIndexBuilder: Sendable {
    private let kind: NameKind
    private var source = PersonRunSource()

    /// A builder without entries.
    public init(of kind: NameKind = .person) { self.kind = kind }

    /// Makes room for entries.
    public mutating func reserveCapacity(_ count: Int) { source.reserveCapacity(count) }

    /// Adds a name; one with nothing to compare is left out.
    public mutating func add(_ entry: PersonEntry) { source.append(entry) }

    /// The index of what was added.
    public consuming func build() -> PersonIndex {
        var index = PersonIndex(of: kind)
        if source.count > 0 { index.parts = [PersonIndexPart(PersonRun(source))] }
        return index
    }
}

/// A run, and which of its names were removed since it was sorted.
struct PersonIndexPart: Sendable {
    let run: PersonRun
    /// One bit for each ordinal; empty while nothing was removed.
    private(set) var removed: [UInt64] = []
    private(set) var removedCount = 0

    init(_ run: PersonRun) { self.run = run }

    var livingCount: Int { run.count - removedCount }

    func isLiving(_ ordinal: Int) -> Bool { removed.isEmpty || removed[ordinal >> 6] >> UInt64(ordinal & 63) & 1 == 0 }

    mutating func remove(_ ordinal: Int) {
        guard isLiving(ordinal) else { return }
        if removed.isEmpty { removed = [UInt64](repeating: 0, count: (run.count + 63) / 64) }
        removed[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
        removedCount += 1
    }
}
