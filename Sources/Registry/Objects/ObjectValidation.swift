import Storage

/// The rules that the content of every record of a document or vehicle must keep. All failures are found at once.
enum ObjectValidation {
    static func failures<Object>(
        _ content: ObjectContent<Object>, today: CalendarDate, settings: RegistrySettings
    ) -> [FieldFailure] {
        var failures = content.object.failures(today: today).map { failure in
            var failure = failure
            failure.field = "\(Object.kind.rawValue).\(failure.field)"
            return failure
        }
        failures += RecordValidation.textFailures(content.place, "place", 200)
        failures += RecordValidation.textFailures(content.circumstances, "circumstances", 10_000)
        failures += RecordValidation.textFailures(content.nationalReference, "nationalReference", 200)
        if let date = content.eventDate, date > today {
            failures.append(FieldFailure("eventDate", "in-future", value: date.description))
        }
        return failures
            + RecordValidation.retentionFailures(
                content.retentionUntil, today: today, longest: settings.recordRetentionDays)
    }
}
