import Firearms
import Identity
import Storage

/// The columns of a notice, made from its content: what lists are narrowed by, and the document itself.
struct NoticeRow {
    /// What ties a country to a notice.
    enum CountryRole: Int64 {
        case nationality = 0
        case warrant = 1
    }

    let values: [DatabaseValue]
    let countries: [(role: CountryRole, country: Country)]

    init(_ content: NoticeContent) throws {
        let person = content.person
        let name = person?.name ?? content.entity?.name ?? ""
        let words =
            Self.publicWords(content) + (person?.aliases ?? []) + (content.entity?.aliases ?? [])
            + content.texts.map(\.text) + (content.modusOperandi?.texts ?? []) + [content.event?.place ?? ""]
        let born = person?.birthDate.map { Self.firstDay($0) }
        values = [
            .text(content.colour.rawValue), .integer(Int64(content.handling.rank)),
            .text(AccessStore.hiddenFromColumn(content.hiddenFrom)),
            .text(AccessStore.hiddenFromColumn(content.addressees)),
            .integer(content.isPublicExtractAgreed && content.addressees.isEmpty ? 1 : 0),
            .integer(content.entity == nil ? 0 : 1), .text(Self.key(name)), .text(Self.key(person?.forename ?? "")),
            .text(Self.key(words.joined(separator: "\n"))), person.map { .text($0.sex.rawValue) } ?? .null,
            born.map { .text($0) } ?? .null, .text(Self.key(content.listing?.reference ?? "")),
            .text(Self.key(content.listing?.resolution ?? "")),
            content.retentionUntil.map { .text($0.description) } ?? .null, .text(try DocumentCoding.text(content)),
        ]
        var countries = Set(person?.nationalities ?? []).map { (CountryRole.nationality, $0) }
        countries += Set(content.warrants.map(\.issuingCountry)).map { (CountryRole.warrant, $0) }
        self.countries = countries.map { (role: $0.0, country: $0.1) }
    }

    /// The words that a public extract shows. What the public searches must find nothing else: a word that is found tells
    /// that it is there.
    static func publicWords(_ content: NoticeContent) -> [String] {
        let person = content.person
        let listed = content.colour == .unitedNations
        return [person?.name ?? content.entity?.name ?? "", person?.forename ?? ""]
            + content.warrants.flatMap { [$0.charge, $0.chargeTranslation ?? ""] }
            + [person?.distinguishingMarks ?? "", person?.birthPlace ?? "", content.listing?.summary ?? ""]
            + (listed ? person?.aliases ?? content.entity?.aliases ?? [] : [])
    }

    /// The form in which names and texts are compared: capital letters without accents.
    static func key(_ text: String) -> String { NoticeKey.folded(text) }

    /// The first day that a partial date may mean, so that ages can be compared.
    static func firstDay(_ date: PartialDate) -> String {
        date.description + (date.month == nil ? "-01-01" : date.day == nil ? "-01" : "")
    }
}
