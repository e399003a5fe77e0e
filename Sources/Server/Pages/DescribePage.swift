import Firearms

/// Describing a firearm: `GET /firearms/describe` with fields `text`, `type`, `make`, `model`, `calibre`, `serial` and
/// `take`.
struct DescribePage: Page {
    static let template = "describe"

    /// The line that takes everything.
    var text = TextField()
    var type = ChoiceField()
    var make = TextField()
    var model = TextField()
    var calibre = TextField()
    var serial = TextField()
    /// Names offered while the make is typed.
    var makes: [String] = ReferenceTable.standard.makes.map(\.name)
    /// Names offered while the calibre is typed.
    var calibres: [String] = ReferenceTable.standard.calibres.map(\.name)
    var errors: [FieldError] = []
    /// Whether the single fields are open.
    var isExpanded = false
    /// What was understood; absent while nothing was written.
    var description: DescriptionView?
}

/// What was understood, without a page around it: `POST /firearms/describe`.
struct DescriptionPiece: Page {
    static let template = "description-piece"

    var description: DescriptionView
}

/// A description in the terms of the reference table, with everything to look at again.
struct DescriptionView: Sendable {
    /// Where a description stands.
    enum Place: String, Sendable {
        /// On the page for descriptions, whole, with the ways on.
        case page
        /// Beside the form of a record: what was not typed yet is not missed, but can be filled in.
        case record
        /// Beside the form of a check: only what should be looked at again.
        case check
    }

    /// A field, what it was recognised as, and what else it may be.
    struct Line: Sendable {
        /// For example `Make`.
        var field: String
        /// Where the table does not know it, what was written.
        var name: String
        var isKnown = true
        /// What was written, where it is not the name itself.
        var written: String?
        /// `sure`, `doubtful` or `unknown`; the label is the confidence in percent. Absent where nothing is uncertain.
        var confidence: Badge?
        /// The rule in words.
        var rule: String?
        /// What stands before the choices, such as `or`.
        var choicesLabel = ""
        var choices: [Take] = []
    }

    /// Fields that one tap puts into the form.
    struct Take: Sendable {
        var label: String
        /// As a form would send them: `make=Taurus&model=PT%2092`.
        var fields: String
    }

    /// A number on the firearm.
    struct Number: Sendable {
        var part: String
        var state: Badge
        /// Absent where nothing of it can be compared.
        var serial: SerialStrip?
        /// Which places cannot be read, in words.
        var unreadable: String?
        /// What was written besides.
        var remainder: String?
        /// To check this number; absent where there is only one.
        var checkPath: String?
    }

    /// A model that this one is mistaken for.
    struct LookAlike: Sendable {
        var name: String
        /// What tells the two apart, in English.
        var difference: String
        var take: Take
    }

    /// The firearm in a line.
    var heading: String
    var lines: [Line]
    var numbers: [Number]
    var warnings: [String]
    /// For example `May be mistaken for 3 models`.
    var lookAlikesHeading: String
    var lookAlikes: [LookAlike]
    /// What the line says besides.
    var remainder: String?
    /// Whether it stands on the page for descriptions.
    var isPage = true
    /// To check it with these values; absent where no number can be compared.
    var checkPath: String?
    /// To enter a record with these values; absent for those who enter none.
    var recordPath: String?
}
