import Firearms
import Identity
import Matching
import Storage
import Testing

@testable import Registry

@Suite("Checks of persons")
struct PersonCheckTests {
    @Test(
        "a person is found in a notice in force, however the name is ordered or spelt",
        arguments: [("DOE, John", true), ("Jon Doe", true), ("Doe John", true), ("Maria Fantasia", false)]
    )
    func found(name: String, isFound: Bool) async throws {
        let world = try await World()
        let officer = try await world.officer("CL")
        let before = try await world.registry.checks.check(asking(name, born: "1980-05"), officer)
        #expect(before.persons.isEmpty)
        let notice = try await world.publish(NoticeTests.red())
        let check = try await world.registry.checks.check(asking(name, born: "1980-05"), officer)
        #expect(check.persons.map(\.notice.number) == (isFound ? [notice.number] : []))
        if let person = check.persons.first {
            #expect(person.score > 0.8)
            #expect(person.reasons.contains { $0.code == "birth-date.agrees" })
        }
    }

    @Test("a notice that is not in force, or hidden, is found by nobody who may not know of it")
    func hidden() async throws {
        let world = try await World()
        var content = NoticeTests.red()
        content.hiddenFrom = [Country("AR")].compactMap { $0 }
        let notice = try await world.publish(content)
        func count(_ bureau: String) async throws -> Int {
            try await world.registry.checks.check(asking("John Doe"), try await world.officer(bureau)).candidateCount
        }
        #expect(try await count("CL") == 1)
        #expect(try await count("AR") == 0)
        let number = try #require(NoticeNumber(notice.number))
        _ = try await world.registry.notices.setState(
            .suspended, of: number, version: notice.version, reason: "review", try await world.desk("BR")
        )
        #expect(try await count("CL") == 0)
    }

    @Test("a hit on a notice is declared, answered and listed as any other")
    func hit() async throws {
        let world = try await World()
        let notice = try await world.publish(NoticeTests.red())
        let officer = try await world.officer("CL")
        let check = try await world.registry.checks.check(asking("John Doe", born: "1980-05"), officer)
        let report = try await world.registry.checks.report(of: notice.pathNumber, check: check.id, officer)
        #expect(report.finding.record.number == notice.number)
        let hit = try await world.registry.hits.declare(
            check: check.id, record: notice.pathNumber, urgency: .urgent, note: "", officer
        )
        #expect(hit.record.kind == .notice && hit.ownerBureau == "BR" && hit.number.hasPrefix("BR-H-"))
        let desk = try await world.desk("BR")
        #expect(try await world.registry.hits.worklist(desk).map(\.number) == [hit.number])
        #expect(try await world.registry.hits.detail(of: hit.number, desk).read?.person?.name == "John Doe")
        #expect(try await world.registry.hits.hits(on: notice, desk).count == 1)
        #expect(try await world.registry.hits.worklist(try await world.desk("AR")).isEmpty)
    }

    @Test("earlier checks of a person are found for whatever comes later, those after it and of its bureau left out")
    func earlier() async throws {
        let world = try await World()
        let officer = try await world.officer("CL")
        let check = try await world.registry.checks.check(asking("Doe", given: "John", born: "1980-05"), officer)
        _ = try await world.registry.checks.check(asking("Maria Fantasia"), officer)
        _ = try await world.registry.checks.check(asking("John Doe"), try await world.officer("BR"))
        let entry = try await world.journalHead()
        _ = try await world.registry.checks.check(asking("John Doe", born: "1980-05"), officer)
        let person = try #require(NoticeTests.red().person).prepared
        let context = world.context()
        let found = try await world.database.read { connection in
            try EarlierChecks(context: context).ofPerson(person, before: entry + 1, except: "BR", connection)
        }
        #expect(found.map(\.check.id) == [check.id])
        #expect(found.first?.reasons.isEmpty == false)
    }

    @Test("one check asks for a firearm, a document, a vehicle and a person, and each is answered")
    func everything() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        try await world.enter(gun("ABC12345"), "BR")
        _ = try await world.registry.documents.create(passport("FK123456"), desk)
        let car = Vehicle(plate: "BRA2E19", plateCountry: Country("BR"))
        _ = try await world.registry.vehicles.create(ObjectContent(recordClass: .sought, object: car), desk)
        try await world.publish(NoticeTests.red())
        var request = CheckRequest(serial: "ABC12345", purpose: .borderControl)
        request.document = DocumentQuery(number: "FK123456")
        request.vehicle = Vehicle(plate: "BRA2E19")
        request.person = PersonQuery(name: "John Doe")
        let officer = try await world.officer("CL")
        let check = try await world.registry.checks.check(request, officer)
        #expect(check.findings.map(\.record.kind) == [.firearm, .document, .vehicle, .notice])
        #expect(try await world.registry.checks.result(of: check.id, officer)?.request == request)
        #expect(try await world.registry.checks.latest(officer).first?.candidateCount == 4)
    }
}
