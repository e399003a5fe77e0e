/// Exhibits in a list: `GET /exhibits` with `text`, `kind`, `calibre`, `submission`, `bureau`, `country`, `from`, `until`,
/// `after`.
struct ExhibitListPage: Page {
    static let template = "exhibits"

    struct Row: Sendable {
        var number: String
        var path: String
        /// Absent where no mark has a picture yet.
        var thumbnail: String?
        /// What it is, in a line.
        var heading: String
        var kind: Badge
        var submission: Badge?
        var handling: Badge?
        /// The event in a line.
        var event: String
        var caseNumber: String
        var owner: BureauName
        var marks: String
    }

    var text: String = ""
    var kind = ChoiceField()
    var calibre = ChoiceField()
    var submission = ChoiceField()
    var bureau = ChoiceField()
    var from: String = ""
    var until: String = ""
    var rows: [Row]
    var pager = Pager()
    /// The cases of the bureau; absent where the reader has none.
    var casesPath: String?
    var newPath: String?
    var isFiltered = false
}

/// An exhibit: `GET /exhibits/{number}`.
struct ExhibitPage: Page {
    static let template = "exhibit"

    struct Mark: Sendable {
        var number: String
        var path: String
        var label: String
        var kind: String
        var thumbnail: String?
        /// `ready`, `waiting`, `refused` or `empty`.
        var state: Badge
        /// The gravest finding in words.
        var finding: String?
    }

    struct Fact: Sendable {
        var name: String
        var value: String
        var path: String?
    }

    struct Step: Sendable {
        var kind: String
        var person: String
        var place: String?
        var note: String?
        var time: TimeStamp
        var entered: TimeStamp
        var enteredBy: String
    }

    struct Version: Sendable {
        var number: Int
        var time: TimeStamp
        var actor: String
        var submission: String
        var reason: String?
    }

    /// What the rule says and who decides.
    struct Submission: Sendable {
        var state: Badge
        /// Every reason that holds, in words.
        var reasons: [String]
        /// What nobody has stated, in words.
        var notStated: [String]
        var mayDecide: Bool
        var maySubmit: Bool
        var mayKeep: Bool
    }

    /// Entering marks and their scans.
    struct Upload: Sendable {
        var kinds: [Choice]
        /// The largest file in words.
        var largest: String
    }

    var number: String
    var version: Int
    var heading: String
    var badges: [Badge]
    var marks: [Mark]
    /// Whether a scan is still being prepared, so that the page renews itself.
    var isWaiting: Bool
    var facts: [Fact]
    var remarks: String?
    var event: [Fact]
    var custody: [Step]
    var custodyKinds: [Choice]
    var versions: [Version]
    var owner: BureauName
    var caseNumber: String
    var casePath: String?
    var purpose: String
    var created: TimeStamp
    var retention: TimeStamp?
    var hiddenFrom: [CountryName]
    var submission: Submission
    var editPath: String?
    var upload: Upload?
    var mayEnterCustody: Bool
}

/// The form of an exhibit: `GET /exhibits/new?case=`, `GET /exhibits/{number}/edit`.
struct ExhibitFormPage: Page {
    static let template = "exhibit-form"

    var action: String
    var cancelPath: String
    var number: String?
    var version: Int?
    var caseNumber: String
    var errors: [FieldError] = []
    var event: ChoiceField
    var kind: ChoiceField
    var isTestFire: Bool
    var calibre: TextField
    var calibres: [String]
    var label: TextField
    var ammunition: TextField
    var firearmRecord: TextField
    var remarks: TextField
    var lands: TextField
    var twist: ChoiceField
    var landWidth: TextField
    var grooveWidth: TextField
    var firingPinShape: ChoiceField
    var breechFaceClass: ChoiceField
    var ejectorPosition: TextField
    var extractorPosition: TextField
    var isFromBorderOfficers: Bool
    var isFromSuspectedTrafficker: Bool
    var firearmsTogether: TextField
    var isPossessorResidentElsewhere: Bool
    var purpose: ChoiceField
    var handling: ChoiceField
    var hiddenFrom: [Choice]
    var hidesFromAny: Bool
    var retentionUntil: TextField
    var reason: TextField
}
