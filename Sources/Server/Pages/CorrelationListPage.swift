/// The ranked list of a mark: `GET /marks/{number}/correlation`.
struct CorrelationListPage: Page {
    static let template = "correlation"

    /// One candidate.
    struct Row: Sendable {
        /// A mark of the case whose list this is.
        struct Own: Sendable {
            var number: String
            var listPath: String
            /// Kind of exhibit, calibre, kind of mark.
            var facts: String
        }

        var rank: String
        var number: String
        var listPath: String
        var exhibitPath: String
        /// The comparison microscope with both marks.
        var comparePath: String
        /// Where the examination of both exhibits is opened; absent for two of one case.
        var examinePath: String?
        var thumbnailPath: String
        /// What the thumbnail shows, for those who do not see it.
        var thumbnailText: String
        /// Kind of exhibit, calibre, kind of mark.
        var facts: String
        var owner: BureauName
        /// Kind, day and place of the event; absent where nothing is known.
        var event: String?
        /// 0 to 100.
        var score: Int
        /// What agrees, in words.
        var agreement: String
        /// The agreement of whole bullets, in words.
        var bullet: String?
        /// The likelihood ratio as a number with its interval.
        var ratio: String?
        /// The same in the words of the verbal scale, or why there is none.
        var words: String?
        /// `9 km`, `10 days`.
        var apart: [String]
        var badges: [Badge]
        /// The mark that it agrees with, in the list of a case; absent in that of a single mark.
        var own: Own?
    }

    /// The correlation of the mark: where it stands, and what the reader may do.
    struct JobView: Sendable {
        var state: Badge
        var isOpen: Bool
        /// 0 to 100.
        var percent: Int
        var text: String
        var detail: String?
        /// Whether the reader may stop it.
        var canCancel = false
        /// Whether the reader may ask for it, again or for the first time.
        var canRequest = false
    }

    /// A mark that could not be compared.
    struct Gap: Sendable {
        var number: String
        var reason: String
    }

    /// What narrows the list.
    struct Filter: Sendable {
        var countries = ""
        var withinKilometres = ""
        var from = ""
        var until = ""
        var owners = ChoiceField()
        /// Absent in the list of a case, which holds other cases only.
        var cases: ChoiceField?
        var testFires = ChoiceField()
        var isFiltered = false
        var clearPath = ""
    }

    var number: String
    var markPath: String
    var exhibit: String
    var exhibitPath: String
    var facts: String
    var owner: BureauName
    var event: String?
    /// Absent while the mark has no preparation.
    var thumbnailPath: String?
    var job: JobView?
    var filter: Filter
    var rows: [Row]
    /// Whether the job is still to be done, and the list to come.
    var isPending: Bool
    /// For example `42 candidates`.
    var summary: String
    /// What must be known to read the list.
    var note: String
    var gaps: [Gap]
    var pager = Pager()
    /// Where live news of the job come from.
    var eventsPath: String
}

/// The queue of correlations: `GET /correlations`.
struct CorrelationQueuePage: Page {
    static let template = "correlations"

    struct Row: Sendable {
        var number: String
        var path: String
        var state: Badge
        var isOpen: Bool
        /// 0 to 100.
        var percent: Int
        var text: String
        var detail: String?
        var queued: TimeStamp
        var ended: TimeStamp?
        var owner: BureauName
        /// Absent unless the reader may change it.
        var priorities: [Choice]
        var priority: String
        var canCancel: Bool
        var canRetry: Bool
    }

    var tabs: [FilterTab]
    var rows: [Row]
    var pager = Pager()
    var eventsPath: String
}
