import Firearms
import Identity
import Testing

@testable import Registry

extension World {
    /// Writes a notice of a bureau and lets two coordinators publish it.
    @discardableResult
    func publish(_ content: NoticeContent, _ bureau: String = "BR") async throws -> Notice {
        let desk = try await desk(bureau)
        let number = try #require(NoticeNumber(try await registry.notices.create(content, desk).number))
        _ = try await registry.notices.send(number, version: 1, desk)
        var reader = try await coordinator()
        _ = try await registry.notices.read(number, version: 2, decision: .publish, remark: "", reader)
        reader.name = "second.reader"
        return try await registry.notices.read(number, version: 3, decision: .publish, remark: "", reader)
    }
}

/// A notice of an entity on the list of the Security Council.
func sanctioned(
    _ name: String, aliases: [String] = [], formerNames: [String] = [], hiddenFrom: [String] = []
) -> NoticeContent {
    var content = NoticeContent(colour: .unitedNations)
    var entity = NoticeEntity()
    entity.name = name
    entity.aliases = aliases
    entity.formerNames = formerNames
    content.entity = entity
    var listing = SanctionsListing()
    listing.reference = "QDe.999"
    content.listing = listing
    content.hiddenFrom = hiddenFrom.compactMap { Country($0) }
    return content
}

/// A check of a name with what else is known of the person.
func asking(_ name: String, given: String? = nil, born: String? = nil) -> CheckRequest {
    CheckRequest(
        person: PersonQuery(name: name, givenNames: given, birthDate: born.flatMap { PartialDate($0) }),
        purpose: .locateWanted)
}
