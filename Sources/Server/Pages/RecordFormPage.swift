/// Entering or changing a record: `GET /records/new`, `GET /records/{number}/edit`; sent to `action`.
///
/// Fields are named as ``FieldName`` names the registry's paths: `recordClass`, `make`, `numbers-0-text`, …
struct RecordFormPage: Page {
    static let template = "record-form"

    /// One row of the table of numbers.
    struct NumberRow: Sendable {
        var index: Int
        var text = TextField()
        var part = ChoiceField()
        var state = ChoiceField()
    }

    /// One row of the table of marks.
    struct MarkRow: Sendable {
        var index: Int
        var text = TextField()
        var kind = ChoiceField()
        var place = TextField()
    }

    /// The number of the record that is changed; `nil` for a new one.
    var number: String?
    /// Where the form is sent: `/records` or `/records/{number}`.
    var action: String
    /// The version that is changed; `nil` for a new record.
    var version: Int?
    /// Sent along, so that a form sent twice makes one record.
    var idempotencyKey: String?
    /// Back without saving.
    var cancelPath: String
    var errors: [FieldError] = []

    var recordClass = ChoiceField()
    var eventDate = TextField()
    var eventDateEnd = TextField()
    var place = TextField()
    var circumstances = TextField()
    var nationalReference = TextField()
    var purpose = ChoiceField()
    var handling = ChoiceField()
    var retentionUntil = TextField()
    /// Countries to tick, by the value ISO 3166-1 alpha-2.
    var hiddenFrom: [Choice] = []
    /// Whether any of them is ticked, so that the list starts open.
    var hidesFromAny = false

    var type = ChoiceField()
    var make = TextField()
    var model = TextField()
    var calibre = TextField()
    var firearmAction = ChoiceField()
    var countryOfManufacture = ChoiceField()
    var yearMade = TextField()
    var countryOfImport = ChoiceField()
    var importer = TextField()
    var importYear = TextField()
    var barrelLengthMillimetres = TextField()
    var finish = TextField()
    var conversion = ChoiceField()
    /// Some blank rows at the end leave room for more; rows sent blank are to be ignored.
    var numbers: [NumberRow]
    var marks: [MarkRow]
    /// Names offered while the make is typed.
    var makes: [String] = []
    /// Names offered while the calibre is typed.
    var calibres: [String] = []
    /// What was changed and why; shown for changes only.
    var reason = TextField()
}
