import Identity

/// Names of persons that do not change, by date of birth; unknown dates come first. A name's position is its ordinal.
///
/// Those born on one day stand together, so that a check with a date of birth looks at a few hundred names of ten
/// million. For each word of the vocabulary the ordinals of the names that hold it are listed, ascending.
final class PersonRun: Sendable {
    /// Packed dates of birth (``Identity/PartialDate/packed``), ascending.
    let births: [UInt32]
    /// The record of each name.
    let records: [Int64]
    let facts: [UInt32]
    /// Where the words of each name begin, and the end.
    let wordStarts: [UInt32]
    /// Numbers in the vocabulary.
    let words: [UInt32]
    let vocabulary: NameVocabulary
    /// Where the names with each word begin in `names`, and the end.
    let nameStarts: [UInt32]
    let names: [UInt32]
    let keys: WordKeys
    /// Ordinals by ascending record.
    let ordinalsByRecord: [UInt32]

    init(
        births: [UInt32], records: [Int64], facts: [UInt32], wordStarts: [UInt32], words: [UInt32],
        vocabulary: NameVocabulary, nameStarts: [UInt32], names: [UInt32], keys: WordKeys, ordinalsByRecord: [UInt32]
    ) {
        self.births = births
        self.records = records
        self.facts = facts
        self.wordStarts = wordStarts
        self.words = words
        self.vocabulary = vocabulary
        self.nameStarts = nameStarts
        self.names = names
        self.keys = keys
        self.ordinalsByRecord = ordinalsByRecord
    }

    var count: Int { births.count }

    /// Bytes of the arrays.
    var memoryBytes: Int {
        4
            * (births.capacity + facts.capacity + wordStarts.capacity + words.capacity + nameStarts.capacity
                + names.capacity)
            + 4 * ordinalsByRecord.capacity + 8 * records.capacity + vocabulary.memoryBytes + keys.memoryBytes
    }

    /// The ordinals of those born in a range of packed dates.
    func born(_ range: ClosedRange<UInt32>) -> Range<Int> {
        let start = firstBorn(notBefore: range.lowerBound)
        return start..<max(start, firstBorn(notBefore: range.upperBound &+ 1))
    }

    private func firstBorn(notBefore date: UInt32) -> Int {
        var low = 0
        var high = births.count
        while low < high {
            let middle = (low + high) / 2
            if births[middle] < date { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// How many names hold a word.
    func nameCount(_ word: UInt32) -> Int { Int(nameStarts[Int(word) + 1] - nameStarts[Int(word)]) }

    /// The ordinals of the names that a record carries.
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

    /// Puts a name together from its words.
    func fill(_ name: inout PreparedName, _ ordinal: Int) {
        name.removeWords()
        for place in Int(wordStarts[ordinal])..<Int(wordStarts[ordinal + 1]) {
            vocabulary.append(words[place], to: &name)
        }
    }

    func birthDate(_ ordinal: Int) -> PartialDate? { births[ordinal] == 0 ? nil : PartialDate(packed: births[ordinal]) }
}
