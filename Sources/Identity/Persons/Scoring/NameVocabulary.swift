/// The distinct words of many names, each stored once as it is compared. A word's number is the order in which it came.
package struct NameVocabulary: Sendable {
    var tokens: [NameToken] = []
    var forms: [NameForm] = []
    var bytes: [UInt8] = []
    /// Where the forms and the bytes of each word begin.
    var formStarts: [UInt32] = []
    var byteStarts: [UInt32] = []
    /// Open addressing: numbers of words by the hash of their bytes, .max where free.
    private var slots = [UInt32](repeating: .max, count: 1024)

    package init() {}

    /// How many words there are.
    package var count: Int { tokens.count }

    /// Memory of the arrays, in bytes.
    package var memoryBytes: Int {
        MemoryLayout<NameToken>.stride * tokens.capacity + MemoryLayout<NameForm>.stride * forms.capacity
            + bytes.capacity
            + 4 * (formStarts.capacity + byteStarts.capacity + slots.capacity)
    }

    /// Whether a word of a name stands for a part of it, so that it is worth looking for.
    package static func isPart(_ name: PreparedName, _ index: Int) -> Bool { name.tokens[index].isNamePart }

    /// The word is an initial only.
    package static func isInitial(_ name: PreparedName, _ index: Int) -> Bool { name.tokens[index].role == .initial }

    /// The number of a word of a name, which is added where it is new.
    package mutating func add(_ index: Int, of name: PreparedName) -> UInt32 {
        var token = name.tokens[index]
        // What was said of a word by a comma is not the word's own.
        token.marks.subtract([.family, .first])
        let first = name.forms[Int(token.firstForm)]
        let last = name.forms[Int(token.firstForm) + Int(token.formCount) - 1]
        let range = Int(first.start)..<last.frame.upperBound
        var slot = Int(truncatingIfNeeded: hash(token, name.bytes, range)) & (slots.count - 1)
        while slots[slot] != .max {
            if isEqual(Int(slots[slot]), token, name.bytes, range) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = UInt32(tokens.count)
        slots[slot] = number
        formStarts.append(UInt32(forms.count))
        byteStarts.append(UInt32(bytes.count))
        for form in name.forms[Int(token.firstForm)..<Int(token.firstForm) + Int(token.formCount)] {
            var form = form
            form.start -= UInt16(range.lowerBound)
            forms.append(form)
        }
        bytes += name.bytes[range]
        token.firstForm = 0
        token.word = 0
        tokens.append(token)
        if tokens.count * 2 > slots.count { grow() }
        return number
    }

    /// Adds a word to a name that is put together from words; its written form is not known.
    package func append(_ word: UInt32, to name: inout PreparedName) {
        let word = Int(word)
        var token = tokens[word]
        let base = name.bytes.count
        token.firstForm = UInt16(name.forms.count)
        for index in Int(formStarts[word])..<Int(formStarts[word]) + Int(token.formCount) {
            var form = forms[index]
            form.start += UInt16(base)
            name.forms.append(form)
        }
        for index in byteRange(word) { name.bytes.append(bytes[index]) }
        name.tokens.append(token)
    }

    /// Adds the keys by which a word is found.
    package func addKeys(_ word: UInt32, scratch: inout PreparedName, to keys: inout [UInt32]) {
        scratch.removeWords()
        append(word, to: &scratch)
        if scratch.tokens[0].isNamePart { SearchKeys.add(scratch.tokens[0], scratch, isSought: false, to: &keys) }
    }

    /// The first letter of the usual form.
    package func initial(_ word: UInt32) -> UInt8 { bytes[Int(byteStarts[Int(word)])] }

    /// A word stands for a part of a name.
    package func isPart(_ word: UInt32) -> Bool { tokens[Int(word)].isNamePart }

    /// The word is written just so, in one of its forms.
    package func isWritten(_ word: UInt32, _ letters: ArraySlice<UInt8>) -> Bool {
        let base = Int(byteStarts[Int(word)])
        let first = Int(formStarts[Int(word)])
        return forms[first..<first + Int(tokens[Int(word)].formCount)].contains { form in
            let start = base + Int(form.start)
            return Int(form.letterCount) == letters.count && bytes[start..<start + letters.count].elementsEqual(letters)
        }
    }

    func byteRange(_ word: Int) -> Range<Int> {
        Int(byteStarts[word])..<(word + 1 < byteStarts.count ? Int(byteStarts[word + 1]) : bytes.count)
    }

    private func isEqual(_ word: Int, _ token: NameToken, _ other: [UInt8], _ range: Range<Int>) -> Bool {
        let own = tokens[word]
        let stored = byteRange(word)
        guard own.role == token.role, own.marks == token.marks, own.character == token.character,
            own.formCount == token.formCount, own.foldedForm == token.foldedForm, stored.count == range.count
        else { return false }
        var place = range.lowerBound
        for index in stored {
            if bytes[index] != other[place] { return false }
            place += 1
        }
        return true
    }

    private func hash(_ token: NameToken, _ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        hash = (hash ^ UInt64(token.character)) &* 0x100_0000_01B3
        hash = (hash ^ UInt64(token.role.rawValue) << 8 ^ UInt64(token.marks.rawValue)) &* 0x100_0000_01B3
        for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 29)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: .max, count: slots.count * 2)
        for word in tokens.indices {
            var slot = Int(truncatingIfNeeded: hash(tokens[word], bytes, byteRange(word))) & (slots.count - 1)
            while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(word)
        }
    }

    /// Forgets how to add words: for a vocabulary that is only read.
    package mutating func freeze() { slots = [] }
}

extension PreparedName {
    /// A name without words, to put words into.
    package init(emptyOf kind: NameKind) { self.init(kind: kind, text: "") }

    /// How many words are compared.
    package var wordCount: Int { tokens.count }

    /// Makes it empty and keeps its memory.
    package mutating func removeWords() {
        tokens.removeAll(keepingCapacity: true)
        forms.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        legalForm = nil
    }

    /// Adds the keys by which words like one of this name are found.
    package func addKeys(_ index: Int, to keys: inout [UInt32]) {
        if tokens[index].isNamePart { SearchKeys.add(tokens[index], self, isSought: true, to: &keys) }
    }

    /// The letters of a word in its usual form.
    package func letters(_ index: Int) -> ArraySlice<UInt8> { bytes[forms[Int(tokens[index].firstForm)].letters] }

    /// A word has a form in which syllables are joined, other than its usual one.
    package var isReadAsSyllables: Bool { tokens.contains { $0.foldedForm > 0 } }

    /// The letters of a word in the form in which syllables are joined.
    package func foldedLetters(_ index: Int) -> ArraySlice<UInt8> { bytes[form(index, isFolded: true).letters] }

    /// The key of letters as they stand.
    package static func key(of letters: ArraySlice<UInt8>) -> UInt32 {
        SearchKeys.whole(Array(letters), 0..<letters.count)
    }
}

extension NameComparer {
    /// What it costs to take a word of one name for one of another; 1 for different words.
    package mutating func cost(_ index: Int, of name: PreparedName, _ other: Int, of right: PreparedName) -> Float {
        cost(name.tokens[index], name, right.tokens[other], right).cost
    }

    /// The greatest cost at which words still count as agreeing.
    package var mostForAgreement: Float { weights.mostForAgreement }
}
