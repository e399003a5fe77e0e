import Firearms
import Foundation
import Registry
import Storage

/// Reads cases, events and steps of custody from the fields of a form, noting every field that cannot be read.
struct CaseFormInput {
    let fields: FormFields
    private(set) var failures: [FieldFailure] = []

    init(_ fields: FormFields) { self.fields = fields }

    var caseContent: CaseContent {
        CaseContent(
            title: fields["title"] ?? "", laboratory: fields["laboratory"] ?? "", reference: fields["reference"],
            summary: text("summary")
        )
    }

    /// Several lines, whose ends browsers send as two characters.
    func text(_ name: String) -> String? { fields[name]?.replacing("\r\n", with: "\n") }

    /// An event; nil where nothing of it was filled in.
    /// - Parameter isOptional: whether a form without a kind of event means that there is none.
    mutating func event(isOptional: Bool = false) -> EventContent? {
        if isOptional, fields["kind"] == nil { return nil }
        var event = EventContent(kind: read("kind", "unknown-code") { EventKind(rawValue: $0) } ?? .other)
        if fields["kind"] == nil { failures.append(FieldFailure("kind", "required")) }
        event.from = read("from", "not-a-date") { CalendarDate($0) }
        event.until = read("until", "not-a-date") { CalendarDate($0) }
        event.country = read("country", "unknown-code") { Country($0) }
        event.locality = fields["locality"]
        event.distanceToBorderKilometres = number("distanceToBorderKilometres")
        let (latitude, longitude) = (number("latitude"), number("longitude"))
        if let latitude, let longitude {
            event.coordinates = Coordinates(latitude: latitude, longitude: longitude)
            if event.coordinates == nil { failures.append(FieldFailure("latitude", "not-a-place")) }
        } else if latitude != nil || longitude != nil {
            failures.append(FieldFailure(latitude == nil ? "latitude" : "longitude", "required"))
        }
        return event
    }

    mutating func custody() -> (content: CustodyContent, happenedAt: Moment)? {
        let content = CustodyContent(
            kind: read("custodyKind", "unknown-code") { CustodyKind(rawValue: $0) } ?? .secured,
            person: fields["person"] ?? "", place: fields["custodyPlace"], note: text("note")
        )
        // Browsers send the local form without seconds; the form asks for UTC.
        let moment = read("happenedAt", "not-a-date") { Moment("\($0):00.000Z") ?? Moment("\($0).000Z") ?? Moment($0) }
        if fields["happenedAt"] == nil { failures.append(FieldFailure("happenedAt", "required")) }
        return moment.map { (content, $0) }
    }

    mutating func number(_ name: String) -> Double? {
        read(name, "not-a-number") { text in
            Double(text.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil }
        }
    }

    mutating func integer(_ name: String) -> Int? { read(name, "not-a-number") { Int($0) } }

    mutating func read<Value>(_ name: String, _ code: String, _ read: (String) -> Value?) -> Value? {
        guard let text = fields[name] else { return nil }
        if let value = read(text) { return value }
        failures.append(FieldFailure(name, code, value: text))
        return nil
    }
}
