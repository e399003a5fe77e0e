/// Planted tests and error rates, for quality managers: `GET /quality`.
struct QualityPage: Page {
    static let template = "quality"

    /// One rate with its interval.
    struct Rate: Sendable {
        var label: String
        /// For example `1 of 12`.
        var count: String
        /// For example `8.3 %`; a dash of no cases.
        var share: String
        /// For example `0.4 % – 35.4 %`.
        var interval: String
    }

    struct Test: Sendable {
        var number: String
        var path: String
        var truth: Badge
        var state: Badge
        var planted: TimeStamp
        var plantedBy: String
        var note: String?
        var conclusions: [Badge]
    }

    var byConclusion: [Rate]
    var byOutcome: [Rate]
    var tests: [Test]
    var first = TextField()
    var second = TextField()
    var note = TextField()
    var truths: [Choice]
    var isPlanting = false
    var errors: [FieldError] = []
}

/// What laboratories did: `GET /laboratory-statistics`.
struct LaboratoryStatisticsPage: Page {
    static let template = "laboratory-statistics"

    struct Row: Sendable {
        var bureau: BureauName
        var entries: String
        var leads: String
        var hits: String
        var refuted: String
        var entryToCorrelation: String
        var entryToLead: String
        var leadToHit: String
        /// For each rank, for example `first 10: 7 of 8`.
        var recall: [String]
    }

    var rows: [Row]
    /// The days of the span, as in the address.
    var from = TextField()
    var until = TextField()
    var errors: [FieldError] = []
}
