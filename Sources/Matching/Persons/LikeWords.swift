import Identity

/// The words of a run that are like those of a name looked for, and what it costs to take one for the other.
struct LikeWords {
    /// Words of a name that are looked for; further ones are left to the full comparison.
    static let most = 8

    /// For each word of the vocabulary one bit for each sought word that it is like.
    var bits: [UInt8]
    /// Costs of (word, sought word), found by ``slot(_:)``.
    private var slotWords: [UInt32]
    private var slotCosts: [SIMD8<Float>]
    private var taken = 0
    /// For each sought word the words that are like it, cheapest first.
    private(set) var lists: [[(word: UInt32, cost: Float)]] = []
    /// The place in the name of each sought word.
    private(set) var places: [Int] = []
    /// First letters of sought words that are only initials.
    private(set) var initials: [UInt8] = []

    var count: Int { lists.count }

    init(_ name: PreparedName, in run: PersonRun, _ limits: PersonSearchLimits, _ comparer: inout NameComparer) {
        bits = [UInt8](repeating: 0, count: run.vocabulary.count)
        slotWords = [UInt32](repeating: .max, count: 1024)
        slotCosts = [SIMD8<Float>](repeating: SIMD8(repeating: 1), count: 1024)
        var scratch = PreparedName(emptyOf: .person)
        var keys: [UInt32] = []
        var words: [UInt32] = []
        for index in 0..<name.wordCount where NameVocabulary.isPart(name, index) && count < Self.most {
            if NameVocabulary.isInitial(name, index), let letter = name.letters(index).first {
                initials.append(letter)
                continue
            }
            keys.removeAll(keepingCapacity: true)
            words.removeAll(keepingCapacity: true)
            name.addKeys(index, to: &keys)
            for key in keys { run.keys.each(key) { words.append($0) } }
            words.sort()
            var found: [(word: UInt32, cost: Float)] = []
            var last: UInt32?
            for word in words where word != last {
                last = word
                scratch.removeWords()
                run.vocabulary.append(word, to: &scratch)
                let cost = comparer.cost(index, of: name, 0, of: scratch)
                if cost <= comparer.mostForAgreement { found.append((word, cost)) }
            }
            addJoined(name, index, run, to: &found)
            found.sort { ($0.cost, $0.word) < ($1.cost, $1.word) }
            if found.count > limits.likeWords { found.removeLast(found.count - limits.likeWords) }
            places.append(index)
            lists.append(found)
            for item in found { mark(item.word, UInt8(lists.count - 1), item.cost) }
        }
    }

    /// Words that the name writes together with the next, or that it writes as one where the record has two.
    private func addJoined(
        _ name: PreparedName, _ index: Int, _ run: PersonRun, to found: inout [(word: UInt32, cost: Float)]
    ) {
        addJoined(name, index, PreparedName.letters, run, to: &found)
        if name.isReadAsSyllables { addJoined(name, index, PreparedName.foldedLetters, run, to: &found) }
    }

    private func addJoined(
        _ name: PreparedName, _ index: Int, _ forms: (PreparedName) -> (Int) -> ArraySlice<UInt8>, _ run: PersonRun,
        to found: inout [(word: UInt32, cost: Float)]
    ) {
        let letters = Array(forms(name)(index))
        for other in [index - 1, index + 1] where other >= 0 && other < name.wordCount {
            let both = other < index ? Array(forms(name)(other)) + letters : letters + Array(forms(name)(other))
            for word in exact(both[...], run) { found.append((word, Self.joinedCost)) }
        }
        addParts(letters, run, to: &found)
    }

    private func addParts(_ letters: [UInt8], _ run: PersonRun, to found: inout [(word: UInt32, cost: Float)]) {
        if letters.count < 4 { return }
        for cut in 2...letters.count - 2 {
            let first = exact(letters[..<cut], run)
            if first.isEmpty { continue }
            let second = exact(letters[cut...], run)
            if second.isEmpty { continue }
            // The rarer part leads to the record; the comparison sees both.
            let size = { (words: [UInt32]) in words.reduce(0) { $0 + run.nameCount($1) } }
            for word in size(first) < size(second) ? first : second { found.append((word, Self.joinedCost)) }
        }
    }

    private static let joinedCost: Float = 0.1

    private func exact(_ letters: ArraySlice<UInt8>, _ run: PersonRun) -> [UInt32] {
        var words: [UInt32] = []
        run.keys.each(PreparedName.key(of: letters)) { word in
            if run.vocabulary.isWritten(word, letters), run.vocabulary.isPart(word) { words.append(word) }
        }
        return words
    }

    private mutating func mark(_ word: UInt32, _ sought: UInt8, _ cost: Float) {
        if bits[Int(word)] == 0 {
            taken += 1
            if taken * 2 > slotWords.count { grow() }
        }
        bits[Int(word)] |= 1 << sought
        let slot = slot(word)
        slotWords[slot] = word
        slotCosts[slot][Int(sought)] = min(slotCosts[slot][Int(sought)], cost)
    }

    private mutating func grow() {
        let old = zip(slotWords, slotCosts).filter { $0.0 != .max }
        slotWords = [UInt32](repeating: .max, count: slotWords.count * 2)
        slotCosts = [SIMD8<Float>](repeating: SIMD8(repeating: 1), count: slotWords.count)
        for (word, costs) in old {
            let slot = slot(word)
            slotWords[slot] = word
            slotCosts[slot] = costs
        }
    }

    private func slot(_ word: UInt32) -> Int {
        var slot = Int(word &* 0x9E37_79B1) & (slotWords.count - 1)
        while slotWords[slot] != .max, slotWords[slot] != word { slot = (slot + 1) & (slotWords.count - 1) }
        return slot
    }

    /// What it costs to take each sought word for this one.
    func costs(_ word: UInt32) -> SIMD8<Float> { slotCosts[slot(word)] }
}
