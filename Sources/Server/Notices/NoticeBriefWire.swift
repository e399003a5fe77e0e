import Firearms
import Identity
import Registry
import Storage

/// The few fields of a notice in candidates and hits.
struct NoticeBriefAnswer: Encodable {
    var number: String
    var bureau: String
    var colour: String
    var handling: String
    var isEntity: Bool
    var name: String
    var forename: String?
    var birthDate: String?
    var nationalities: [String]
    var changedAt: String

    init(_ notice: NoticeBrief) {
        number = notice.number
        bureau = notice.bureau
        colour = notice.colour.rawValue
        handling = notice.handling.rawValue
        isEntity = notice.isEntity
        name = notice.name
        forename = notice.forename
        birthDate = notice.birthDate?.description
        nationalities = notice.nationalities.map(\.code)
        changedAt = notice.changedAt.description
    }
}
