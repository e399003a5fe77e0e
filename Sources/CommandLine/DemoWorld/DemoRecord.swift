/// A record of the demo world as a row of an import.
struct DemoRecord: Sendable, Hashable {
    var serial: String
    var otherSerial = ""
    var type: String
    var action: String
    var make: String
    var model: String
    var calibre: String
    var country: String
    var yearMade = ""
    var recordClass: String
    /// ISO 8601.
    var eventDate: String
    var place: String
    var circumstances: String
    var reference: String
    var purpose = "identify-objects"
    var handling = "official-use-only"
    var hiddenFrom = ""

    /// Headings that every import understands without a mapping of its own.
    static let headings = [
        "serial", "other serial", "type", "action", "make", "model", "calibre", "country of manufacture", "year made",
        "class", "event date", "place", "circumstances", "national reference", "purpose", "handling", "hidden from",
    ]

    /// The row's fields in the order of the headings.
    var fields: [String] {
        [
            serial, otherSerial, type, action, make, model, calibre, country, yearMade, recordClass, eventDate, place,
            circumstances, reference, purpose, handling, hiddenFrom,
        ]
    }
}
