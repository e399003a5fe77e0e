/// One word of a prepared name.
struct NameToken: Sendable {
    /// The first of its forms in the name's list; never none.
    var firstForm: UInt16
    var formCount: UInt8
    var role: NameWords.Class
    var marks: Marks = []
    /// The word as written, in the name's list; a token made of several written words names the first.
    var word: UInt8
    /// The simplified Chinese character or the Korean syllable, 0 for another script.
    var character: UInt32 = 0
    /// Among its forms, the one in which syllables are joined; 0, the usual one, where it is not read as syllables.
    var foldedForm: UInt8 = 0
    /// Names that stand for this one; see ``NameGroups``.
    var groups = SIMD8<UInt16>()

    struct Marks: OptionSet, Sendable {
        var rawValue: UInt8
        /// From a script that does not write vowels.
        static let abjad = Marks(rawValue: 1)
        /// The father's name: after `bin`, or a Slavic patronymic.
        static let father = Marks(rawValue: 2)
        /// A given name that the tables know.
        static let given = Marks(rawValue: 4)
        /// Two or three capitals without a vowel or with full stops, which may be several initials.
        static let initials = Marks(rawValue: 8)
        /// Stated as family name, by field or comma.
        static let family = Marks(rawValue: 16)
        /// Stated as given name, by field or comma.
        static let first = Marks(rawValue: 32)
    }

    /// Counts as a part of the name: something is missing where another name lacks it.
    var isNamePart: Bool {
        switch role {
        case .name, .initial, .style, .generic, .geography, .continent, .number: true
        default: false
        }
    }
}

/// One way of writing a word: where its letters, its sound and its consonants stand in the bytes of the name.
struct NameForm: Sendable {
    var start: UInt16
    var letterCount: UInt8
    var soundCount: UInt8
    var frameCount: UInt8
    /// The letters that occur, one bit each.
    var mask: UInt32

    var letters: Range<Int> { Int(start)..<Int(start) + Int(letterCount) }
    var sound: Range<Int> { letters.upperBound..<letters.upperBound + Int(soundCount) }
    var frame: Range<Int> { sound.upperBound..<sound.upperBound + Int(frameCount) }
}

/// A name made ready for comparison: words in Latin letters, in compact arrays. Preparing costs more than comparing, so
/// that a name is prepared once.
public struct PreparedName: Sendable {
    /// What carries the name.
    public let kind: NameKind
    /// The name as written.
    public let text: String
    var tokens: [NameToken] = []
    var forms: [NameForm] = []
    var bytes: [UInt8] = []
    /// The written words that the tokens come from.
    var words: [String] = []
    var legalForm: NameWords.LegalForm?
    /// A form of address was left out.
    var hadHonorific = false

    init(kind: NameKind, text: String) {
        self.kind = kind
        self.text = text
    }

    /// The usual form of a word, or that in which syllables are joined.
    func form(_ index: Int, isFolded: Bool) -> NameForm {
        let token = tokens[index]
        return forms[Int(token.firstForm) + (isFolded ? Int(token.foldedForm) : 0)]
    }

    /// Nothing of it can be compared.
    public var isEmpty: Bool { tokens.isEmpty }

    /// The words in Latin letters, the usual form of each, as the comparison sees them.
    public var latin: String {
        tokens.map { String(decoding: bytes[forms[Int($0.firstForm)].letters], as: UTF8.self) }.joined(separator: " ")
    }
}
