import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Examinations")
struct ExaminationTests {
    @Test("an identification on the screen is a lead, and the parties of both cases know at once")
    func lead() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let examiner = try await world.actor(.examiner, "BR")
        let after = try await world.conclude(.identification, on: examination, examiner)
        #expect(after.state == .awaitingVerification)
        for actor in [try await world.desk("BR"), try await world.desk("AR"), try await world.coordinator(), examiner] {
            let links = try await world.registry.examinations.links(actor)
            #expect(links.map(\.standing) == [.lead], "\(actor.name)")
        }
        for actor in [try await world.desk("BR"), try await world.desk("AR"), examiner] {
            #expect(try await world.registry.examinations.newLinkCount(actor) == 1, "\(actor.name)")
        }
        // The coordination centre sees the lead; there is nothing for it to take note of.
        #expect(try await world.registry.examinations.newLinkCount(try await world.coordinator()) == 0)
        for actor in [try await world.desk("CL"), try await world.desk("HUB"), try await world.officer("BR")] {
            let count = try await world.registry.examinations.newLinkCount(actor)
            #expect(count == 0, "\(actor.name)")
        }
    }

    @Test("two examiners who identify on the exhibits make a hit between two cases, once, for their laboratory")
    func hit() async throws {
        let world = try await World()
        let examination = try await world.opened(basis: .exhibits)
        let first = try await world.actor(.examiner, "BR")
        let second = try await world.examiner("rita", "BR")
        try await world.conclude(.identification, on: examination, first)
        let after = try await world.conclude(.identification, on: examination, second)
        #expect(after.state == .verified)
        #expect(after.outcome == .identification)
        let link = try await world.registry.examinations.link(examination.number, try await world.desk("AR")).link
        #expect(link.standing == .hit)
        #expect(link.hit == "BR-BH-2026-000001")

        // Further exhibits of the same cases, and the other laboratory's own confirmation, add links and no hit.
        let more = try await world.exhibit("BR-E-2026-000002", "BR", case: "BR-C-2026-000001")
        let again = try await world.registry.examinations.open(more, examination.second.number, basis: .exhibits, first)
        try await world.conclude(.identification, on: again, first)
        try await world.conclude(.identification, on: again, second)
        let theirs = try await world.registry.examinations.open(
            examination.first.number, examination.second.number, basis: .exhibits,
            try await world.actor(.examiner, "AR")
        )
        try await world.conclude(.identification, on: theirs, try await world.actor(.examiner, "AR"))
        try await world.conclude(.identification, on: theirs, try await world.examiner("ana", "AR"))
        #expect(try await world.count("SELECT COUNT(*) FROM exhibit_links WHERE standing = 'hit'") == 3)
        #expect(try await world.count("SELECT COUNT(*) FROM case_hits") == 1)
    }

    @Test("identifications on the screen, or of exhibits of one case, make no hit")
    func noHit() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let first = try await world.actor(.examiner, "BR")
        let second = try await world.examiner("rita", "BR")
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.identification, on: examination, second)
        let sibling = try await world.exhibit("BR-E-2026-000002", "BR", case: "BR-C-2026-000001")
        let oneCase = try await world.registry.examinations.open(
            examination.first.number, sibling, basis: .exhibits, first
        )
        try await world.conclude(.identification, on: oneCase, first)
        try await world.conclude(.identification, on: oneCase, second)
        #expect(try await world.count("SELECT COUNT(*) FROM case_hits") == 0)
        #expect(try await world.registry.examinations.links(first).map(\.standing) == [.lead])
    }

    @Test("nobody verifies their own conclusion, and nobody but an examiner of the laboratory concludes")
    func verifiers() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let first = try await world.actor(.examiner, "BR")
        try await world.conclude(.identification, on: examination, first)
        let own = await world.refusal { try await world.conclude(.identification, on: examination, first) }
        #expect(own?.code == .illegalState)
        let foreign = await world.refusal {
            try await world.conclude(.identification, on: examination, try await world.actor(.examiner, "AR"))
        }
        #expect(foreign?.code == .notFound)
        for role in [Role.bureauDesk, .qualityManager, .officer, .coordinator, .administrator] {
            let refusal = await world.refusal {
                try await world.conclude(.identification, on: examination, try await world.actor(role, "BR"))
            }
            #expect(refusal?.code == .forbidden, "\(role)")
        }
    }

    @Test("a third examiner settles a disagreement with the one they agree with")
    func third() async throws {
        let world = try await World()
        let examination = try await world.opened(basis: .exhibits)
        try await world.conclude(.identification, on: examination, try await world.actor(.examiner, "BR"))
        let two = try await world.conclude(.inconclusiveB, on: examination, try await world.examiner("rita", "BR"))
        #expect(two.state == .disagreed)
        let three = try await world.conclude(.identification, on: examination, try await world.examiner("ivo", "BR"))
        #expect(three.state == .settled)
        #expect(three.outcome == .identification)
        #expect(try await world.count("SELECT COUNT(*) FROM case_hits") == 1)
    }

    @Test("a discussion settles a disagreement, is kept, and replaces no second identification")
    func discussion() async throws {
        let world = try await World()
        let examination = try await world.opened(basis: .exhibits)
        let first = try await world.actor(.examiner, "BR")
        let second = try await world.examiner("rita", "BR")
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.elimination, on: examination, second)
        let stranger = await world.refusal {
            try await world.registry.examinations.discuss(
                examination.number, record: "x", conclusion: .elimination, try await world.examiner("ivo", "BR")
            )
        }
        #expect(stranger?.code == .illegalState)
        let silent = await world.refusal {
            try await world.registry.examinations.discuss(
                examination.number, record: " ", conclusion: .elimination, first)
        }
        #expect(silent?.failures == [FieldFailure("record", "required")])
        let after = try await world.registry.examinations.discuss(
            examination.number, record: "Both looked again at the firing pin drag.", conclusion: .identification, first
        )
        #expect(after.state == .settled)
        #expect(try await world.count("SELECT COUNT(*) FROM case_hits") == 0)
        #expect(try await world.registry.examinations.links(first).map(\.standing) == [.lead])
        let detail = try await world.registry.examinations.detail(examination.number, second)
        #expect(detail.conclusions.map(\.conclusion) == [.identification, .elimination])
        #expect(detail.steps.map(\.kind) == [.opened, .discussed])
    }

    @Test("a lead that the exhibits do not bear out is refuted, and a hit likewise")
    func refuted() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let first = try await world.actor(.examiner, "BR")
        let second = try await world.examiner("rita", "BR")
        let number = examination.number
        try await world.conclude(.inconclusiveA, on: examination, isLikely: true, asksVerification: false, first)
        #expect(try await world.registry.examinations.link(number, first).link.standing == .lead)
        func round(_ conclusion: Conclusion) async throws -> ExhibitLink {
            _ = try await world.registry.examinations.proceed(number, on: .exhibits, first)
            try await world.conclude(conclusion, on: examination, first)
            try await world.conclude(conclusion, on: examination, second)
            return try await world.registry.examinations.link(number, first).link
        }
        #expect(try await round(.identification).standing == .hit)
        let refuted = try await round(.elimination)
        #expect(refuted.standing == .refuted)
        #expect(refuted.hit == nil)
        #expect(try await world.count("SELECT COUNT(*) FROM case_hits WHERE withdrawn_at IS NULL") == 0)
        let back = await world.refusal { try await world.registry.examinations.proceed(number, on: .screen, first) }
        #expect(back?.failures.first?.field == "basis")
        let steps = try await world.registry.examinations.link(number, first).steps
        #expect(steps.map(\.step) == ["lead", "hit", "refuted"])
    }

    @Test("an inconclusive A is a lead only where it is held for likely; other conclusions are none")
    func likely() async throws {
        for (conclusion, isLikely, count) in [
            (Conclusion.inconclusiveA, true, 1), (.inconclusiveA, false, 0), (.inconclusiveB, false, 0),
            (.elimination, false, 0), (.unsuitable, false, 0),
        ] {
            let world = try await World()
            let examination = try await world.opened()
            let examiner = try await world.actor(.examiner, "BR")
            try await world.conclude(conclusion, on: examination, isLikely: isLikely, examiner)
            #expect(try await world.registry.examinations.links(examiner).count == count, "\(conclusion)")
        }
    }

    @Test("everything wrong with a conclusion is told at once")
    func failures() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let examiner = try await world.actor(.examiner, "BR")
        var draft = ConclusionDraft(.elimination, content: ConclusionContent(reasons: "  "))
        draft.isLikely = true
        let refusal = await world.refusal {
            try await world.registry.examinations.conclude(examination.number, draft, examiner)
        }
        #expect(refusal?.failures.map(\.field) == ["reasons", "isLikely", "marks"])
        draft.content.marks = [
            ComparedMarks(
                first: MarkNumber(exhibit: examination.first.number, place: 9),
                second: MarkNumber(exhibit: examination.first.number, place: 1)
            )
        ]
        let unknown = await world.refusal {
            try await world.registry.examinations.conclude(examination.number, draft, examiner)
        }
        #expect(
            unknown?.failures.map(\.field) == ["reasons", "isLikely", "marks[0].first", "marks[0].second"]
        )
    }

    @Test("exhibits of two kinds, of other bureaus alone, or hidden ones are not examined")
    func pairs() async throws {
        let world = try await World()
        let own = try await world.exhibit("BR-E-2026-000001", "BR", case: "BR-C-2026-000001")
        let bullet = try await world.exhibit("BR-E-2026-000002", "BR", case: "BR-C-2026-000001", kind: .bullet)
        let hidden = try await world.exhibit("AR-E-2026-000001", "AR", case: "AR-C-2026-000001", hiddenFrom: ["BR"])
        let kept = try await world.exhibit("AR-E-2026-000002", "AR", case: "AR-C-2026-000001", submission: .kept)
        let theirs = try await world.exhibit("AR-E-2026-000003", "AR", case: "AR-C-2026-000001")
        let others = try await world.exhibit("CL-E-2026-000001", "CL", case: "CL-C-2026-000001")
        let examiner = try await world.actor(.examiner, "BR")
        func refusal(_ first: String, _ second: String) async -> RegistryError? {
            await world.refusal { try await world.registry.examinations.open(first, second, examiner) }
        }
        #expect(await refusal(own, bullet)?.failures.map(\.code) == ["other-kind"])
        #expect(await refusal(own, own)?.failures.map(\.code) == ["same-exhibit"])
        #expect(await refusal(theirs, others)?.code == .forbidden)
        let unknown = await refusal(own, "AR-E-2026-999999")?.failures.map(\.code)
        #expect(unknown == ["unknown-exhibit"])
        #expect(await refusal(own, hidden)?.failures.map(\.code) == unknown)
        #expect(await refusal(own, kept)?.failures.map(\.code) == unknown)
    }

    @Test("an exhibit that is hidden afterwards takes its examinations and links with it")
    func hiddenLater() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let examiner = try await world.actor(.examiner, "BR")
        try await world.conclude(.identification, on: examination, examiner)
        try await world.database.write {
            try $0.execute("UPDATE exhibits SET hidden_from = ',BR,' WHERE number = 'AR-E-2026-000001'")
        }
        for actor in [examiner, try await world.desk("BR"), try await world.actor(.qualityManager, "BR")] {
            #expect(try await world.registry.examinations.list(.all, actor).isEmpty)
            #expect(try await world.registry.examinations.counts(actor).values.allSatisfy { $0 == 0 })
            #expect(try await world.registry.examinations.links(actor).isEmpty)
            #expect(try await world.registry.examinations.newLinkCount(actor) == 0)
            #expect(try await world.registry.examinations.links(ofExhibit: "BR-E-2026-000001", actor).isEmpty)
            #expect(try await world.registry.examinations.links(ofCase: "BR-C-2026-000001", actor).isEmpty)
            let refusal = await world.refusal {
                try await world.registry.examinations.detail(examination.number, actor)
            }
            #expect(refusal == RegistryError(.notFound, subject: examination.number))
            let link = await world.refusal { try await world.registry.examinations.link(examination.number, actor) }
            #expect(link == RegistryError(.notFound, subject: examination.number))
        }
        #expect(try await world.registry.examinations.links(try await world.desk("AR")).count == 1)
    }

    @Test("the exhibit of another bureau is asked for, sent and received, each by its party and once")
    func transfer() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let examiner = try await world.actor(.examiner, "BR")
        let owner = try await world.desk("AR")
        try await world.conclude(.identification, on: examination, examiner)
        let number = examination.number
        func act(_ action: LinkAction, _ actor: Actor) async -> RegistryError.Code? {
            world.clock.advance(seconds: 10)
            return await world.refusal {
                try await world.registry.examinations.act(action, onLink: number, note: "bag 12", actor)
            }?.code
        }
        #expect(await act(.sendExhibit, owner) == .illegalState)
        #expect(await act(.requestExhibit, owner) == .illegalState)
        #expect(await act(.requestExhibit, examiner) == nil)
        #expect(await act(.requestExhibit, examiner) == .illegalState)
        #expect(try await world.registry.examinations.list(.waiting, examiner).map(\.number) == [number])
        #expect(await act(.sendExhibit, examiner) == .illegalState)
        #expect(await act(.sendExhibit, owner) == nil)
        #expect(await act(.receiveExhibit, examiner) == nil)
        #expect(try await world.registry.examinations.list(.waiting, examiner).isEmpty)
        #expect(await act(.acknowledge, owner) == nil)
        #expect(await act(.acknowledge, owner) == .illegalState)
        #expect(try await world.registry.examinations.newLinkCount(owner) == 0)
        #expect(try await world.registry.examinations.newLinkCount(try await world.desk("BR")) == 1)
        #expect(await act(.acknowledge, try await world.desk("CL")) == .notFound)
    }
}
