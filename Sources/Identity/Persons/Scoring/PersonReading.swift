/// What the words of a person's name are: forms of address left out, initials, particles and fathers' names marked.
struct PersonReading {
    var drafts: [NameDraft]
    var hadHonorific = false

    init(_ words: [NameDraft]) {
        drafts = words
        markComma()
        splitServants()
        for index in drafts.indices { classify(index) }
        leaveOutAddress()
        markFathers()
        // A servant's word that nothing follows is all there is of the name.
        if let last = drafts.last, last.role == .compound { drafts[drafts.count - 1].role = .name }
    }

    /// `Doe, John`: the part before the only comma is the family name.
    private mutating func markComma() {
        let commas = drafts.indices.filter { drafts[$0].followsComma }
        guard commas.count == 1, let comma = commas.first else { return }
        if drafts[comma...].allSatisfy({ NameWords.standard.person($0.text) == .suffix }) { return }
        for index in drafts.indices { drafts[index].marks.insert(index < comma ? .family : .first) }
    }

    /// `Abdulaziz`, `Abd al-Aziz` and `Abdul Aziz` are one name: the servant's word stands by itself.
    private mutating func splitServants() {
        var result: [NameDraft] = []
        for draft in drafts {
            let letters = draft.letters
            guard draft.marks.isDisjoint(with: .abjad), letters.count >= 7, letters.starts(with: "abd".utf8),
                let rest = Self.served(letters)
            else {
                result.append(draft)
                continue
            }
            var servant = draft
            servant.forms = [Array("abd".utf8)]
            var served = draft
            served.forms = [Array(rest)]
            result += [servant, served]
        }
        drafts = result
    }

    private static func served(_ letters: [UInt8]) -> ArraySlice<UInt8>? {
        let rest = letters[3...]
        for article in ["ul", "al", "el", "ol", "ur", "ar", "er", "us", "as", "ush", "un", "ud", "oul"]
        where rest.starts(with: article.utf8) {
            let name = rest.dropFirst(article.utf8.count)
            if name.count >= 3 { return name }
        }
        return nil
    }

    private mutating func classify(_ index: Int) {
        let draft = drafts[index]
        let isLatin = draft.character == 0 && draft.marks.isDisjoint(with: .abjad)
        if draft.letters.count == 1, draft.character == 0, draft.letters[0] >= 97 {
            let isConjunction = ["e", "y", "i"].contains(draft.text) && !draft.endsWithStop && !draft.isCapitals
            drafts[index].role = isConjunction && index > 0 && index + 1 < drafts.count ? .particle : .initial
            return
        }
        if draft.isCapitals, (2...3).contains(draft.letters.count), !draft.letters.contains(where: Self.isVowel) {
            drafts[index].marks.insert(.initials)
        }
        drafts[index].role = isLatin ? NameWords.standard.person(draft.text) : abjadRole(draft)
        // `Ben` and `Bar` are given names as well, and begin a name as such.
        let isGivenName = index == 0 && ["ben", "bar"].contains(draft.text) && !draft.followsComma
        if isGivenName, drafts[index].role == .filiation { drafts[index].role = .name }
    }

    private func abjadRole(_ draft: NameDraft) -> NameWords.Class {
        switch draft.text {
        case "bn", "abn", "bnt": draft.marks.contains(.abjad) ? .filiation : .name
        case "al": .particle
        case "abd": .compound
        default: .name
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

    /// Forms of address go, as long as a name remains; so do suffixes at the beginning (`Sr` is both).
    private mutating func leaveOutAddress() {
        let names = drafts.count { $0.role == .name || $0.role == .initial }
        guard names > 0 else {
            // Nothing but such words: then they are the name.
            for index in drafts.indices where drafts[index].role != .initial { drafts[index].role = .name }
            return
        }
        hadHonorific = drafts.contains { $0.role == .honorific }
        drafts.removeAll { $0.role == .honorific }
        if let first = drafts.first, first.role == .suffix, !first.followsComma { drafts.removeFirst() }
    }

    /// The name after `bin` is the father's, as is the one before `oglu`; Slavic patronymics tell by their ending.
    private mutating func markFathers() {
        for index in drafts.indices where drafts[index].role == .name {
            if index > 0, drafts[index - 1].role == .filiation { drafts[index].marks.insert(.father) }
            let letters = drafts[index].letters
            if drafts.count >= 3, letters.count >= 7, Self.isPatronymic(letters) { drafts[index].marks.insert(.father) }
        }
    }

    /// `-ovich`, `-evna` and how other systems write them.
    static func isPatronymic(_ letters: [UInt8]) -> Bool {
        let endings = [
            "ovich", "evich", "ovitch", "evitch", "ovic", "evic", "ovych", "evych", "yovych", "ovna", "evna", "ivna",
            "inichna", "ovyc", "owicz", "avich", "iyich", "ovits",
        ]
        return endings.contains { ending in
            letters.count > ending.utf8.count + 1 && letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
        }
    }
}
