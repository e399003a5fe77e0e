/// A number or a word of a text that names a calibre.
struct CalibreAtom: Hashable, Sendable {
    /// The number without needless zeros, or the word in the form used for comparing.
    var text: String
    let isNumber: Bool
    /// Something says that the number is a calibre: a point before it, a unit or a word for calibre beside it.
    var isMarked = false
    /// A unit or another word without meaning stood between this one and the one before.
    var isApart = false
    /// A sign or a word for "or" stood before it.
    var isAfterOr = false
    /// Whether the word is one that can tell calibres apart; true for numbers.
    var isKnown = true
}
