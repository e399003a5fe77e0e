public import Identity

extension PersonIndex {
    /// Writes the names with what they were made ready for, which takes most of the time of building; lists and keys are
    /// made anew when it is read. See `SerialIndex.writeSnapshot(position:to:)`.
    public func writeSnapshot(position: Int64, to write: @escaping SerialIndex.SnapshotWriter) throws {
        let isWhole = parts.count == 1 && parts[0].removedCount == 0
        let run = isWhole ? parts[0].run : Self.merged(parts).run
        let vocabulary = run.vocabulary.kept
        var output = SnapshotOutput(write: write)
        try output.put([
            Self.snapshotMark, PreparedName.tablesFingerprint, UInt64(bitPattern: position), UInt64(run.count),
            UInt64(run.words.count), UInt64(vocabulary.facts.count), UInt64(vocabulary.forms.count),
            UInt64(vocabulary.bytes.count),
        ])
        try output.put(run.births)
        try output.put(run.records)
        try output.put(run.facts)
        try output.put(run.wordStarts)
        try output.put(run.words)
        try output.put(vocabulary.facts)
        try output.put(vocabulary.groups)
        try output.put(vocabulary.forms)
        try output.put(vocabulary.bytes)
        try output.put([output.checksum])
    }

    /// Reads what `writeSnapshot(position:to:)` wrote. The checksum finds damage; beyond that everything that leads from
    /// one place to another is held against what is there.
    /// - Parameter kind: what carries the names.
    /// - Throws: ``SerialIndexSnapshotError``, also where the tables by which names are made ready have changed since, or
    ///   what `read` throws.
    public static func readSnapshot(
        of kind: NameKind = .person, _ read: @escaping SerialIndex.SnapshotReader
    ) throws -> (index: PersonIndex, position: Int64) {
        var input = SnapshotInput(read: read)
        let head: [UInt64] = try input.take(8)
        guard head[0] == snapshotMark, head[1] == PreparedName.tablesFingerprint else {
            throw SerialIndexSnapshotError(detail: "another form or version")
        }
        guard head[3...].allSatisfy({ $0 < 1 << 32 }) else { throw SerialIndexSnapshotError(detail: "damaged counts") }
        let counts = head[3...].map { Int($0) }
        let births: [UInt32] = try input.take(counts[0])
        let records: [Int64] = try input.take(counts[0])
        let facts: [UInt32] = try input.take(counts[0])
        let wordStarts: [UInt32] = try input.take(counts[0] + 1)
        let words: [UInt32] = try input.take(counts[1])
        let kept = KeptWords(
            facts: try input.take(counts[2]), groups: try input.take(counts[2]), forms: try input.take(counts[3]),
            bytes: try input.take(counts[4])
        )
        let expected = input.checksum
        let found: [UInt64] = try input.take(1)
        guard found[0] == expected else { throw SerialIndexSnapshotError(detail: "damaged, its checksum differs") }
        guard let vocabulary = NameVocabulary(kept), PersonRun.isSorted(births),
            PersonRun.areNames(words, wordStarts, vocabulary)
        else { throw SerialIndexSnapshotError(detail: "damaged names") }
        var index = PersonIndex(of: kind)
        if counts[0] > 0 {
            let run = PersonRun(
                births: births, records: records, facts: facts, wordStarts: wordStarts, words: words,
                vocabulary: vocabulary)
            index.parts = [PersonIndexPart(run)]
        }
        return (index, Int64(bitPattern: head[2]))
    }

    /// Changes with the form of the snapshot and with the making of names ready, apart from its tables.
    private static let snapshotMark: UInt64 = 0x4341_5254_5045_5201
}

extension PersonRun {
    /// Whether dates of birth ascend and are dates; 0 stands for an unknown one.
    fileprivate static func isSorted(_ births: [UInt32]) -> Bool {
        var last: UInt32 = 0
        for birth in births {
            if birth == last { continue }
            guard birth > last else { return false }
            let date = PartialDate(packed: birth)
            guard PartialDate(year: date.year, month: date.month, day: date.day) == date else { return false }
            last = birth
        }
        return true
    }

    /// Whether the words of each name follow those of the one before, and can make a name.
    fileprivate static func areNames(_ words: [UInt32], _ wordStarts: [UInt32], _ vocabulary: NameVocabulary) -> Bool {
        guard wordStarts.first == 0, wordStarts.last.map(Int.init) == words.count else { return false }
        for name in 0..<wordStarts.count - 1 {
            let (start, end) = (Int(wordStarts[name]), Int(wordStarts[name + 1]))
            guard start < end, end <= words.count, vocabulary.makeName(words[start..<end]) else { return false }
        }
        return true
    }
}
