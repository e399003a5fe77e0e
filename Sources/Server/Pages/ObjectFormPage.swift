/// Entering or changing a record of a document or vehicle: `GET /documents/new`, `GET /documents/{number}/edit`; sent to
/// `action`. Vehicles alike.
struct ObjectFormPage: Page {
    static let template = "object-form"

    /// For example `New record of a travel document`.
    var title: String
    /// The number of the record that is changed; `nil` for a new one.
    var number: String?
    /// Where the form is sent.
    var action: String
    /// The version that is changed; `nil` for a new record.
    var version: Int?
    /// Back without saving.
    var cancelPath: String
    var errors: [FieldError] = []
    /// What the object is called.
    var objectTitle: String
    var objectFields: [FormField]
    var eventFields: [FormField]
    var handlingFields: [FormField]
    /// Countries to tick.
    var hiddenFrom: [Choice]
    /// Whether any of them is ticked, so that the list starts open.
    var hidesFromAny: Bool
    /// What was changed and why; shown for changes only.
    var reason: TextField
}
