/// Choosing a file: `GET /imports/new`; `POST /imports` as multipart with the fields `kind` and `file`.
struct ImportUploadPage: Page {
    static let template = "import-upload"

    /// An import made earlier by the bureau.
    struct Earlier: Sendable {
        var path: String
        var file: String
        var time: TimeStamp
        var state: Badge
        /// For example `630 accepted, 5 refused`.
        var summary: String
    }

    /// What the rows are: `firearm`, `document` or `vehicle`.
    var kind = ChoiceField()
    /// For example `100 MB`.
    var largestFile: String
    var errors: [FieldError] = []
    var earlier: [Earlier] = []
}

/// Which column holds what: `GET /imports/{id}`; `POST /imports/{id}/mapping` with fields `columns-0`, `columns-1`,
/// …, `defaultClass`, `defaultPurpose`, `defaultHandling`, `dayComesFirst`, `remember`.
struct ImportMappingPage: Page {
    static let template = "import-mapping"

    struct Column: Sendable {
        var index: Int
        var heading: String
        /// The first values of the column.
        var samples: [String]
        /// The fields, the suggested or chosen one selected; an empty value leaves the column out.
        var field: ChoiceField
        /// Whether the choice was suggested, not made.
        var isSuggested: Bool
    }

    var identifier: String
    var fileName: String
    /// For example `UTF-8, semicolon, 12 columns`.
    var format: String
    var columns: [Column]
    var defaultClass = ChoiceField()
    var defaultPurpose = ChoiceField()
    var defaultHandling = ChoiceField()
    var dayComesFirst = ChoiceField()
    /// Whether the columns are to be kept for the bureau's next file with the same headings.
    var remembers = false
    var errors: [FieldError] = []
}

/// What the headings of a file of documents or vehicles say: `GET /imports/{id}`; `POST /imports/{id}/mapping` with
/// fields `defaultClass`, `defaultPurpose`, `defaultHandling`, `dayComesFirst`.
struct ImportObjectsPage: Page {
    static let template = "import-objects"

    struct Column: Sendable {
        var heading: String
        /// The first values of the column.
        var samples: [String]
        /// The field that the heading names; absent where it names none.
        var field: String?
    }

    var identifier: String
    var fileName: String
    /// For example `UTF-8, semicolon, 12 columns`.
    var format: String
    var columns: [Column]
    var defaultClass = ChoiceField()
    var defaultPurpose = ChoiceField()
    var defaultHandling = ChoiceField()
    var dayComesFirst = ChoiceField()
    var errors: [FieldError] = []
}

/// What a dry run found: `GET /imports/{id}`; `POST /imports/{id}/start` begins the import.
struct ImportVerdictPage: Page {
    static let template = "import-verdict"

    /// Why a row was refused or accepted with a warning.
    struct Row: Sendable {
        /// The row's number in the file, as a spreadsheet counts.
        var number: String
        /// `warned` or `refused`.
        var verdict: Badge
        var field: String
        var value: String?
        var reason: String
    }

    var identifier: String
    var fileName: String
    var counts: [ImportCount]
    /// The first of them; all refused ones are in the file at `refusedPath`.
    var rows: [Row]
    /// For example `The first 200 of 1 312 rows`, if there are more.
    var more: String?
    /// Absent where no row is refused.
    var refusedPath: String?
    /// Back to the columns.
    var mappingPath: String
    /// Whether any row can be imported.
    var mayStart: Bool
    /// How much of each column was understood; absent where no column holds more than free text.
    var understanding: UnderstandingView?
    /// What was wrong with a correction.
    var errors: [FieldError] = []
}

/// An import or a dry run at work: `GET /imports/{id}`, renewed by a script from `progress.json`.
///
/// The script reads `{"state": "running", "percent": 42, "text": "…"}` and loads the page anew at any other state.
struct ImportProgressPage: Page {
    static let template = "import-progress"

    var identifier: String
    var fileName: String
    /// Whether nothing is written yet.
    var isDryRun: Bool
    /// 0 to 100.
    var percent: Int
    /// For example `210 000 rows read`.
    var text: String
}

/// What an import did: `GET /imports/{id}`.
struct ImportDonePage: Page {
    static let template = "import-done"

    var identifier: String
    var fileName: String
    var counts: [ImportCount]
    /// Why it stopped before the end; absent when it did not.
    var failure: String?
    /// When the file was uploaded.
    var text: String?
    /// Absent where no row was refused.
    var refusedPath: String?
    /// The bureau's records.
    var recordsPath: String
    /// How much of each column was understood; absent where no column holds more than free text.
    var understanding: UnderstandingView?
    /// What was wrong with a correction.
    var errors: [FieldError] = []
}

/// A number of rows with one verdict.
struct ImportCount: Sendable {
    /// `total`, `accepted`, `warned` or `refused`; chooses the look.
    let code: String
    let label: String
    let number: String

    init(_ code: String, _ count: Int, in language: Language) {
        self.code = code
        label = language.label("import-verdict", code)
        number = language.number(count)
    }
}
