/// A notice as its readers see it: `GET /notices/{number}`, `/notices/{number}/versions/{version}`, and on paper
/// `/notices/{number}/print`.
struct NoticeReport: Page {
    static let template = "notice"

    /// Something stated; exactly one of text, countries and items is filled.
    struct Fact: Sendable {
        var label: String
        var text: String?
        var countries: [CountryName] = []
        var items: [String] = []
        /// Records that are named, with the way to them.
        var records: [RecordLink] = []
        /// Whether it takes the whole width.
        var isLong = false
    }

    /// The number of a record and its page, which opens for those who may read it.
    struct RecordLink: Sendable {
        var number: String
        var path: String
    }

    struct Group: Sendable {
        var facts: [Fact]
        /// Long texts stand below the short facts.
        var prose: [Fact]
    }

    struct Section: Sendable {
        var code: String
        var heading: String
        var groups: [Group]
    }

    /// The facts in one language.
    struct Text: Sendable {
        /// BCP 47.
        var language: String
        var label: String
        /// `ltr` or `rtl`.
        var direction: String
        var text: String
        var isOriginal: Bool
    }

    struct Version: Sendable {
        var number: Int
        /// Nil for the one shown.
        var path: String?
        var time: TimeStamp
        var actor: String
        /// What was done, in words.
        var action: String
        var reason: String?
        /// The fields that changed.
        var changes: [String] = []
    }

    /// What a reader at the coordination centre decided.
    struct Reading: Sendable {
        var place: Int
        var reader: String
        var time: TimeStamp
        /// Nil while the second reader has not decided.
        var decision: Badge?
        var reasons: [String] = []
        var remark: String?
    }

    /// The form of a reader.
    struct Screening: Sendable {
        var explanation: String
        var decisions: [Choice]
        var reasons: [ReasonChoice]
    }

    struct ReasonChoice: Sendable {
        var value: String
        var label: String
        var meaning: String
    }

    /// A step that the reader may take; a form on the page.
    struct Step: Sendable {
        /// The end of the path and the key of the texts.
        var code: String
        var label: String
        var explanation: String
        /// `main`, `grave` or empty; chooses the look.
        var weight: String
        var asksReason: Bool
    }

    var number: String
    var pathNumber: String
    var version: Int
    /// Set where a version is shown that has been replaced: the way to the present one.
    var presentPath: String?
    var colour: Badge
    var state: Badge
    var handling: Badge
    var isDiffusion: Bool
    var isPublic: Bool
    var subject: String
    var owner: BureauName
    var purpose: String
    var created: TimeStamp
    var published: TimeStamp?
    var retention: TimeStamp?
    var sections: [Section]
    var texts: [Text]
    var pictures: NoticePictures
    /// Pictures stand first, where there are any.
    var hasPictures = false
    var mayAddPictures = false
    /// Told to the owner only.
    var hiddenFrom: [CountryName] = []
    var addressees: [CountryName] = []
    /// What must still be stated, with links into the form; for the owner of a draft.
    var missing: [FieldError] = []
    var isComplete = false
    var isInForceAndMissing = false
    var editPath: String?
    var printPath: String?
    var steps: [Step] = []
    var readings: [Reading] = []
    var screening: Screening?
    /// Why the reader may not read it now.
    var screeningNote: String?
    var versions: [Version] = []
    /// Hits that name the notice.
    var hits: [RecordReport.HitLink] = []
    /// Other methods that are like this one.
    var similar: [MethodLine] = []
}
