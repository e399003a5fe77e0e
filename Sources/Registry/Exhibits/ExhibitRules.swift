import Firearms

/// The rules that cases, events, exhibits, steps of custody and marks must keep. All failures are found at once.
enum ExhibitRules {
    private static let longestName = 200
    private static let longestShort = 100
    private static let longestText = 10_000
    private static let mostCountries = 50

    static func failures(_ content: CaseContent) -> [FieldFailure] {
        required(content.title, "title", longestName) + required(content.laboratory, "laboratory", longestName)
            + RecordValidation.textFailures(content.reference, "reference", longestShort)
            + RecordValidation.textFailures(content.summary, "summary", longestText)
    }

    /// - Parameter path: what stands before the names of fields, such as `events[0].`.
    static func failures(_ content: EventContent, today: CalendarDate, path: String = "") -> [FieldFailure] {
        var failures = RecordValidation.textFailures(content.locality, path + "locality", longestName)
        for (day, field) in [(content.from, "from"), (content.until, "until")] {
            guard let day, day > today else { continue }
            failures.append(FieldFailure(path + field, "in-future", value: day.description))
        }
        if let until = content.until {
            if let from = content.from {
                if until < from {
                    failures.append(
                        FieldFailure(
                            path + "until", "before-start", value: until.description,
                            arguments: ["start": from.description]
                        )
                    )
                }
            } else {
                failures.append(FieldFailure(path + "from", "required"))
            }
        }
        // The Earth's surface has no place further from a land border than some thousand kilometres.
        failures += range(content.distanceToBorderKilometres, 0...5_000, path + "distanceToBorderKilometres")
        return failures
    }

    static func failures(
        _ content: ExhibitContent, today: CalendarDate, settings: RegistrySettings
    ) -> [FieldFailure] {
        var failures: [FieldFailure] = []
        func check(_ text: String?, _ field: String, _ longest: Int) {
            failures += RecordValidation.textFailures(text, field, longest)
        }
        check(content.calibre, "calibre", longestName)
        check(content.ammunition, "ammunition", longestName)
        check(content.firearmRecord, "firearmRecord", longestShort)
        check(content.label, "label", longestShort)
        check(content.remarks, "remarks", longestText)
        failures += traitFailures(content.characteristics, of: content.kind)
        failures += range(content.circumstances.firearmsTogether.map(Double.init), 0...10_000, "firearmsTogether")
        if content.hiddenFrom.count > mostCountries {
            failures.append(FieldFailure("hiddenFrom", "too-many", arguments: ["maximum": "\(mostCountries)"]))
        }
        return failures
            + RecordValidation.retentionFailures(
                content.retentionUntil, today: today, longest: settings.recordRetentionDays)
    }

    /// Class characteristics that the other kind of exhibit has are mistakes of entry, not facts.
    private static func traitFailures(_ traits: ClassCharacteristics, of kind: ExhibitKind) -> [FieldFailure] {
        let ofBullets: [(String, Bool)] = [
            ("lands", traits.lands != nil), ("twist", traits.twist != nil), ("landWidth", traits.landWidth != nil),
            ("grooveWidth", traits.grooveWidth != nil),
        ]
        let ofCases: [(String, Bool)] = [
            ("firingPinShape", traits.firingPinShape != nil), ("breechFaceClass", traits.breechFaceClass != nil),
            ("ejectorPosition", traits.ejectorPosition != nil), ("extractorPosition", traits.extractorPosition != nil),
        ]
        let foreign = kind == .bullet ? ofCases : ofBullets
        return foreign.filter(\.1).map { FieldFailure("characteristics.\($0.0)", "not-of-this-kind") }
            + range(traits.lands.map(Double.init), 2...24, "characteristics.lands")
            + range(traits.landWidth, 100...10_000, "characteristics.landWidth")
            + range(traits.grooveWidth, 100...10_000, "characteristics.grooveWidth")
            + range(traits.ejectorPosition, 0...360, "characteristics.ejectorPosition")
            + range(traits.extractorPosition, 0...360, "characteristics.extractorPosition")
    }

    static func failures(_ content: CustodyContent) -> [FieldFailure] {
        required(content.person, "person", longestName)
            + RecordValidation.textFailures(content.place, "place", longestName)
            + RecordValidation.textFailures(content.note, "note", 1_000)
    }

    static func failures(ofLabel label: String) -> [FieldFailure] { required(label, "label", longestShort) }

    static func failures(ofReason reason: String) -> [FieldFailure] { required(reason, "reason", 1_000) }

    private static func required(_ text: String, _ field: String, _ longest: Int) -> [FieldFailure] {
        text.allSatisfy(\.isWhitespace)
            ? [FieldFailure(field, "required")] : RecordValidation.textFailures(text, field, longest)
    }

    private static func range(_ value: Double?, _ range: ClosedRange<Double>, _ field: String) -> [FieldFailure] {
        guard let value, !range.contains(value) else { return [] }
        func text(_ number: Double) -> String { Int(exactly: number).map { "\($0)" } ?? "\(number)" }
        return [
            FieldFailure(
                field, "out-of-range", value: text(value),
                arguments: ["minimum": text(range.lowerBound), "maximum": text(range.upperBound)]
            )
        ]
    }
}
