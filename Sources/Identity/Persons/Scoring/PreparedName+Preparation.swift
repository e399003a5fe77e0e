extension PreparedName {
    /// The names that a text states, each ready for comparison; none where nothing in it can be compared.
    ///
    /// A text may state several: `A a.k.a. B`, `A/B`. At most ``NameSplitter/mostNames`` are taken, of each at most
    /// ``NameSplitter/mostWords`` words.
    public static func names(in text: String, kind: NameKind) -> [PreparedName] {
        NameSplitter.names(in: text).compactMap { words in
            let name = PreparedName(words, kind: kind, text: text)
            return name.isEmpty ? nil : name
        }
    }

    /// The first name that a text states.
    public init(_ text: String, kind: NameKind = .person) {
        self.init(NameSplitter.names(in: text).first ?? [], kind: kind, text: text)
    }

    /// A name stated in parts.
    public init(given: String, family: String) {
        let givenWords = NameSplitter.names(in: given).first ?? []
        let familyWords = NameSplitter.names(in: family).first ?? []
        self.init(givenWords + familyWords, kind: .person, text: given + " " + family, givenCount: givenWords.count)
    }

    private init(_ words: [NameWord], kind: NameKind, text: String, givenCount: Int? = nil) {
        self.init(kind: kind, text: text)
        self.words = words.map(\.text)
        var drafts: [NameDraft] = []
        drafts.reserveCapacity(words.count)
        var index = 0
        while index < words.count {
            let family = NameDraft.japaneseFamily(words[index...], index: index)
            if var draft = family?.draft ?? NameDraft(words[index], index: index) {
                if let givenCount { draft.marks.insert(index < givenCount ? .first : .family) }
                drafts.append(draft)
            }
            index += family?.length ?? 1
        }
        switch kind {
        case .person:
            let reading = PersonReading(drafts)
            hadHonorific = reading.hadHonorific
            drafts = reading.drafts
            NameDraft.addSyllableForms(to: &drafts)
        case .organisation, .vessel:
            let reading = OrganisationReading(drafts, isVessel: kind == .vessel)
            legalForm = reading.legalForm
            drafts = reading.drafts
        }
        for draft in drafts { append(draft) }
    }

    /// Letters of one form that are compared: those that the bit-parallel distance takes.
    static let longestForm = 60

    private mutating func append(_ draft: NameDraft) {
        var token = NameToken(
            firstForm: UInt16(forms.count), formCount: 0, role: draft.role, marks: draft.marks, word: draft.word,
            character: draft.character
        )
        var sounds: [[UInt8]] = []
        for form in draft.forms {
            let letters = Array(form.prefix(Self.longestForm))
            let sound = Array(SoundFolding.fold(letters).prefix(Self.longestForm))
            // Ways of writing that sound the same are one form: the comparison sees through the spelling.
            if let same = sounds.firstIndex(of: sound) {
                if form == draft.folded { token.foldedForm = UInt8(same) }
                continue
            }
            if form == draft.folded { token.foldedForm = UInt8(sounds.count) }
            sounds.append(sound)
            let frame = (draft.frame ?? ConsonantFrame.of(letters)).prefix(Self.longestForm)
            forms.append(
                NameForm(
                    start: UInt16(bytes.count), letterCount: UInt8(clamping: letters.count),
                    soundCount: UInt8(clamping: sound.count), frameCount: UInt8(clamping: frame.count),
                    mask: NameForm.mask(letters)
                )
            )
            bytes += letters
            bytes += sound
            bytes += frame
            token.formCount += 1
        }
        if kind == .person, draft.role == .name {
            for letters in draft.forms where token.groups[0] == 0 {
                token.groups = NameGroups.standard.groups(of: String(decoding: letters, as: UTF8.self))
            }
            if NameGroups.standard.isGivenName(token.groups) { token.marks.insert(.given) }
        }
        tokens.append(token)
    }
}
