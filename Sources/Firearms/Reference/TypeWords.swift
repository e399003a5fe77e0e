/// Words for kinds of firearm in English, Spanish and Portuguese, from the resource `type_words.csv`.
struct TypeWords: Sendable {
    /// What a word or phrase says.
    struct Meaning: Hashable, Sendable {
        let type: FirearmType?
        let action: FirearmAction?
        let conversion: Conversion?
    }

    /// A phrase found in a text.
    struct Finding: Sendable {
        let meaning: Meaning
        /// How many words it has.
        let length: Int
        /// Letters in which it differs from the listed word.
        let distance: Int
    }

    private let meanings: [String: Meaning]
    private let words: Set<String>
    private let spellings: [[UInt8]]
    private let longestPhrase: Int

    /// The project's own list.
    static let standard: TypeWords = ResourceText.orStop { () throws(ReferenceTableError) in
        try TypeWords(ResourceText.load("type_words"))
    }

    /// Reads a list with the columns phrase, type, action, conversion, language; throws ``ReferenceTableError``.
    init(_ text: ResourceText) throws(ReferenceTableError) {
        var meanings: [String: Meaning] = [:]
        var longest = 1
        for row in try text.rows(columns: 5) {
            let (type, action, conversion) = (row.fields[1], row.fields[2], row.fields[3])
            let meaning = Meaning(
                type: FirearmType(type), action: FirearmAction(action), conversion: Conversion(conversion)
            )
            if meaning.type == nil && !type.isEmpty || meaning.action == nil && !action.isEmpty
                || meaning.conversion == nil && !conversion.isEmpty
            {
                throw text.error(.unknownCode, line: row.line, "a type, action or conversion is not a known code")
            }
            let key = TextKey.words(row.fields[0])
            if meanings.updateValue(meaning, forKey: key) != nil {
                throw text.error(.duplicate, line: row.line, "\"\(row.fields[0])\" stands twice")
            }
            longest = max(longest, key.split(separator: " ").count)
        }
        self.meanings = meanings
        words = Set(meanings.keys.flatMap { $0.split(separator: " ").map(String.init) })
        spellings = meanings.keys.filter { $0.utf8.count >= 6 && !$0.contains(" ") }.sorted().map { Array($0.utf8) }
        longestPhrase = longest
    }

    /// Whether the word stands in the list, by itself or as part of a phrase.
    func knows(_ word: String) -> Bool { words.contains(word) }

    /// What the words of a text say together: the first that names a kind, and every action and conversion.
    func find(_ raw: String) -> Meaning? {
        let findings = findings(raw)
        if findings.isEmpty { return nil }
        return Self.together(findings)
    }

    /// The phrases of the list that stand in the text, in its order; a longer one is taken before a shorter one.
    func findings(_ raw: String) -> [Finding] {
        let keys = TextKey.words(raw).split(separator: " ").map(String.init)
        var found: [Finding] = []
        var place = 0
        while place < keys.count {
            var length = min(longestPhrase, keys.count - place)
            var finding: Finding?
            while length > 0, finding == nil {
                let phrase = length == 1 ? keys[place] : keys[place..<(place + length)].joined(separator: " ")
                if let meaning = meanings[phrase] { finding = Finding(meaning: meaning, length: length, distance: 0) }
                length -= 1
            }
            finding = finding ?? misspelt(keys[place])
            if let finding { found.append(finding) }
            place += finding?.length ?? 1
        }
        return found
    }

    /// A kind named by a word for how it was made (`artesanal`) gives way to a kind proper (`espingarda artesanal`).
    static func together(_ findings: [Finding]) -> Meaning {
        let types = findings.compactMap(\.meaning.type)
        return Meaning(
            type: types.first { $0 != .other && $0 != .receiver } ?? types.first,
            action: findings.compactMap(\.meaning.action).first,
            conversion: findings.compactMap(\.meaning.conversion).first
        )
    }

    private func misspelt(_ word: String) -> Finding? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 6, bytes.count <= 20, !bytes.contains(where: \.isDigit) else { return nil }
        var best: (distance: Int, meaning: Meaning)?
        for spelling in spellings where spelling[0] == bytes[0] {
            let bound = min(bytes.count, spelling.count) >= 9 ? 2 : 1
            guard let distance = SpellingDistance.between(bytes, spelling, bound: bound),
                distance < best?.distance ?? 3, let meaning = meanings[String(decoding: spelling, as: UTF8.self)]
            else { continue }
            best = (distance, meaning)
        }
        return best.map { Finding(meaning: $0.meaning, length: 1, distance: $0.distance) }
    }
}
