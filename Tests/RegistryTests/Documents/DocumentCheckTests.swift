import Firearms
import Identity
import Matching
import Storage
import Testing

@testable import Registry

@Suite("Checks of travel documents")
struct DocumentCheckTests {
    @Test(
        "a document is found as it is read",
        arguments: [
            ("FK123456", "BRA", true, 0.99), ("fk 123-456", nil, true, 0.9), ("FKI2345G", "BRA", true, 0.75),
            ("FK123456", "ARG", true, 0.0), ("FK123457", "BRA", false, 0.0), ("FK12345", "BRA", false, 0.0),
        ] as [(String, String?, Bool, Double)]
    )
    func found(number: String, issuer: String?, isFound: Bool, least: Double) async throws {
        let world = try await World()
        let record = try await world.registry.documents.create(passport("FK123456"), try await world.desk("BR"))
        let officer = try await world.officer("AR")
        let check = try await world.registry.checks.check(showing(number, issuer: issuer), officer)
        #expect(check.documents.map(\.record.number) == (isFound ? [record.number] : []))
        if let candidate = check.documents.first { #expect(candidate.score >= least, "\(candidate.reasons)") }
        #expect(try await world.actions().last == "check.run")
        #expect(try await world.registry.checks.latest(officer).first?.candidateCount == (isFound ? 1 : 0))
    }

    @Test("an equal number of another issuer is shown below the one of the issuer asked for")
    func order() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        let other = try await world.registry.documents.create(passport("FK123456", issuer: "ARG"), desk)
        let right = try await world.registry.documents.create(passport("FK123456", issuer: "BRA"), desk)
        let check = try await world.registry.checks.check(
            showing("FK123456", issuer: "BR"), try await world.officer("CL")
        )
        #expect(check.documents.map(\.record.number) == [right.number, other.number])
        #expect((check.documents.last?.score ?? 1) < 0.5)
        #expect(check.documents.last?.reasons.map(\.code) == ["document-number.equal", "issuer.differs"])
    }

    @Test("a blank of a stolen box is found, and one beside it is not")
    func range() async throws {
        let world = try await World()
        let box = try await world.registry.documents.create(
            passport("FK230000", last: "FK234999", recordClass: .stolenBlank), try await world.desk("BR")
        )
        let officer = try await world.officer("AR")
        let inside = try await world.registry.checks.check(showing("FK232345", issuer: "BRA"), officer)
        #expect(inside.documents.map(\.record.number) == [box.number])
        #expect(inside.documents.first?.reasons.first?.arguments == ["FK230000", "FK234999"])
        #expect(try await world.registry.checks.check(showing("FK235000", issuer: "BRA"), officer).documents.isEmpty)
    }

    @Test("a machine-readable zone is a document and a person at once, also when read with an error")
    func zone() async throws {
        let world = try await World()
        // The specimen of Doc 9303 part 4, appendix B.
        let lines = [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ]
        let record = try await world.registry.documents.create(
            passport("L898902C3", issuer: "UTO"), try await world.desk("BR")
        )
        let officer = try await world.officer("AR")
        for text in [
            lines.joined(separator: "\n"), lines.joined(separator: "\n").replacing("L898902", with: "L8989O2"),
        ] {
            let check = try await world.registry.checks.check(
                CheckRequest(zone: text, purpose: .borderControl), officer)
            #expect(check.documents.map(\.record.number) == [record.number])
            #expect(check.zone?.isValid == true)
        }
        let kept = try await world.database.read { try CheckedPersonStore.person(of: 1, $0) }
        #expect(kept?.name == "ERIKSSON")
        #expect(kept?.birthDate?.description == "1974-08-12")
        let refusal = await world.refusal {
            try await world.registry.checks.check(CheckRequest(zone: "P<UTO", purpose: .borderControl), officer)
        }
        #expect(refusal?.failures.map(\.field) == ["mrz"])
    }

    @Test("a restricted record leaves no trace for those it is hidden from")
    func hidden() async throws {
        let world = try await World()
        let desk = try await world.desk("BR")
        _ = try await world.registry.documents.create(passport("FK123456", hiddenFrom: ["AR"]), desk)
        _ = try await world.registry.documents.create(passport("GK123456", handling: .confidential), desk)
        let argentine = try await world.desk("AR")
        for number in ["FK123456", "GK123456"] {
            let check = try await world.registry.checks.check(showing(number), argentine)
            #expect(check.candidateCount == 0)
        }
        #expect(try await world.registry.documents.list(ObjectFilter(), argentine).records.isEmpty)
        #expect(try await world.registry.documents.list(ObjectFilter(text: "FK123456"), argentine).records.isEmpty)
        let chilean = try await world.desk("CL")
        let seen = try await world.registry.checks.check(showing("FK123456"), chilean)
        #expect(seen.documents.count == 1)
        #expect(seen.documents.first?.record.content.hiddenFrom == nil)
        for number in ["BR-D-2026-000001", "BR-D-2026-000002", "BR-D-2026-000003"] {
            let refusal = await world.refusal { try await world.registry.documents.record(number, argentine) }
            #expect(refusal == RegistryError(.notFound, subject: number))
        }
    }

    @Test("the report of a document is journalled with the check, and a hit is declared and answered")
    func hit() async throws {
        let world = try await World()
        let record = try await world.registry.documents.create(passport("FK123456"), try await world.desk("BR"))
        let officer = try await world.officer("AR")
        let check = try await world.registry.checks.check(showing("FK123456", issuer: "BRA"), officer)
        let report = try await world.registry.checks.report(of: record.number, check: check.id, officer)
        #expect(report.finding.record.number == record.number)
        #expect(try await world.actions().last == "document.read")
        let hit = try await world.registry.hits.declare(
            check: check.id, record: record.number, urgency: .urgent, note: "at the counter", officer
        )
        #expect(hit.record.number == record.number)
        #expect(hit.dueAt != nil)
        let desk = try await world.desk("BR")
        #expect(try await world.registry.hits.worklist(desk).map(\.number) == [hit.number])
        let detail = try await world.registry.hits.detail(of: hit.number, desk)
        #expect(detail.read?.document?.number == "FK123456")
        let confirmed = try await world.registry.hits.act(.confirm, on: hit.number, desk)
        #expect(confirmed.state == .confirmed)
        #expect(try await world.registry.hits.hits(on: record, desk).map(\.number) == [hit.number])
        #expect(try await world.registry.hits.worklist(try await world.desk("CL")).isEmpty)
    }

    @Test("a new record, and a new range, answer earlier checks of other bureaus, each once")
    func earlierCheck() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        _ = try await world.registry.checks.check(showing("FK123456", issuer: "BRA"), officer)
        _ = try await world.registry.checks.check(showing("FK239877", issuer: "BRA"), officer)
        _ = try await world.registry.checks.check(showing("FK240000", issuer: "BRA"), officer)
        _ = try await world.registry.checks.check(showing("FK123456", issuer: "BRA"), try await world.officer("BR"))
        let desk = try await world.desk("BR")
        let single = try await world.registry.documents.create(passport("FK123456"), desk)
        let box = try await world.registry.documents.create(passport("FK230000", last: "FK239999"), desk)
        try await world.match()
        try await world.match()
        let hits = try await world.registry.hits.worklist(officer)
        #expect(Set(hits.map(\.record.number)) == [single.number, box.number])
        #expect(hits.count == 2)
        #expect(hits.allSatisfy { $0.origin == .earlierCheck && $0.state == .potential })
    }

    @Test("records of two bureaus of the same document are a hit, also a single one and a range")
    func twoBureaus() async throws {
        let world = try await World()
        let (brazil, argentina) = (try await world.desk("BR"), try await world.desk("AR"))
        let first = try await world.registry.documents.create(passport("FK123456"), brazil)
        let second = try await world.registry.documents.create(passport("FK123456"), argentina)
        let single = try await world.registry.documents.create(passport("FK231111"), brazil)
        let box = try await world.registry.documents.create(passport("FK230000", last: "FK239999"), argentina)
        try await world.match()
        let hits = try await world.registry.hits.worklist(brazil)
        #expect(Set(hits.map(\.record.number)) == [first.number, single.number])
        #expect(Set(hits.map(\.otherRecord?.number)) == [second.number, box.number])
    }

    @Test("an erased check leaves neither its document nor its person behind")
    func erased() async throws {
        let world = try await World()
        let officer = try await world.officer("AR")
        var request = showing("FK123456")
        request.person = PersonQuery(name: "Ana Ficticia")
        _ = try await world.registry.checks.check(request, officer)
        world.clock.advance(days: 366)
        #expect(try await world.registry.checks.deleteExpired() == 1)
        #expect(try await world.count("SELECT COUNT(*) FROM check_object_keys") == 0)
        #expect(try await world.count("SELECT COUNT(*) FROM check_persons") == 0)
    }
}
