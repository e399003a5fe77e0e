/// A calibre found at some place of a text.
struct CalibreMatch {
    /// What it means, likeliest first; never empty.
    var places: [Int]
    /// Whether other meanings are possible and this one is only usual.
    var isUsual: Bool
    /// How much speaks for its being a calibre at all: 3 a name or a number with a point or unit, 2 a number of three
    /// digits, 1 any other number, 0 one within letters or without the point it was written with.
    var strength: Int
    /// Whether it is written as a mere bore width, which a fuller name may say more precisely.
    let isGeneric: Bool
    let isAfterOr: Bool
    /// Whether the number had to be read without its point (`3.80`).
    var isRepaired = false
    var isBare: Bool { strength <= 1 }
    /// Whether the type of firearm decided.
    var isForType = false
}

/// What a text says about calibres, and how much of it.
struct CalibreFindings {
    var matches: [CalibreMatch] = []
    /// Numbers and unknown words outside the matches.
    var unknownNumbers = 0
    var unknownWords = 0
    /// Words for a kind of firearm outside the matches.
    var typeWords = 0

    var isComplete: Bool { unknownNumbers == 0 && unknownWords == 0 && typeWords == 0 }
}
