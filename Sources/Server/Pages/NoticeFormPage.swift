/// Writing a notice: `GET /notices/new?colour=…`, `GET /notices/{number}/edit`; sent to `action`.
///
/// Fields are named as ``FieldName`` names the API's paths: `person-name`, `warrants-0-charge`, …
struct NoticeFormPage: Page {
    static let template = "notice-form"

    /// One field; exactly one of the kinds is true.
    struct Field: Sendable {
        var name: String
        var label: String
        var hint: String?
        var error: String?
        /// Whether the notice cannot be sent without it.
        var isMissing = false
        var value = ""
        var isInput = false
        var isArea = false
        var isSelect = false
        var isTicks = false
        var isFlag = false
        /// `text` or `date`; numbers are texts, so that both decimal signs may be typed.
        var inputType = "text"
        /// What keyboard a phone shows.
        var inputMode = "text"
        var rows = 1
        /// How wide it stands in the grid.
        var width = ""
        /// For lists; for ticks those that may be ticked.
        var choices: [Choice] = []
        var isTicked = false
    }

    /// Fields of one warrant, or all of a section that has no rows.
    struct Group: Sendable {
        var fields: [Field]
    }

    struct Section: Sendable {
        var code: String
        var heading: String
        var hint: String?
        var groups: [Group]
        /// What the button for one more row says; nil where there are no rows.
        var more: String?
        /// Whether it can be folded away.
        var isFolded = false
        /// Whether a folded one starts open.
        var isOpen = true
        /// What is wrong with the section as a whole.
        var error: String?
    }

    /// The facts in one language.
    struct Text: Sendable {
        var index: Int
        /// BCP 47; empty for a language still to be named.
        var language: String
        var label: String
        /// `ltr` or `rtl`.
        var direction: String
        var value: String
        var isOriginal: Bool
        var error: String?
    }

    /// Something that is still missing, with the field to go to.
    typealias Missing = FieldError

    /// Nil for a new one.
    var number: String?
    var colour: Badge
    /// Where the form is sent.
    var action: String
    var cancelPath: String
    var version: Int?
    var idempotencyKey: String?
    var errors: [FieldError] = []
    var missing: [Missing] = []
    var isComplete: Bool { missing.isEmpty }
    /// Whether saving is an addendum to a notice in force.
    var isAddendum = false
    var sections: [Section]
    var texts: [Text]
    /// What is wrong with the texts as a whole.
    var textsError: String?
    /// Purpose, handling and circulation; stands after the texts.
    var handling: [Section]
    /// Why it is changed; shown for addenda.
    var reason = TextField()
    /// Nil while there is nothing that could have pictures.
    var pictures: NoticePictures?
}

/// What a notice still misses, without a page around it: `POST /notices/missing`.
struct NoticeMissingPiece: Page {
    static let template = "notice-missing-piece"

    var missing: [FieldError]
}

/// The pictures of a notice and the ways to change them.
struct NoticePictures: Sendable {
    struct Item: Sendable {
        /// 1 for the first.
        var place: Int
        /// The picture itself.
        var path: String
        var thumbnail: String
        var label: String
        /// Where it is taken away; nil where the reader may not.
        var removePath: String?
        var removeLabel: String
    }

    var items: [Item]
    /// Where a picture is sent; nil where the reader may not add one.
    var addPath: String?
}

/// What to ask of others: `GET /notices/new`.
struct NoticeColoursPage: Page {
    static let template = "notice-colours"

    struct Colour: Sendable {
        var colour: Badge
        var path: String
        /// What it is for.
        var purpose: String
    }

    var colours: [Colour]
}
