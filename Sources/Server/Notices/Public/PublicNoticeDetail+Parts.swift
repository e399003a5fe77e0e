import Firearms
import Identity
import Registry

extension PublicNoticeDetail {
    /// What a yellow notice adds.
    struct MissingPersonPart: Encodable {
        @ExplicitNull var birthName: String?
        @ExplicitNull var place: String?
        @ExplicitNull var date: String?
        @ExplicitNull var country: String?
        @ExplicitNull var fatherName: String?
        @ExplicitNull var fatherForename: String?
        @ExplicitNull var motherName: String?
        @ExplicitNull var motherForename: String?

        enum CodingKeys: String, CodingKey {
            case birthName = "birth_name"
            case place
            case date = "date_of_event"
            case country
            case fatherName = "father_name"
            case fatherForename = "father_forename"
            case motherName = "mother_name"
            case motherForename = "mother_forename"
        }

        init(_ person: NoticePerson, _ event: NoticeEvent?) {
            birthName = PublicNoticeText.filled(person.birthName)
            place = PublicNoticeText.filled(event?.place)
            date = event?.date.map(PublicNoticeText.date)
            country = event?.country?.code
            fatherName = PublicNoticeText.filled(person.fatherName)
            fatherForename = PublicNoticeText.filled(person.fatherForename)
            motherName = PublicNoticeText.filled(person.motherName)
            motherForename = PublicNoticeText.filled(person.motherForename)
        }
    }

    /// What the Security Council's list adds, for persons and entities alike. `adresses` is spelt as readers expect it.
    struct ListingPart: Encodable {
        @ExplicitNull var summary: String?
        @ExplicitNull var purposes: [String]?
        @ExplicitNull var aliases: [String]?
        @ExplicitNull var reference: String?
        @ExplicitNull var referenceDate: String?
        @ExplicitNull var resolution: String?
        @ExplicitNull var associates: [String]?
        @ExplicitNull var addresses: [String]?

        enum CodingKeys: String, CodingKey {
            case summary, purposes, aliases
            case reference = "un_reference"
            case referenceDate = "un_reference_date"
            case resolution = "un_resolution"
            case associates
            case addresses = "adresses"
        }

        init(_ content: NoticeContent) {
            let listing = content.listing
            summary = PublicNoticeText.filled(listing?.summary)
            purposes = PublicNoticeText.filled(listing?.purposes ?? [])
            aliases = PublicNoticeText.filled(content.person?.aliases ?? content.entity?.aliases ?? [])
            reference = PublicNoticeText.filled(listing?.reference)
            referenceDate = listing?.date.map(PublicNoticeText.date)
            resolution = PublicNoticeText.filled(listing?.resolution)
            associates = PublicNoticeText.filled(listing?.associates ?? [])
            addresses = PublicNoticeText.filled(listing?.addresses ?? [])
        }
    }

    /// What a person under sanctions has beyond any other.
    struct SanctionedPersonPart: Encodable {
        @ExplicitNull var profession: String?
        @ExplicitNull var identityDocuments: [String]?
        @ExplicitNull var nameAtBirth: String?
        @ExplicitNull var nameInOriginalScript: String?
        @ExplicitNull var forenameInOriginalScript: String?

        enum CodingKeys: String, CodingKey {
            case profession
            case identityDocuments = "identity_documents"
            case nameAtBirth = "name_at_birth"
            case nameInOriginalScript = "name_in_original_script"
            case forenameInOriginalScript = "forename_in_original_script"
        }

        init(_ person: NoticePerson) {
            profession = PublicNoticeText.filled(person.profession)
            identityDocuments = PublicNoticeText.filled(person.identityDocuments)
            nameAtBirth = PublicNoticeText.filled(person.birthName)
            nameInOriginalScript = PublicNoticeText.filled(person.nameInOriginalScript)
            forenameInOriginalScript = PublicNoticeText.filled(person.forenameInOriginalScript)
        }
    }

    /// An entity under sanctions.
    struct EntityPart: Encodable {
        @ExplicitNull var name: String?
        @ExplicitNull var mainActivity: String?
        @ExplicitNull var legalForm: String?
        @ExplicitNull var registrationNumber: String?
        @ExplicitNull var administrators: [String]?
        @ExplicitNull var formerNames: [String]?
        @ExplicitNull var chamberOfCommerce: String?
        @ExplicitNull var additionalInformation: String?

        enum CodingKeys: String, CodingKey {
            case name
            case mainActivity = "main_activity"
            case legalForm = "legal_form"
            case registrationNumber = "registration_number"
            case administrators
            case formerNames = "formerly_known_as"
            case chamberOfCommerce = "from_chamber_of_commerce"
            case additionalInformation = "additional_information"
        }

        init(_ entity: NoticeEntity) {
            name = PublicNoticeText.filled(entity.name)
            mainActivity = PublicNoticeText.filled(entity.mainActivity)
            legalForm = PublicNoticeText.filled(entity.legalForm)
            registrationNumber = PublicNoticeText.filled(entity.registrationNumber)
            administrators = PublicNoticeText.filled(entity.administrators)
            formerNames = PublicNoticeText.filled(entity.formerNames)
            chamberOfCommerce = PublicNoticeText.filled(entity.chamberOfCommerce)
            additionalInformation = PublicNoticeText.filled(entity.additionalInformation)
        }
    }
}
