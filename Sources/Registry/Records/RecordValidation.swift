import Firearms
import Storage

/// The rules a record's content must keep. All failures are found at once.
enum RecordValidation {
    private static let longestShortText = 200
    private static let longestLongText = 10_000
    private static let mostNumbers = 20
    private static let mostMarks = 50

    static func failures(
        _ content: RecordContent, today: CalendarDate, settings: RegistrySettings
    ) -> [FieldFailure] {
        firearmFailures(content.firearm, today: today) + eventFailures(content, today: today)
            + retentionFailures(
                content.retentionUntil, today: today, longest: settings.recordRetentionDays)
    }

    private static func firearmFailures(_ firearm: Firearm, today: CalendarDate) -> [FieldFailure] {
        var failures: [FieldFailure] = []
        func check(_ text: String?, _ field: String, _ longest: Int = longestShortText) {
            failures += textFailures(text, field, longest)
        }
        check(firearm.typeWritten, "firearm.typeWritten")
        check(firearm.make, "firearm.make")
        check(firearm.model, "firearm.model")
        check(firearm.calibre, "firearm.calibre")
        check(firearm.importer, "firearm.importer")
        check(firearm.finish, "firearm.finish")
        let thisYear = Int(today.description.prefix(4)) ?? 9999
        for (year, field) in [(firearm.yearMade, "firearm.yearMade"), (firearm.importYear, "firearm.importYear")] {
            if let year, !(1500...thisYear).contains(year) {
                failures.append(
                    FieldFailure(
                        field, "out-of-range", value: "\(year)",
                        arguments: ["minimum": "1500", "maximum": "\(thisYear)"]
                    )
                )
            }
        }
        if let length = firearm.barrelLengthMillimetres, !(10...3000).contains(length) {
            failures.append(
                FieldFailure(
                    "firearm.barrelLengthMillimetres", "out-of-range", value: "\(length)",
                    arguments: ["minimum": "10", "maximum": "3000"]
                )
            )
        }
        if firearm.numbers.count > mostNumbers {
            failures.append(FieldFailure("firearm.numbers", "too-many", arguments: ["maximum": "\(mostNumbers)"]))
        }
        for (index, number) in firearm.numbers.prefix(mostNumbers).enumerated() {
            check(number.text, "firearm.numbers[\(index)].text", 100)
            if number.state == .legible, number.pattern.isEmpty {
                failures.append(FieldFailure("firearm.numbers[\(index)].text", "required", value: number.text))
            }
        }
        if firearm.marks.count > mostMarks {
            failures.append(FieldFailure("firearm.marks", "too-many", arguments: ["maximum": "\(mostMarks)"]))
        }
        for (index, mark) in firearm.marks.prefix(mostMarks).enumerated() {
            check(mark.text, "firearm.marks[\(index)].text")
            check(mark.place, "firearm.marks[\(index)].place")
        }
        let isDescribed =
            !(firearm.make ?? "").isEmpty || firearm.type != nil
            || firearm.numbers.contains { !$0.pattern.isEmpty }
        if !isDescribed { failures.append(FieldFailure("firearm.numbers", "nothing-to-find-it-by")) }
        return failures
    }

    private static func eventFailures(_ content: RecordContent, today: CalendarDate) -> [FieldFailure] {
        var failures =
            textFailures(content.place, "place", longestShortText)
            + textFailures(content.circumstances, "circumstances", longestLongText)
            + textFailures(content.nationalReference, "nationalReference", longestShortText)
        if let date = content.eventDate, date > today {
            failures.append(FieldFailure("eventDate", "in-future", value: date.description))
        }
        if let end = content.eventDateEnd {
            if end > today { failures.append(FieldFailure("eventDateEnd", "in-future", value: end.description)) }
            if let start = content.eventDate, end < start {
                failures.append(
                    FieldFailure(
                        "eventDateEnd", "before-start", value: end.description, arguments: ["start": start.description]
                    )
                )
            }
        }
        return failures
    }

    /// - Parameter longest: days from today that something may be kept at first.
    static func retentionFailures(
        _ until: CalendarDate?, today: CalendarDate, longest: Int
    ) -> [FieldFailure] {
        guard let until else { return [] }
        let latest = today.adding(days: longest)
        if until < today { return [FieldFailure("retentionUntil", "in-past", value: until.description)] }
        if until > latest {
            return [
                FieldFailure(
                    "retentionUntil", "too-late", value: until.description, arguments: ["latest": latest.description]
                )
            ]
        }
        return []
    }

    static func textFailures(_ text: String?, _ field: String, _ longest: Int) -> [FieldFailure] {
        guard let text else { return [] }
        if text.unicodeScalars.count > longest {
            return [FieldFailure(field, "too-long", value: text, arguments: ["maximum": "\(longest)"])]
        }
        let hasControl = text.utf8.contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09) || $0 == 0x7F }
        return hasControl ? [FieldFailure(field, "control-characters", value: text)] : []
    }
}

extension CalendarDate {
    /// The day so many days later, or earlier for a negative number.
    func adding(days: Int) -> CalendarDate {
        guard let noon = Moment("\(description)T12:00:00.000Z") else { return self }
        return CalendarDate(noon.adding(days: Int64(days)))
    }
}
