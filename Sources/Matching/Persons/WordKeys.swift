import Identity

/// The words of a vocabulary by their search keys.
struct WordKeys: Sendable {
    /// Where the pairs of each bucket begin, and the end; the bucket is the upper bits of the key.
    private let starts: [UInt32]
    private let shift: UInt32
    /// Keys and words, ascending by key.
    private let keys: [UInt32]
    private let words: [UInt32]

    var memoryBytes: Int { 4 * (starts.capacity + keys.capacity + words.capacity) }

    init(_ vocabulary: NameVocabulary) {
        var pairs: [UInt64] = []
        pairs.reserveCapacity(vocabulary.count * 14)
        var scratch = PreparedName(emptyOf: .person)
        var found: [UInt32] = []
        for word in 0..<UInt32(vocabulary.count) {
            found.removeAll(keepingCapacity: true)
            vocabulary.addKeys(word, scratch: &scratch, to: &found)
            found.sort()
            var last: UInt32?
            for key in found where key != last {
                pairs.append(UInt64(key) << 32 | UInt64(word))
                last = key
            }
        }
        pairs.sort()
        var bits: UInt32 = 4
        while bits < 26, 1 << Int(bits) < pairs.count { bits += 1 }
        shift = 32 - bits
        var starts = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
        for pair in pairs { starts[Int(pair >> UInt64(32 + shift)) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        self.starts = starts
        keys = pairs.map { UInt32($0 >> 32) }
        words = pairs.map { UInt32(truncatingIfNeeded: $0) }
    }

    /// Calls with every word that has the key.
    func each(_ key: UInt32, _ body: (UInt32) -> Void) {
        let bucket = Int(key >> shift)
        for place in Int(starts[bucket])..<Int(starts[bucket + 1]) where keys[place] == key { body(words[place]) }
    }
}
