import Firearms
import Identity
import Registry
import Storage

extension RecordReport {
    /// The report of a notice as the second step of a check: who the person or entity is and what is asked.
    init(_ notice: Notice, bureaus: BureauNames, in language: Language, hits: [Hit], match: Match) {
        let content = notice.content
        let brief = HitRecord.notice(NoticeBrief(notice))
        self.init(
            number: notice.number, version: notice.version, heading: brief.heading ?? notice.number,
            collectionPath: "/notices",
            object: ObjectDescription(
                title: language.text(
                    content.person == nil && content.entity != nil ? "object.entity" : "object.person"),
                serial: nil,
                facts: (Self.facts(content, language) + Self.entityFacts(content)).compactMap { key, value in
                    value.flatMap { $0.isEmpty ? nil : .init(label: language.text(key), value: $0) }
                }
            ),
            recordClass: language.classBadge(brief), status: language.statusBadge(brief),
            handling: language.badge("handling", content.handling.rawValue), owner: bureaus[notice.bureau],
            purpose: language.label("purpose", content.purpose.rawValue),
            date: content.event?.date?.description, place: content.event?.place,
            circumstances: (content.texts.first { $0.language == language.code } ?? content.texts.first)?.text,
            created: TimeStamp((notice.publishedAt ?? notice.createdAt).description),
            retention: content.retentionUntil.map { TimeStamp($0.description) },
            match: match, hits: hits.map { HitLink($0, in: language) }
        )
    }

    private static func facts(_ content: NoticeContent, _ language: Language) -> [(String, String?)] {
        let person = content.person
        let original = [person?.forenameInOriginalScript, person?.nameInOriginalScript].compactMap { $0 }
        return [
            ("field.name", person.map { [$0.forename, $0.name].compactMap { $0 }.joined(separator: " ") }),
            ("field.original-name", original.joined(separator: " ")),
            ("field.aliases", person?.aliases.joined(separator: ", ")),
            ("field.birth-date", person?.birthDate?.description),
            ("field.birth-place", person?.birthPlace),
            ("field.nationality", person?.nationalities.map { language.country($0.code) }.joined(separator: ", ")),
            ("field.marks", person?.distinguishingMarks),
            ("field.charges", content.warrants.map { $0.chargeTranslation ?? $0.charge }.joined(separator: "; ")),
            (
                "field.wanted-by",
                content.warrants.map { language.country($0.issuingCountry.code) }.joined(separator: ", ")
            ),
        ]
    }

    private static func entityFacts(_ content: NoticeContent) -> [(String, String?)] {
        guard let entity = content.entity else { return [] }
        return [
            ("path.entity-name", entity.name),
            ("path.entity-aliases", entity.aliases.joined(separator: ", ")),
            ("path.entity-formerNames", entity.formerNames.joined(separator: ", ")),
            ("path.entity-legalForm", entity.legalForm),
            ("path.entity-mainActivity", entity.mainActivity),
            ("path.entity-registrationNumber", entity.registrationNumber),
            ("path.entity-administrators", entity.administrators.joined(separator: ", ")),
            ("path.entity-additionalInformation", entity.additionalInformation),
        ]
    }
}
