import Firearms
import Identity
import Storage
import Testing

@testable import Registry

@Suite("Notices and earlier checks") struct NoticeHitTests {
    /// A red diffusion, in force at once for Argentina and Chile.
    private static func content(hiddenFrom: [String] = []) -> NoticeContent {
        var content = NoticeTests.red("QUIMERA LOZANO")
        content.person?.forename = "Anselmo Crisanto"
        content.person?.birthDate = PartialDate("1980-05-17")
        content.addressees = ["AR", "CL"].compactMap { Country($0) }
        content.hiddenFrom = hiddenFrom.compactMap { Country($0) }
        return content
    }

    private func publish(_ content: NoticeContent, _ world: World) async throws -> NoticeNumber {
        let desk = try await world.desk("BR")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(content, desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        return number
    }

    @discardableResult
    private func check(_ request: CheckRequest, _ bureau: String, _ world: World) async throws -> CheckResult {
        try await world.registry.checks.check(request, try await world.officer(bureau))
    }

    private static let person = CheckRequest(
        person: PersonQuery(name: "Lozano Quimera Anselmo", birthDate: PartialDate("1980-05-17")),
        purpose: .borderControl)

    private func hits(_ actor: Actor, _ world: World) async throws -> [Hit] {
        try await world.registry.hits.worklist(actor)
    }

    @Test("a published notice answers an earlier check of its person, for the searcher, the owner and the centre alone")
    func person() async throws {
        let world = try await World()
        let check = try await check(Self.person, "AR", world)
        let number = try await publish(Self.content(), world)
        try await world.match()
        for actor in [try await world.officer("AR"), try await world.desk("BR"), try await world.coordinator()] {
            let found = try await hits(actor, world)
            #expect(found.map(\.origin) == [.earlierCheck], "\(actor.name)")
            #expect(found.first?.check == check.id && found.first?.record.number == number.description)
            #expect(found.first?.searcherBureau == "AR" && found.first?.reasons.isEmpty == false)
        }
        #expect(try await hits(try await world.desk("CL"), world).isEmpty, "no party, though it may read the notice")
    }

    @Test("nothing reaches a bureau from which the notice is hidden, and nothing is made twice or forgotten")
    func hidden() async throws {
        let world = try await World()
        try await check(Self.person, "AR", world)
        try await check(Self.person, "CL", world)
        let number = try await publish(Self.content(hiddenFrom: ["AR"]), world)
        try await world.match()
        let argentina = try await world.desk("AR")
        #expect(try await hits(argentina, world).isEmpty)
        #expect(try await world.registry.hits.openCount(argentina) == 0)
        #expect(try await hits(try await world.desk("CL"), world).count == 1)
        let desk = try await world.desk("BR")
        #expect(try await hits(desk, world).count == 2)
        // In force again: the same entry once more, and an addendum that leaves the person as he was.
        _ = try await world.registry.notices.setState(.suspended, of: number, version: 2, reason: "x", desk)
        _ = try await world.registry.notices.setState(.published, of: number, version: 3, reason: "x", desk)
        var content = Self.content(hiddenFrom: ["AR"])
        content.texts = [NoticeText(language: "en", text: "Seen again")]
        _ = try await world.registry.notices.change(number, to: content, version: 4, reason: "x", desk)
        try await world.match()
        #expect(try await hits(desk, world).count == 2)
    }

    @Test("a name that is added later answers the checks made under it")
    func alias() async throws {
        let world = try await World()
        let number = try await publish(Self.content(), world)
        let other = CheckRequest(
            person: PersonQuery(name: "Gumersindo Paradojal", birthDate: PartialDate("1980-05-17")),
            purpose: .borderControl)
        try await check(other, "AR", world)
        try await world.match()
        let desk = try await world.desk("BR")
        #expect(try await hits(desk, world).isEmpty)
        var content = Self.content()
        content.person?.aliases = ["Gumersindo Paradojal"]
        _ = try await world.registry.notices.change(number, to: content, version: 2, reason: "x", desk)
        try await world.match()
        #expect(try await hits(desk, world).count == 1)
    }

    @Test("a document that the notice names answers an earlier check of its number")
    func document() async throws {
        let world = try await World()
        let read = DocumentQuery(number: "KX123456", issuer: "BRA")
        try await check(CheckRequest(document: read, purpose: .borderControl), "AR", world)
        let elsewhere = DocumentQuery(number: "KX123456", issuer: "CHL")
        try await check(CheckRequest(document: elsewhere, purpose: .borderControl), "CL", world)
        var content = Self.content()
        content.person?.identityDocuments = ["Passport BR KX 123456 (2019-03-01)"]
        _ = try await publish(content, world)
        try await world.match()
        let found = try await hits(try await world.desk("BR"), world)
        #expect(found.map(\.searcherBureau) == ["AR"], "another country's document of the number is another document")
    }

    @Test("a draft, a notice in screening and a check made after publication give no hit")
    func notYet() async throws {
        let world = try await World()
        try await check(Self.person, "AR", world)
        var notice = Self.content()
        notice.addressees = []
        let desk = try await world.desk("BR")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(notice, desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        try await world.match()
        #expect(try await hits(desk, world).isEmpty)
        let fresh = try await World()
        _ = try await publish(Self.content(), fresh)
        try await check(Self.person, "AR", fresh)
        try await fresh.match()
        #expect(try await hits(try await fresh.desk("BR"), fresh).isEmpty, "the check found it itself")
    }

    @Test(
        "documents are read from words",
        arguments: [
            ("BR KX123456", ["KX123456 BRA"]), ("Passport KX 123456 (Brazil)", ["123456 BRA", "KX123456 BRA"]),
            ("pasaporte de Paraguay 0123456, 2019-05-17", ["0123456 PRY"]), ("none", []), ("no. 1234", []),
        ] as [(String, [String])])
    func named(_ text: String, _ expected: [String]) {
        let found = NamedDocument.documents(in: text)
        #expect(found.map { "\($0.number.text) \($0.issuer ?? "")" } == expected)
    }
}
