import Firearms
import Identity
import Registry
import Storage

/// A notice as the API writes it; its content has the fields in which it is sent.
struct NoticeAnswer: Encodable {
    struct Person: Encodable {
        var name: String
        var forename: String?
        var birthName: String?
        var nameInOriginalScript: String?
        var forenameInOriginalScript: String?
        var aliases: [String]
        var birthDate: String?
        var sex: String
        var nationalities: [String]
        var birthPlace: String?
        var birthCountry: String?
        var heightMetres: Double?
        var weightKilograms: Double?
        var eyes: [String]
        var hair: [String]
        var languages: [String]
        var distinguishingMarks: String?
        var fatherName: String?
        var fatherForename: String?
        var motherName: String?
        var motherForename: String?
        var profession: String?
        var identityDocuments: [String]
    }

    struct Warrant: Encodable {
        var issuingCountry: String
        var charge: String
        var chargeTranslation: String?
        var law: String?
        var reference: String?
        var issuedOn: String?
        var maximumPenaltyYears: Double?
        var sentenceMonths: Double?
        var extraditionFrom: [String]
    }

    struct Event: Encodable {
        var date: String?
        var place: String?
        var country: String?
    }

    struct Modus: Encodable {
        var kinds: [String]
        var method: String
        var object: String?
        var concealment: String?
        var transport: String?
        var indicators: String?
        var countermeasure: String?
        var danger: String?
        var countries: [String]
        var firstSeen: String?
        var lastSeen: String?
        var seizures: [String]
        var operation: String?
    }

    struct Entity: Encodable {
        var name: String
        var aliases: [String]
        var mainActivity: String?
        var legalForm: String?
        var registrationNumber: String?
        var administrators: [String]
        var formerNames: [String]
        var chamberOfCommerce: String?
        var additionalInformation: String?
    }

    struct Listing: Encodable {
        var reference: String
        var date: String?
        var resolution: String?
        var summary: String?
        var purposes: [String]
        var associates: [String]
        var addresses: [String]
    }

    struct Text: Encodable {
        var language: String
        var text: String
    }

    var number: String
    var bureau: String
    var colour: String
    var state: String
    var version: Int
    var createdAt: String
    var changedAt: String
    var publishedAt: String?
    var person: Person?
    var entity: Entity?
    var warrants: [Warrant]
    var event: Event?
    var modusOperandi: Modus?
    var listing: Listing?
    var texts: [Text]
    var purpose: String
    var handling: String
    /// Told to the owner only.
    var hiddenFrom: [String]?
    var addressees: [String]
    var publicExtractAgreed: Bool
    var retentionUntil: String?
}

extension NoticeAnswer {
    init(_ notice: Notice, for actor: Actor) { self.init(notice, isOwners: notice.bureau == actor.bureau) }

    /// - Parameter isOwners: whether the owner's bureau reads it.
    init(_ notice: Notice, isOwners: Bool) {
        let content = notice.content
        self.init(
            number: notice.number, bureau: notice.bureau, colour: content.colour.rawValue, state: notice.state.rawValue,
            version: notice.version, createdAt: notice.createdAt.description, changedAt: notice.changedAt.description,
            publishedAt: notice.publishedAt?.description, person: content.person.map(Person.init),
            entity: content.entity.map(Entity.init), warrants: content.warrants.map(Warrant.init),
            event: content.event.map {
                Event(date: $0.date?.description, place: $0.place, country: $0.country?.code)
            },
            modusOperandi: content.modusOperandi.map(Modus.init), listing: content.listing.map(Listing.init),
            texts: content.texts.map { Text(language: $0.language, text: $0.text) }, purpose: content.purpose.rawValue,
            handling: content.handling.rawValue,
            hiddenFrom: isOwners ? content.hiddenFrom.map(\.code) : nil,
            addressees: content.addressees.map(\.code), publicExtractAgreed: content.isPublicExtractAgreed,
            retentionUntil: content.retentionUntil?.description
        )
    }
}

extension NoticeAnswer.Person {
    init(_ person: NoticePerson) {
        self.init(
            name: person.name, forename: person.forename, birthName: person.birthName,
            nameInOriginalScript: person.nameInOriginalScript,
            forenameInOriginalScript: person.forenameInOriginalScript, aliases: person.aliases,
            birthDate: person.birthDate?.description, sex: person.sex.rawValue,
            nationalities: person.nationalities.map(\.code), birthPlace: person.birthPlace,
            birthCountry: person.birthCountry?.code, heightMetres: person.height, weightKilograms: person.weight,
            eyes: person.eyes, hair: person.hair, languages: person.languages,
            distinguishingMarks: person.distinguishingMarks, fatherName: person.fatherName,
            fatherForename: person.fatherForename, motherName: person.motherName,
            motherForename: person.motherForename, profession: person.profession,
            identityDocuments: person.identityDocuments
        )
    }
}

extension NoticeAnswer.Warrant {
    init(_ warrant: ArrestWarrant) {
        self.init(
            issuingCountry: warrant.issuingCountry.code, charge: warrant.charge,
            chargeTranslation: warrant.chargeTranslation, law: warrant.law, reference: warrant.reference,
            issuedOn: warrant.issuedOn?.description, maximumPenaltyYears: warrant.maximumPenaltyYears,
            sentenceMonths: warrant.sentenceMonths, extraditionFrom: (warrant.extraditionFrom ?? []).map(\.code)
        )
    }
}

extension NoticeAnswer.Modus {
    init(_ modus: ModusOperandi) {
        self.init(
            kinds: modus.kinds.map(\.rawValue), method: modus.method, object: modus.object,
            concealment: modus.concealment, transport: modus.transport, indicators: modus.indicators,
            countermeasure: modus.countermeasure, danger: modus.danger, countries: modus.countries.map(\.code),
            firstSeen: modus.firstSeen?.description, lastSeen: modus.lastSeen?.description, seizures: modus.seizures,
            operation: modus.operation
        )
    }
}

extension NoticeAnswer.Entity {
    init(_ entity: NoticeEntity) {
        self.init(
            name: entity.name, aliases: entity.aliases, mainActivity: entity.mainActivity, legalForm: entity.legalForm,
            registrationNumber: entity.registrationNumber, administrators: entity.administrators,
            formerNames: entity.formerNames, chamberOfCommerce: entity.chamberOfCommerce,
            additionalInformation: entity.additionalInformation
        )
    }
}

extension NoticeAnswer.Listing {
    init(_ listing: SanctionsListing) {
        self.init(
            reference: listing.reference, date: listing.date?.description, resolution: listing.resolution,
            summary: listing.summary, purposes: listing.purposes, associates: listing.associates,
            addresses: listing.addresses
        )
    }
}
