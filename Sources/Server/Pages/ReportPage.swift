/// A report of an examination: `GET /reports/{number}`. Prints on paper as it stands.
struct ReportPage: Page {
    static let template = "report"

    /// A label and what it stands for.
    struct Fact: Sendable {
        var label: String
        var text: String
    }

    /// A mark in the preparation in which it was seen.
    struct Mark: Sendable {
        var number: String
        var label: String
        /// SHA-256 of the picture; absent where the mark has no preparation.
        var picture: String?
        var picturePath: String?
        var facts: [Fact]
        /// The steps of the preparation with their settings, each in a line.
        var steps: [String]
    }

    struct Exhibit: Sendable {
        var number: String
        var facts: [Fact]
        var marks: [Mark]
    }

    /// What the engine made of two marks.
    struct Comparison: Sendable {
        var marks: String
        var score: String
        var agreeing: String
        var evidence: String
        /// Method and settings, reference set, and whether it was of the preparations that were seen.
        var detail: String
    }

    /// A conclusion with its signature.
    struct Signed: Sendable {
        var conclusion: Badge
        var heading: String
        var signature: String
        var time: TimeStamp
        var reasons: String
        var facts: [Fact]
    }

    struct Step: Sendable {
        var label: String
        var time: TimeStamp
        var user: String
        var note: String
    }

    struct Snapshot: Sendable {
        var picture: String
        var path: String
        var caption: String
    }

    var number: String
    var examination: String
    var laboratory: String
    var issued: TimeStamp
    var issuer: String
    var hash: String
    var supersededBy: String?
    var facts: [Fact]
    var exhibits: [Exhibit]
    var comparisons: [Comparison]
    var conclusions: [Signed]
    var steps: [Step]
    /// Mark and place, then what was noted and by whom.
    var notes: [Fact]
    var snapshots: [Snapshot]
}

/// Where anybody holds a report against the installation: `GET /report-check`.
struct ReportCheckPage: Page {
    static let template = "report-check"

    /// What was found.
    struct Finding: Sendable {
        var isGenuine: Bool
        var text: String
        /// The report's page.
        var path: String?
    }

    var hash = TextField()
    var finding: Finding?
    var errors: [FieldError] = []
}
