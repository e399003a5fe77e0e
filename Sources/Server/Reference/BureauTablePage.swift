/// A bureau's own share of the reference table: `GET /reference-table`; `POST /reference-table/rows` as multipart with
/// the field `file`; `POST /reference-table/corrections` with `field`, `written`, `meaning`.
struct BureauTablePage: Page {
    static let template = "reference-table"

    /// A decision about a spelling.
    struct CorrectionRow: Sendable {
        var identifier: String
        var field: String
        var written: String
        var meaning: String
        var user: String
        var time: TimeStamp
    }

    /// A make, model or calibre of the bureau's own.
    struct OwnRow: Sendable {
        var kind: String
        var kindCode: String
        var key: String
        var name: String
        var aliases: String
    }

    /// What became of a row of a file.
    struct Verdict: Sendable {
        var line: String
        var outcome: Badge
        var key: String
        var reasons: String
    }

    /// A file that can be downloaded.
    struct Export: Sendable {
        var path: String
        var label: String
    }

    var corrections: [CorrectionRow] = []
    var rows: [OwnRow] = []
    var verdicts: [Verdict] = []
    var exports: [Export] = []
    /// Whether records are being brought in line at the moment.
    var isAtWork = false
    /// Whether an import was refused as a whole.
    var isRefused = false
    var field = ChoiceField()
    var written = TextField()
    var meaning = TextField()
    var errors: [FieldError] = []
}
