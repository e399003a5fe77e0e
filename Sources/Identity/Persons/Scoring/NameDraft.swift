/// A word on its way to becoming a ``NameToken``.
struct NameDraft {
    var forms: [[UInt8]]
    var role = NameWords.Class.name
    var marks: NameToken.Marks = []
    var word: UInt8
    var character: UInt32 = 0
    /// The one of the forms in which syllables of other words of the name are joined; see ``SyllableReading``.
    var folded: [UInt8]?
    /// Consonants as the script has them; nil when they are to be taken from the letters.
    var frame: [UInt8]?
    var followsComma = false
    var followsHyphen = false
    var followsStop = false
    var endsWithStop = false
    var isCapitals = false

    var letters: [UInt8] { forms[0] }
    var text: String { String(decoding: forms[0], as: UTF8.self) }

    init?(_ word: NameWord, index: Int) {
        forms = Romanisation.forms(of: word)
        if forms.isEmpty { return nil }
        self.word = UInt8(clamping: index)
        if word.script == .arabic || word.script == .hebrew {
            frame = AbjadLetters.frame(word.scalars)
            marks.insert(.abjad)
        }
        if let first = word.scalars.first {
            if word.script == .han { character = ChineseSyllables.simplified(first).value }
            if word.script == .hangul { character = first.value }
        }
        followsComma = word.followsComma
        followsHyphen = word.followsHyphen
        followsStop = word.followsStop
        endsWithStop = word.endsWithStop
        isCapitals = word.script == .latin && word.isCapitals
    }
}

extension NameDraft {
    /// One word of several in Chinese characters, read in Japanese and in Chinese.
    private init?(draftOf family: [UInt8], _ words: ArraySlice<NameWord>, index: Int) {
        guard let first = words.first else { return nil }
        self.init(first, index: index)
        let readings = words.map { Romanisation.forms(of: $0).first ?? [] }
        forms = [family, Array(readings.joined())]
        character = 0
    }

    /// The Japanese family name with which words in Chinese characters begin, and the words that make it; nil where they
    /// begin with none that is known. Names of one character are as often Chinese, and are left alone.
    static func japaneseFamily(_ words: ArraySlice<NameWord>, index: Int) -> (draft: NameDraft, length: Int)? {
        guard words.first?.script == .han else { return nil }
        for length in [3, 2] where words.count >= length {
            let characters = words.prefix(length).flatMap(\.scalars)
            guard let family = JapaneseWords.family(characters) else { continue }
            return NameDraft(draftOf: family, words.prefix(length), index: index).map { ($0, length) }
        }
        return nil
    }
}
