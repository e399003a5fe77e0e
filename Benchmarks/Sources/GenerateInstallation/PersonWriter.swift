import Foundation
import GeneratedContent
import Identity
import InstallationDatabase

/// Writes red notices in force, one for each invented person.
struct PersonWriter {
    let database: InstallationDatabase
    let bureau: String

    func add(_ count: Int) throws {
        var maker = PersonMaker(seed: 1)
        var random = SplitMix64(state: 2)
        let first = try database.integer("SELECT COALESCE(MAX(sequence), 0) FROM notices") + 1
        let now = InstallationDatabase.Value.integer(GeneratedRecord.now)
        for place in 0..<count {
            let person = maker.next()
            let parts = PersonMaker.recorded(person, &random)
            let born: InstallationDatabase.Value = person.birthDate.map { .text("\($0)") } ?? .null
            try database.run(
                """
                INSERT INTO notices (sequence, number, bureau, colour, state, handling, hidden_from, addressees, \
                is_public, is_entity, name_key, forename_key, text_key, sex, born_on, reference_key, resolution_key, \
                retention_until, version, document, published_at, created_at, changed_at)
                VALUES (?, ?, ?, 'red', 'published', 0, '', '', 0, 0, ?, ?, '', ?, ?, '', '', '2031-01-01', 4, ?, ?, ?, ?)
                """,
                [
                    .integer(first + Int64(place)), .text("2020/\(place + 100_000)"), .text(bureau),
                    .text(parts.last ?? ""), .text(parts.first ?? ""), .text(sex(person)),
                    born, .text(document(person, parts)), now, now,
                    now,
                ]
            )
        }
    }

    private func sex(_ person: InventedPerson) -> String { person.sex == .female ? "F" : "M" }

    /// The parts of these names need no escape in JSON.
    private func document(_ person: InventedPerson, _ parts: [String]) -> String {
        let birth = person.birthDate.map { "\"birthDate\":\"\($0)\"," } ?? ""
        return """
            {"colour":"red","person":{"name":"\(parts.joined(separator: " "))",\(birth)"sex":"\(sex(person))",\
            "nationalities":["\(person.nationality)"],"aliases":[],"identityDocuments":[],"languages":[],"eyes":[],\
            "hair":[]},"warrants":[],"texts":[],"addressees":[],"purpose":"locate-wanted",\
            "handling":"official-use-only","hiddenFrom":[],"isPublicExtractAgreed":false}
            """
    }
}
