import Registry

/// Which fields a notice of a colour has, in the order in which they are written and read.
enum NoticeFormLayout {
    /// The sections of a colour; the facts in words, which every colour has, are not among them.
    static func sections(_ colour: NoticeColour) -> [NoticeFormSection] {
        let own: [NoticeFormSection] =
            switch colour {
            case .red: [identity, description, family, warrants]
            case .yellow: [identity, event, description, family]
            case .blue, .green: [identity, description, family, event]
            case .black: [event, description, identity]
            case .orange: [event, identity]
            case .purple: [modus]
            case .silver: [identity, entity]
            case .unitedNations: [listing, identity, entity, description]
            }
        return own + [handling(colour)]
    }

    private static let identity = NoticeFormSection(
        code: "person", scope: .object("person"),
        fields: [
            .init("name", .text), .init("forename", .text),
            .init("sex", .choice(group: "sex", codes: NoticePerson.Sex.allCases.map(\.rawValue))),
            .init("birthDate", .partialDate), .init("nationalities", .countries), .init("birthPlace", .text),
            .init("birthCountry", .country), .init("birthName", .text), .init("nameInOriginalScript", .text),
            .init("forenameInOriginalScript", .text), .init("aliases", .lines), .init("identityDocuments", .lines),
        ]
    )

    private static let description = NoticeFormSection(
        code: "description", scope: .object("person"),
        fields: [
            .init("heightMetres", .number), .init("weightKilograms", .number),
            .init("languages", .list, hint: "languages"), .init("profession", .text),
            .init("eyes", .ticks(group: "eye-colour", codes: NoticePerson.eyeColours)),
            .init("hair", .ticks(group: "hair-colour", codes: NoticePerson.hairColours)),
            .init("distinguishingMarks", .area(rows: 2)),
        ], isFolded: true
    )

    private static let family = NoticeFormSection(
        code: "family", scope: .object("person"),
        fields: [
            .init("fatherName", .text), .init("fatherForename", .text), .init("motherName", .text),
            .init("motherForename", .text),
        ], isFolded: true
    )

    private static let warrants = NoticeFormSection(
        code: "warrants", scope: .rows("warrants"),
        fields: [
            .init("issuingCountry", .country), .init("reference", .text), .init("issuedOn", .date), .init("law", .text),
            .init("maximumPenaltyYears", .number), .init("sentenceMonths", .number),
            .init("extraditionFrom", .countries), .init("charge", .area(rows: 2)),
            .init("chargeTranslation", .area(rows: 2)),
        ]
    )

    private static let event = NoticeFormSection(
        code: "event", scope: .object("event"),
        fields: [.init("date", .date), .init("country", .country), .init("place", .text)]
    )

    private static let modus = NoticeFormSection(
        code: "modus", scope: .object("modusOperandi"),
        fields: [
            .init("kinds", .ticks(group: "mo-kind", codes: ModusOperandi.Kind.allCases.map(\.rawValue))),
            .init("method", .area(rows: 4)), .init("object", .text), .init("concealment", .text),
            .init("transport", .text), .init("countries", .countries), .init("firstSeen", .date),
            .init("lastSeen", .date), .init("indicators", .area(rows: 3)), .init("countermeasure", .area(rows: 3)),
            .init("danger", .area(rows: 2)), .init("seizures", .list), .init("operation", .text),
        ]
    )

    private static let entity = NoticeFormSection(
        code: "entity", scope: .object("entity"),
        fields: [
            .init("name", .text), .init("legalForm", .text), .init("registrationNumber", .text),
            .init("chamberOfCommerce", .text), .init("mainActivity", .text), .init("aliases", .lines),
            .init("formerNames", .lines), .init("administrators", .lines),
            .init("additionalInformation", .area(rows: 2)),
        ], isFolded: true
    )

    private static let listing = NoticeFormSection(
        code: "listing", scope: .object("listing"),
        fields: [
            .init("reference", .text), .init("date", .date), .init("resolution", .text), .init("purposes", .lines),
            .init("associates", .lines), .init("addresses", .lines), .init("summary", .area(rows: 4)),
        ]
    )

    private static func handling(_ colour: NoticeColour) -> NoticeFormSection {
        NoticeFormSection(
            code: "handling", scope: .root,
            fields: handlingFields.filter { $0.kind != .flag || colour.hasPublicExtract }
        )
    }

    private static let handlingFields: [NoticeFormField] = [
        .init("purpose", .choice(group: "purpose", codes: Purpose.allCases.map(\.rawValue))),
        .init("handling", .choice(group: "handling", codes: HandlingLevel.allCases.map(\.rawValue))),
        .init("retentionUntil", .date), .init("publicExtractAgreed", .flag, hint: "publicExtractAgreed"),
        .init("addressees", .bureauCountries, hint: "addressees"),
        .init("hiddenFrom", .bureauCountries, hint: "hiddenFrom"),
    ]
}
