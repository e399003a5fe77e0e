import Identity

/// What a ``PersonRun`` is built from: names in the order in which they came.
struct PersonRunSource {
    var births: [UInt32] = []
    var records: [Int64] = []
    var facts: [UInt32] = []
    var wordStarts: [UInt32] = [0]
    var words: [UInt32] = []
    var vocabulary = NameVocabulary()
    private var scratch = PreparedName(emptyOf: .person)

    var count: Int { births.count }

    mutating func reserveCapacity(_ count: Int) {
        births.reserveCapacity(count)
        records.reserveCapacity(count)
        facts.reserveCapacity(count)
        wordStarts.reserveCapacity(count + 1)
        words.reserveCapacity(3 * count)
    }

    /// Adds an entry; one without words is left out.
    mutating func append(_ entry: PersonEntry) {
        append(entry.record, entry.name, entry.birthDate?.packed ?? 0, entry.facts.packed)
    }

    /// Adds a name of a run.
    mutating func append(_ ordinal: Int, of run: PersonRun) {
        run.fill(&scratch, ordinal)
        append(run.records[ordinal], scratch, run.births[ordinal], run.facts[ordinal])
    }

    private mutating func append(_ record: Int64, _ name: PreparedName, _ birth: UInt32, _ facts: UInt32) {
        if name.isEmpty { return }
        for index in 0..<name.wordCount { words.append(vocabulary.add(index, of: name)) }
        wordStarts.append(UInt32(words.count))
        births.append(birth)
        records.append(record)
        self.facts.append(facts)
    }
}

extension PersonRun {
    /// Sorts names into a run.
    convenience init(_ source: consuming PersonRunSource) {
        let count = source.count
        // By date of birth, then as they came; the word lists move with their names.
        let order = (0..<count).map { UInt64(source.births[$0]) << 32 | UInt64($0) }.sorted().map {
            Int($0 & 0xFFFF_FFFF)
        }
        var wordStarts: [UInt32] = [0]
        var words: [UInt32] = []
        wordStarts.reserveCapacity(count + 1)
        words.reserveCapacity(source.words.count)
        for old in order {
            for place in Int(source.wordStarts[old])..<Int(source.wordStarts[old + 1]) {
                words.append(source.words[place])
            }
            wordStarts.append(UInt32(words.count))
        }
        let births = order.map { source.births[$0] }
        let records = order.map { source.records[$0] }
        let facts = order.map { source.facts[$0] }
        var vocabulary = source.vocabulary
        source = PersonRunSource()
        vocabulary.freeze()
        self.init(
            births: births, records: records, facts: facts, wordStarts: wordStarts, words: words,
            vocabulary: vocabulary)
    }

    /// A run of names in order, with the lists and keys by which they are found.
    convenience init(
        births: [UInt32], records: [Int64], facts: [UInt32], wordStarts: [UInt32], words: [UInt32],
        vocabulary: NameVocabulary
    ) {
        let lists = Self.lists(words, wordStarts, wordCount: vocabulary.count)
        self.init(
            births: births, records: records, facts: facts, wordStarts: wordStarts, words: words,
            vocabulary: vocabulary, nameStarts: lists.starts, names: lists.names, keys: WordKeys(vocabulary),
            ordinalsByRecord: RecordOrder.ascending(records).map { UInt32($0) }
        )
    }

    /// For each word the names that hold it, by counting; a name that holds it twice is listed once.
    private static func lists(
        _ words: [UInt32], _ wordStarts: [UInt32], wordCount: Int
    ) -> (starts: [UInt32], names: [UInt32]) {
        var starts = [UInt32](repeating: 0, count: wordCount + 1)
        var lastName = [UInt32](repeating: .max, count: wordCount)
        let nameCount = wordStarts.count - 1
        func eachOnce(_ body: (Int, UInt32) -> Void) {
            for word in lastName.indices { lastName[word] = .max }
            for name in 0..<nameCount {
                for place in Int(wordStarts[name])..<Int(wordStarts[name + 1]) {
                    let word = Int(words[place])
                    if lastName[word] == UInt32(name) { continue }
                    lastName[word] = UInt32(name)
                    body(word, UInt32(name))
                }
            }
        }
        eachOnce { word, _ in starts[word + 1] += 1 }
        for word in 1..<max(1, starts.count) { starts[word] += starts[word - 1] }
        var ends = starts
        var names = [UInt32](repeating: 0, count: Int(starts.last ?? 0))
        eachOnce { word, name in
            names[Int(ends[word])] = name
            ends[word] += 1
        }
        return (starts, names)
    }
}
