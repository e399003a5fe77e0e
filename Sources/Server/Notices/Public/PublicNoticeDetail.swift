import Firearms
import Identity
import Registry

/// A public notice in full. Every key stands in the answer, null where the value is not known; only the thumbnail may be
/// missing.
enum PublicNoticeDetail {
    struct EmptyEmbedded: Encodable {
        var links: [String] = []
    }

    struct Warrant: Encodable {
        @ExplicitNull var issuingCountry: String?
        @ExplicitNull var charge: String?
        @ExplicitNull var chargeTranslation: String?

        enum CodingKeys: String, CodingKey {
            case issuingCountry = "issuing_country_id"
            case charge
            case chargeTranslation = "charge_translation"
        }

        init(_ warrant: ArrestWarrant) {
            issuingCountry = warrant.issuingCountry.code
            charge = PublicNoticeText.filled(warrant.charge)
            chargeTranslation = PublicNoticeText.filled(warrant.chargeTranslation)
        }
    }

    /// What every notice about a person tells.
    struct Person: Encodable {
        var weight: Double
        var height: Double
        @ExplicitNull var forename: String?
        @ExplicitNull var name: String?
        @ExplicitNull var dateOfBirth: String?
        @ExplicitNull var languages: [String]?
        @ExplicitNull var nationalities: [String]?
        var sex: String
        @ExplicitNull var birthCountry: String?
        @ExplicitNull var birthPlace: String?
        @ExplicitNull var distinguishingMarks: String?
        @ExplicitNull var eyes: [String]?
        @ExplicitNull var hair: [String]?

        enum CodingKeys: String, CodingKey {
            case weight, height, forename, name
            case dateOfBirth = "date_of_birth"
            case languages = "languages_spoken_ids"
            case nationalities
            case sex = "sex_id"
            case birthCountry = "country_of_birth_id"
            case birthPlace = "place_of_birth"
            case distinguishingMarks = "distinguishing_marks"
            case eyes = "eyes_colors_id"
            case hair = "hairs_id"
        }

        init(_ person: NoticePerson) {
            weight = person.weight ?? 0
            height = person.height ?? 0
            forename = PublicNoticeText.filled(person.forename)
            name = PublicNoticeText.filled(person.name)
            dateOfBirth = person.birthDate.map(PublicNoticeText.date)
            languages = PublicNoticeText.filled(person.languages)
            nationalities = PublicNoticeText.filled(person.nationalities.map(\.code))
            sex = person.sex.rawValue
            birthCountry = person.birthCountry?.code
            birthPlace = PublicNoticeText.filled(person.birthPlace)
            distinguishingMarks = PublicNoticeText.filled(person.distinguishingMarks)
            eyes = PublicNoticeText.filled(person.eyes)
            hair = PublicNoticeText.filled(person.hair)
        }
    }

    /// What every notice tells of itself.
    struct Frame: Encodable {
        var entityID: String
        var embedded = EmptyEmbedded()
        var links: PublicNoticeList.Links

        enum CodingKeys: String, CodingKey {
            case entityID = "entity_id"
            case embedded = "_embedded"
            case links = "_links"
        }

        init(_ item: PublicNotice, _ addresses: PublicNoticeLinks) {
            entityID = item.notice.number
            links = PublicNoticeList.Links(item, addresses)
        }
    }

    /// Several parts written into one object.
    struct Joined: Encodable {
        var parts: [any Encodable]

        func encode(to encoder: any Encoder) throws {
            for part in parts { try part.encode(to: encoder) }
        }
    }

    /// The body of a notice.
    static func body(_ item: PublicNotice, _ addresses: PublicNoticeLinks) -> Joined {
        let content = item.notice.content
        let frame = Frame(item, addresses)
        switch content.colour {
        case .unitedNations:
            if let entity = content.entity {
                return Joined(parts: [EntityPart(entity), ListingPart(content), frame])
            }
            let person = content.person ?? NoticePerson()
            return Joined(parts: [Person(person), SanctionedPersonPart(person), ListingPart(content), frame])
        case .yellow:
            let person = content.person ?? NoticePerson()
            return Joined(parts: [Person(person), MissingPersonPart(person, content.event), frame])
        default:
            let warrants = WarrantPart(warrants: content.warrants.map(Warrant.init))
            return Joined(parts: [warrants, Person(content.person ?? NoticePerson()), frame])
        }
    }

    struct WarrantPart: Encodable {
        var warrants: [Warrant]

        enum CodingKeys: String, CodingKey {
            case warrants = "arrest_warrants"
        }
    }
}
