import Firearms
import Identity
import Registry

/// Reads a notice's content from a JSON body.
enum NoticeInput {
    /// - Throws: `RegistryError` `invalid` with every field that cannot be read; the rules are the registry's.
    static func content(_ body: inout JSONBody) throws(RegistryError) -> NoticeContent {
        let content = readable(&body)
        try body.refuseFailures()
        return content
    }

    /// What can be read of a content; what cannot is noted in the body and left out.
    static func readable(_ body: inout JSONBody) -> NoticeContent {
        let colour = body.requiredCode("colour") { NoticeColour(rawValue: $0) }
        var content = NoticeContent(colour: colour ?? .blue)
        content.person = body.object("person") { Self.person(&$0) }
        content.entity = body.object("entity") { Self.entity(&$0) }
        content.warrants = body.objects("warrants") { Self.warrant(&$0) }
        content.event = body.object("event") { body in
            NoticeEvent(
                date: body.code("date", failure: "not-a-date") { CalendarDate($0) }, place: body.string("place"),
                country: body.code("country") { Country($0) }
            )
        }
        content.modusOperandi = body.object("modusOperandi") { Self.modusOperandi(&$0) }
        content.listing = body.object("listing") { Self.listing(&$0) }
        content.texts = body.objects("texts") { body in
            NoticeText(language: body.requiredString("language"), text: body.requiredString("text"))
        }
        content.purpose = body.requiredCode("purpose") { Purpose(rawValue: $0) } ?? .locateWanted
        content.handling = body.code("handling") { HandlingLevel(rawValue: $0) } ?? .officialUseOnly
        content.hiddenFrom = countries("hiddenFrom", &body)
        content.addressees = countries("addressees", &body)
        content.isPublicExtractAgreed = body.boolean("publicExtractAgreed") ?? false
        content.retentionUntil = body.code("retentionUntil", failure: "not-a-date") { CalendarDate($0) }
        return content
    }

    private static func countries(_ name: String, _ body: inout JSONBody) -> [Country] {
        body.strings(name).compactMap { code in
            if let country = Country(code) { return country }
            body.note(name, "unknown-code", code)
            return nil
        }
    }

    private static func person(_ body: inout JSONBody) -> NoticePerson? {
        var person = NoticePerson()
        person.name = body.string("name") ?? ""
        person.forename = body.string("forename")
        person.birthName = body.string("birthName")
        person.nameInOriginalScript = body.string("nameInOriginalScript")
        person.forenameInOriginalScript = body.string("forenameInOriginalScript")
        person.aliases = body.strings("aliases")
        person.birthDate = body.code("birthDate", failure: "not-a-date") { PartialDate($0) }
        person.sex = body.code("sex") { NoticePerson.Sex(rawValue: $0) } ?? .unknown
        person.nationalities = countries("nationalities", &body)
        person.birthPlace = body.string("birthPlace")
        person.birthCountry = body.code("birthCountry") { Country($0) }
        person.height = body.number("heightMetres")
        person.weight = body.number("weightKilograms")
        person.eyes = body.strings("eyes")
        person.hair = body.strings("hair")
        person.languages = body.strings("languages")
        person.distinguishingMarks = body.string("distinguishingMarks")
        person.fatherName = body.string("fatherName")
        person.fatherForename = body.string("fatherForename")
        person.motherName = body.string("motherName")
        person.motherForename = body.string("motherForename")
        person.profession = body.string("profession")
        person.identityDocuments = body.strings("identityDocuments")
        return person
    }

    private static func entity(_ body: inout JSONBody) -> NoticeEntity? {
        var entity = NoticeEntity()
        entity.name = body.requiredString("name")
        entity.aliases = body.strings("aliases")
        entity.mainActivity = body.string("mainActivity")
        entity.legalForm = body.string("legalForm")
        entity.registrationNumber = body.string("registrationNumber")
        entity.administrators = body.strings("administrators")
        entity.formerNames = body.strings("formerNames")
        entity.chamberOfCommerce = body.string("chamberOfCommerce")
        entity.additionalInformation = body.string("additionalInformation")
        return entity
    }

    private static func warrant(_ body: inout JSONBody) -> ArrestWarrant? {
        let country = body.requiredCode("issuingCountry") { Country($0) }
        let charge = body.string("charge") ?? ""
        let translation = body.string("chargeTranslation")
        let law = body.string("law")
        let reference = body.string("reference")
        let issuedOn = body.code("issuedOn", failure: "not-a-date") { CalendarDate($0) }
        let penalty = body.number("maximumPenaltyYears")
        let sentence = body.number("sentenceMonths")
        let extradition = countries("extraditionFrom", &body)
        guard let country else { return nil }
        var warrant = ArrestWarrant(issuingCountry: country, charge: charge)
        warrant.chargeTranslation = translation
        warrant.law = law
        warrant.reference = reference
        warrant.issuedOn = issuedOn
        warrant.maximumPenaltyYears = penalty
        warrant.sentenceMonths = sentence
        warrant.extraditionFrom = extradition.isEmpty ? nil : extradition
        return warrant
    }

    private static func modusOperandi(_ body: inout JSONBody) -> ModusOperandi? {
        var modus = ModusOperandi()
        modus.kinds = body.strings("kinds").compactMap { code in
            if let kind = ModusOperandi.Kind(rawValue: code) { return kind }
            body.note("kinds", "unknown-code", code)
            return nil
        }
        modus.method = body.string("method") ?? ""
        modus.object = body.string("object")
        modus.concealment = body.string("concealment")
        modus.transport = body.string("transport")
        modus.indicators = body.string("indicators")
        modus.countermeasure = body.string("countermeasure")
        modus.danger = body.string("danger")
        modus.countries = countries("countries", &body)
        modus.firstSeen = body.code("firstSeen", failure: "not-a-date") { CalendarDate($0) }
        modus.lastSeen = body.code("lastSeen", failure: "not-a-date") { CalendarDate($0) }
        modus.seizures = body.strings("seizures")
        modus.operation = body.string("operation")
        return modus
    }

    private static func listing(_ body: inout JSONBody) -> SanctionsListing? {
        var listing = SanctionsListing()
        listing.reference = body.string("reference") ?? ""
        listing.date = body.code("date", failure: "not-a-date") { CalendarDate($0) }
        listing.resolution = body.string("resolution")
        listing.summary = body.string("summary")
        listing.purposes = body.strings("purposes")
        listing.associates = body.strings("associates")
        listing.addresses = body.strings("addresses")
        return listing
    }
}
