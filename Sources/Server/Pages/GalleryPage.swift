/// Public notices for anybody: `GET {public path}/gallery/{red|yellow|un}` with `name`, `forename`, `nationality`, `sex`,
/// `ageMin`, `ageMax`, `page`.
struct GalleryPage: Page {
    static let template = "gallery"

    struct Card: Sendable {
        var path: String
        /// Nil where there is no picture.
        var thumbnail: String?
        var name: String
        var forename: String?
        /// Year of birth and nationalities.
        var detail: String
        /// Read instead of the picture.
        var pictureText: String
    }

    var colour: Badge
    var tabs: [FilterTab]
    /// Where the filter is sent.
    var path: String
    var name = TextField()
    var forename = TextField()
    var nationality = TextField()
    var sex = ChoiceField()
    var ageMin = TextField()
    var ageMax = TextField()
    /// False for the lists of the United Nations, which are found by name alone.
    var hasPersonFilters = true
    var errors: [FieldError] = []
    var cards: [Card]
    /// How many agree.
    var summary: String
    /// What to do to see the rest; nil where all can be paged through.
    var narrow: String?
    var pager = Pager()
    var isFiltered = false
}

/// One public notice: `GET {public path}/gallery/{red|yellow|un}/{number}`.
struct GalleryNoticePage: Page {
    static let template = "gallery-notice"

    struct Picture: Sendable {
        var path: String
        var text: String
    }

    var number: String
    var colour: Badge
    var subject: String
    var listPath: String
    /// What it is for, in words.
    var purpose: String
    var pictures: [Picture]
    var sections: [NoticeReport.Section]
    /// Always empty: texts are no part of a public extract.
    var texts: [NoticeReport.Text] = []
}

/// A notice on paper: `GET /notices/{number}/print`.
struct NoticeSheet: Page {
    static let template = "notice-sheet"

    var report: NoticeReport
    /// What it is called on paper, for example `Red notice`.
    var title: String
    var printed: TimeStamp
    /// Who printed it.
    var reader: String
    /// The first pictures.
    var pictures: [NoticePictures.Item]
}
