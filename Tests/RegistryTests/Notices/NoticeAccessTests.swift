import Firearms
import Identity
import Storage
import Testing

@testable import Registry

@Suite("Who may know of a notice") struct NoticeAccessTests {
    @Test("the rule in Swift and the rule in SQL let the same notices through, for everybody")
    func sameRule() async throws {
        let world = try await World()
        var facts: [(number: String, bureau: String, state: NoticeState, content: NoticeContent)] = []
        for bureau in ["BR", "AR"] {
            for state in NoticeState.allCases {
                for (handling, hidden, addressed) in [
                    (HandlingLevel.officialUseOnly, "", ""), (.restricted, "", ""), (.confidential, "", ""),
                    (.officialUseOnly, "CL", ""), (.officialUseOnly, "", "AR"), (.restricted, "AR", "CL"),
                ] {
                    var content = NoticeTests.red()
                    content.handling = handling
                    content.hiddenFrom = Country(hidden).map { [$0] } ?? []
                    content.addressees = Country(addressed).map { [$0] } ?? []
                    let notice = try await world.registry.notices.create(content, try await world.desk(bureau))
                    try await world.database.write { connection in
                        try connection.execute(
                            "UPDATE notices SET state = ? WHERE sequence = ?",
                            [.text(state.rawValue), .integer(notice.sequence)]
                        )
                    }
                    facts.append((notice.number, bureau, state, content))
                }
            }
        }
        for bureau in World.bureaus.map(\.code) {
            for role in Role.allCases {
                let actor = try await world.actor(role, bureau)
                let rule = AccessStore.mayKnowNotice("n", actor)
                let found = try await world.database.read { connection in
                    Set(
                        try connection.rows("SELECT n.number FROM notices n WHERE \(rule.sql)", rule.values) {
                            $0.text(0)
                        })
                }
                let expected = facts.filter { fact in
                    Access.mayKnow(
                        .init(
                            bureau: fact.bureau, handling: fact.content.handling,
                            hiddenFrom: Set(fact.content.hiddenFrom)
                        ),
                        state: fact.state, addressees: Set(fact.content.addressees), actor
                    )
                }
                #expect(found == Set(expected.map(\.number)), "\(role) of \(bureau)")
            }
        }
    }

    @Test("a hidden notice is not found, listed, or told apart from one that does not exist")
    func hidden() async throws {
        let world = try await World()
        var content = NoticeTests.red("HIDDENNAME")
        content.hiddenFrom = [Country("CL")].compactMap { $0 }
        content.addressees = ["AR", "CL"].compactMap { Country($0) }
        let desk = try await world.desk("BR")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(content, desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        let chile = try await world.officer("CL")
        let unknown = try #require(NoticeNumber("2026/09999"))
        for wanted in [number, unknown] {
            let refusal = await world.refusal { try await world.registry.notices.notice(wanted, chile) }
            #expect(refusal == RegistryError(.notFound, subject: wanted.description))
        }
        #expect(try await world.registry.notices.list(NoticeFilter(text: "hiddenname"), chile).notices.isEmpty)
        let argentina = try await world.officer("AR")
        #expect(try await world.registry.notices.list(NoticeFilter(text: "hiddenname"), argentina).notices.count == 1)
        #expect(try await world.registry.notices.notice(number, argentina).content.hiddenFrom.isEmpty)
    }

    @Test("the owner's restrictions outlive the screening, whose readers do not see them")
    func screened() async throws {
        let world = try await World()
        var content = NoticeTests.red()
        content.hiddenFrom = [Country("CL")].compactMap { $0 }
        let desk = try await world.desk("BR")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(content, desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        var reader = try await world.coordinator()
        _ = try await world.registry.notices.read(number, version: 2, decision: .publish, remark: "", reader)
        reader.name = "second.reader"
        _ = try await world.registry.notices.read(number, version: 3, decision: .publish, remark: "", reader)
        #expect(try await world.registry.notices.notice(number, desk).content.hiddenFrom == content.hiddenFrom)
        let chile = try await world.officer("CL")
        #expect(await world.refusal { try await world.registry.notices.notice(number, chile) }?.code == .notFound)
    }

    @Test("officers write no notices, and bureaus screen none")
    func rights() async throws {
        let world = try await World()
        let officer = try await world.officer("BR")
        #expect(
            await world.refusal { try await world.registry.notices.create(NoticeTests.red(), officer) }?.code
                == .forbidden)
        let desk = try await world.desk("BR")
        let number = try #require(NoticeNumber(try await world.registry.notices.create(NoticeTests.red(), desk).number))
        _ = try await world.registry.notices.send(number, version: 1, desk)
        let refusal = await world.refusal {
            try await world.registry.notices.read(number, version: 2, decision: .publish, remark: "", desk)
        }
        #expect(refusal?.code == .forbidden)
    }
}
