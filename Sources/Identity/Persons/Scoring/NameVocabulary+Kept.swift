/// The words of a ``NameVocabulary`` as plain numbers, to be kept in a file.
package struct KeptWords: Sendable {
    /// Of each word, from the lowest byte on: its role, its marks, how many forms it has, and which of them joins
    /// syllables; above these its character.
    package var facts: [UInt64]
    /// Names that stand for each word.
    package var groups: [SIMD8<UInt16>]
    /// Of each form, from the lowest byte on: how many letters, sounds and consonants it has.
    package var forms: [UInt32]
    /// Letters, sounds and consonants of every form, one after another.
    package var bytes: [UInt8]

    /// Words as they were read back.
    package init(facts: [UInt64], groups: [SIMD8<UInt16>], forms: [UInt32], bytes: [UInt8]) {
        self.facts = facts
        self.groups = groups
        self.forms = forms
        self.bytes = bytes
    }
}

extension NameVocabulary {
    /// The words as they are kept.
    package var kept: KeptWords {
        KeptWords(
            facts: tokens.map { token in
                UInt64(token.role.rawValue) | UInt64(token.marks.rawValue) << 8 | UInt64(token.formCount) << 16
                    | UInt64(token.foldedForm) << 24 | UInt64(token.character) << 32
            },
            groups: tokens.map(\.groups),
            forms: forms.map { form in
                UInt32(form.letterCount) | UInt32(form.soundCount) << 8 | UInt32(form.frameCount) << 16
            },
            bytes: bytes
        )
    }

    /// A vocabulary that is only read, of words that were kept; nil where they cannot be what was kept.
    ///
    /// Nothing that is kept is believed: every length is held against what is there, so that no search can leave the
    /// arrays, whoever wrote the file.
    package init?(_ kept: KeptWords) {
        self.init()
        guard kept.groups.count == kept.facts.count, kept.bytes.count < 1 << 32, kept.forms.count < 1 << 32 else {
            return nil
        }
        bytes = kept.bytes
        tokens.reserveCapacity(kept.facts.count)
        forms.reserveCapacity(kept.forms.count)
        var end = 0
        for (facts, groups) in zip(kept.facts, kept.groups) {
            guard var token = NameToken(kept: facts, groups), forms.count + Int(token.formCount) <= kept.forms.count
            else { return nil }
            formStarts.append(UInt32(forms.count))
            byteStarts.append(UInt32(end))
            var length = 0
            for place in forms.count..<forms.count + Int(token.formCount) {
                guard let form = NameForm(kept: kept.forms[place], at: length, bytes, wordStart: end) else {
                    return nil
                }
                length = form.frame.upperBound
                forms.append(form)
            }
            token.firstForm = 0
            tokens.append(token)
            end += length
        }
        guard forms.count == kept.forms.count, end == bytes.count else { return nil }
        freeze()
    }

    /// Whether words can stand in one name: no more than names have, and no longer together than a name's places count.
    package func makeName(_ words: ArraySlice<UInt32>) -> Bool {
        guard !words.isEmpty, words.count <= NameSplitter.mostWords else { return false }
        var length = 0
        var formCount = 0
        for word in words {
            guard word < UInt32(count) else { return false }
            length += byteRange(Int(word)).count
            formCount += Int(tokens[Int(word)].formCount)
        }
        return max(length, formCount) <= Int(UInt16.max)
    }
}

extension NameToken {
    /// A word from what is kept of it; nil where no word has such facts.
    fileprivate init?(kept facts: UInt64, _ groups: SIMD8<UInt16>) {
        let role = NameWords.Class(rawValue: UInt8(truncatingIfNeeded: facts))
        let formCount = UInt8(truncatingIfNeeded: facts >> 16)
        let foldedForm = UInt8(truncatingIfNeeded: facts >> 24)
        guard let role, formCount > 0, foldedForm < formCount else { return nil }
        self.init(
            firstForm: 0, formCount: formCount, role: role,
            marks: Marks(rawValue: UInt8(truncatingIfNeeded: facts >> 8)),
            word: 0, character: UInt32(truncatingIfNeeded: facts >> 32), foldedForm: foldedForm, groups: groups
        )
    }
}

extension NameForm {
    /// A form from its lengths; nil where the bytes of the word end before it, or it has no letters.
    /// - Parameter start: where it begins in the word.
    fileprivate init?(kept lengths: UInt32, at start: Int, _ bytes: [UInt8], wordStart: Int) {
        let letterCount = UInt8(truncatingIfNeeded: lengths)
        let soundCount = UInt8(truncatingIfNeeded: lengths >> 8)
        let frameCount = UInt8(truncatingIfNeeded: lengths >> 16)
        let end = start + Int(letterCount) + Int(soundCount) + Int(frameCount)
        guard letterCount > 0, max(letterCount, soundCount, frameCount) <= PreparedName.longestForm,
            lengths >> 24 == 0, end <= Int(UInt16.max), wordStart + end <= bytes.count
        else { return nil }
        self.init(
            start: UInt16(start), letterCount: letterCount, soundCount: soundCount, frameCount: frameCount,
            mask: NameForm.mask(bytes[wordStart + start..<wordStart + start + Int(letterCount)])
        )
    }

    /// The letters that occur, one bit each; all digits share one.
    static func mask(_ letters: some Sequence<UInt8>) -> UInt32 {
        letters.reduce(0) { $0 | ($1 >= 97 ? 1 << UInt32($1 - 97) : 1 << 26) }
    }
}
