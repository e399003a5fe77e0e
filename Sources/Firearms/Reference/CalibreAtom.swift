/// A number or a word of a text that names a calibre.
struct CalibreAtom: Hashable, Sendable {
    /// The number without needless zeros, or the word in the form used for comparing.
    var text: String
    let isNumber: Bool
    /// Whether the number was written with a decimal comma.
    var hasComma = false
    /// Something says that the number is a calibre: a point before it, a unit or a word for calibre beside it.
    var isMarked = false
    /// Millimetres stand after the number.
    var isMillimetres = false
    /// Inches stand after the number: a length of barrel or shell sooner than a calibre.
    var isInches = false
    /// Letters of no known meaning are written onto the number, as in a model or stock number.
    var isInCode = false
    /// A unit or another word without meaning stood between this one and the one before.
    var isApart = false
    /// A sign or a word for "or" stood before it.
    var isAfterOr = false
    /// Whether the word is one that can tell calibres apart; true for numbers.
    var isKnown = true
}
