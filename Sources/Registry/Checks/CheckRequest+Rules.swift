import Firearms
import Identity
import Storage

extension CheckRequest {
    /// What is wrong with the check, all at once; the fields of a firearm without `firearm.` before them.
    var failures: [FieldFailure] {
        var failures: [FieldFailure] = []
        if firearm == nil, document == nil, vehicle == nil, person == nil, zone == nil {
            failures.append(FieldFailure("serial", "nothing-to-check"))
        }
        failures += firearm?.failures ?? []
        failures += Self.below("document", document?.failures ?? [])
        failures += Self.below("vehicle", vehicle?.completed().failures(today: Self.endOfTime) ?? [])
        failures += Self.below("person", person?.failures ?? [])
        if let zone {
            do {
                _ = try MachineReadableZone(zone)
            } catch {
                failures.append(FieldFailure("mrz", "zone-\(error.code.rawValue)", value: zone))
            }
        }
        return failures
            + Self.lengthFailures([
                ("place", place), ("device", device), ("operation", operation), ("reference", reference),
            ])
    }

    /// A vehicle that is checked may have any year.
    private static let endOfTime = CalendarDate(Moment(milliseconds: 253_000_000_000_000))

    private static func below(_ name: String, _ failures: [FieldFailure]) -> [FieldFailure] {
        failures.map { failure in
            var failure = failure
            failure.field = "\(name).\(failure.field)"
            return failure
        }
    }

    /// Texts of more than 200 characters, which no field of a check holds.
    static func lengthFailures(_ texts: [(field: String, text: String?)]) -> [FieldFailure] {
        texts.compactMap { field, text in
            guard let text, text.unicodeScalars.count > 200 else { return nil }
            return FieldFailure(field, "too-long", value: text, arguments: ["maximum": "200"])
        }
    }
}
