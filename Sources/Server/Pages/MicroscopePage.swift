/// The comparison microscope: `GET /comparisons/{first}/{second}`. Without a script it shows both marks as pictures, side
/// by side.
struct MicroscopePage: Page {
    static let template = "microscope"

    /// One of the two marks.
    struct Side: Sendable {
        /// The number of the mark.
        var number: String
        /// What made it, for example `Breech face`.
        var kind: String
        /// What the laboratory calls it.
        var label: String?
        /// The bureau that owns it.
        var bureau: String
        /// The page of its exhibit.
        var path: String
        /// The prepared surface as a picture.
        var picturePath: String
        /// Its size in words.
        var size: String
    }

    /// One key and what it does.
    struct KeyHelp: Sendable {
        var caps: [String]
        var label: String
    }

    /// A note or picture in the lists of the page.
    struct Item: Sendable {
        var id: String
        var text: String
        /// The picture; nil for a note.
        var picturePath: String?
    }

    /// Two exhibits by their numbers.
    struct Pair: Sendable {
        var first: String
        var second: String
    }

    var first: Side
    var second: Side
    /// Where forms are sent; ends without a slash.
    var path: String
    /// The same pair the other way round.
    var swappedPath: String
    /// What the script needs, JSON.
    var data: String
    /// Whether the reader may note and keep.
    var mayExamine: Bool
    var annotations: [Item]
    var snapshots: [Item]
    var keys: [KeyHelp]
    /// The exhibits of the pair, where the reader's laboratory may examine them.
    var examine: Pair?
    var errors: [FieldError] = []
}
