import Firearms
import Identity

/// The rules a notice must keep: those of every draft, and what must be there before it is sent.
enum NoticeRules {
    static let longestName = 200
    static let longestText = 10_000
    static let mostItems = 50

    /// What is wrong with a draft; what is missing is not.
    static func failures(_ content: NoticeContent, today: CalendarDate, _ thresholds: NoticeThresholds)
        -> [FieldFailure]
    {
        var failures: [FieldFailure] = []
        func check(_ text: String?, _ field: String, _ longest: Int = longestName) {
            failures += RecordValidation.textFailures(text, field, longest)
        }
        func limit(_ count: Int, _ field: String) { failures += tooMany(count, field) }
        if let person = content.person {
            for (text, field) in person.texts { check(text, "person.\(field)") }
            check(person.distinguishingMarks, "person.distinguishingMarks", longestText)
            failures += lists(
                [
                    ("aliases", person.aliases), ("identityDocuments", person.identityDocuments),
                    ("languages", person.languages),
                ], in: "person")
            limit(person.nationalities.count, "person.nationalities")
            for code in person.eyes where !NoticePerson.eyeColours.contains(code) {
                failures.append(FieldFailure("person.eyes", "unknown-code", value: code))
            }
            for code in person.hair where !NoticePerson.hairColours.contains(code) {
                failures.append(FieldFailure("person.hair", "unknown-code", value: code))
            }
            failures +=
                range(person.height, 0.3...2.8, "person.height") + range(person.weight, 1...650, "person.weight")
            if let birth = person.birthDate, birth.year > Int(today.description.prefix(4)) ?? 9999 {
                failures.append(FieldFailure("person.birthDate", "in-future", value: birth.description))
            }
        }
        limit(content.warrants.count, "warrants")
        for (index, warrant) in content.warrants.prefix(mostItems).enumerated() {
            check(warrant.charge, "warrants[\(index)].charge", longestText)
            check(warrant.chargeTranslation, "warrants[\(index)].chargeTranslation", longestText)
            check(warrant.law, "warrants[\(index)].law")
            check(warrant.reference, "warrants[\(index)].reference")
            limit((warrant.extraditionFrom ?? []).count, "warrants[\(index)].extraditionFrom")
        }
        limit(content.texts.count, "texts")
        for (index, text) in content.texts.prefix(mostItems).enumerated() {
            check(text.text, "texts[\(index)].text", longestText)
            if content.texts[..<index].contains(where: { $0.language == text.language }) {
                failures.append(FieldFailure("texts[\(index)].language", "duplicate-in-file", value: text.language))
            }
        }
        failures += partFailures(content)
        return failures
            + RecordValidation.retentionFailures(
                content.retentionUntil, today: today, longest: thresholds.retentionDays)
    }

    /// What must still be stated before the notice is sent, thresholds included.
    static func missing(_ content: NoticeContent, _ thresholds: NoticeThresholds) -> [FieldFailure] {
        var failures: [FieldFailure] = []
        func require(_ isThere: Bool, _ field: String) {
            if !isThere { failures.append(FieldFailure(field, "required")) }
        }
        if content.colour.isAboutPerson {
            require(!(content.person?.name ?? "").isEmpty, "person.name")
            require(content.person?.birthDate != nil, "person.birthDate")
            require(!(content.person?.nationalities ?? []).isEmpty, "person.nationalities")
        }
        switch content.colour {
        case .red:
            require(!content.warrants.isEmpty, "warrants")
            for (index, warrant) in content.warrants.enumerated() {
                require(!warrant.charge.isEmpty, "warrants[\(index)].charge")
                failures += threshold(warrant, index, thresholds)
            }
        case .yellow, .black:
            require(content.event?.date != nil, "event.date")
            require(content.event?.country != nil, "event.country")
        case .purple:
            require(!(content.modusOperandi?.kinds ?? []).isEmpty, "modusOperandi.kinds")
            require(!(content.modusOperandi?.method ?? "").isEmpty, "modusOperandi.method")
        case .unitedNations:
            require(!(content.listing?.reference ?? "").isEmpty, "listing.reference")
            require(!(content.person?.name ?? content.entity?.name ?? "").isEmpty, "person.name")
        case .blue, .green, .orange, .silver: require(!content.texts.isEmpty, "texts")
        }
        return failures
    }

    /// A warrant states a maximum penalty or a sentence, and the stated one reaches its threshold.
    private static func threshold(
        _ warrant: ArrestWarrant, _ index: Int, _ thresholds: NoticeThresholds
    ) -> [FieldFailure] {
        let field = "warrants[\(index)]"
        if let sentence = warrant.sentenceMonths {
            guard sentence < Double(thresholds.leastSentenceMonths) else { return [] }
            return [
                FieldFailure(
                    "\(field).sentenceMonths", "below-threshold", value: "\(sentence)",
                    arguments: ["minimum": "\(thresholds.leastSentenceMonths)"]
                )
            ]
        }
        guard let penalty = warrant.maximumPenaltyYears else {
            return [FieldFailure("\(field).maximumPenaltyYears", "required")]
        }
        guard penalty < Double(thresholds.leastMaximumPenaltyYears) else { return [] }
        return [
            FieldFailure(
                "\(field).maximumPenaltyYears", "below-threshold", value: "\(penalty)",
                arguments: ["minimum": "\(thresholds.leastMaximumPenaltyYears)"]
            )
        ]
    }

    private static func range(_ value: Double?, _ range: ClosedRange<Double>, _ field: String) -> [FieldFailure] {
        guard let value, !range.contains(value) else { return [] }
        return [
            FieldFailure(
                field, "out-of-range", value: "\(value)",
                arguments: ["minimum": "\(range.lowerBound)", "maximum": "\(range.upperBound)"]
            )
        ]
    }
}

extension NoticePerson {
    /// Its short texts with the names of their fields.
    fileprivate var texts: [(String?, String)] {
        [
            (name, "name"), (forename, "forename"), (birthName, "birthName"), (birthPlace, "birthPlace"),
            (nameInOriginalScript, "nameInOriginalScript"), (forenameInOriginalScript, "forenameInOriginalScript"),
            (fatherName, "fatherName"), (fatherForename, "fatherForename"), (motherName, "motherName"),
            (motherForename, "motherForename"), (profession, "profession"),
        ]
    }
}
