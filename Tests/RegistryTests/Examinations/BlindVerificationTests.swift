import Firearms
import Storage
import Testing

@testable import Registry

/// Whoever may still have to conclude learns nothing of what others concluded, at any place where they read.
@Suite("Blind verification")
struct BlindVerificationTests {
    /// Everything the registry tells an examiner about a pair.
    private struct Told: Equatable {
        var examination: Examination
        var conclusions: [SignedConclusion]
        var steps: [ExaminationStep]
        var link: ExhibitLink?
        var actions: [ExaminationAction]
        var lists: [ExaminationList: [Examination]] = [:]
        var counts: [ExaminationList: Int]
        var links: [ExhibitLink]
        var newLinks: Int
        var linksOfExhibit: [ExhibitLink]
        var linksOfCase: [ExhibitLink]
    }

    private func told(_ number: String, _ actor: Actor, _ world: World) async throws -> Told {
        let examinations = world.registry.examinations
        let detail = try await examinations.detail(number, actor)
        var told = Told(
            examination: try await examinations.examination(number, actor), conclusions: detail.conclusions,
            steps: detail.steps, link: detail.link, actions: detail.actions,
            counts: try await examinations.counts(actor), links: try await examinations.links(actor),
            newLinks: try await examinations.newLinkCount(actor),
            linksOfExhibit: try await examinations.links(ofExhibit: detail.examination.first.number, actor),
            linksOfCase: try await examinations.links(ofCase: detail.examination.first.caseNumber, actor)
        )
        for list in ExaminationList.allCases { told.lists[list] = try await examinations.list(list, actor) }
        return told
    }

    @Test("the second examiner is told the same whatever the first concluded", arguments: Conclusion.allCases)
    func second(conclusion: Conclusion) async throws {
        var answers: [Told] = []
        for first in [Conclusion.identification, conclusion] {
            let world = try await World()
            let examination = try await world.opened()
            let verifier = try await world.examiner("rita", "BR")
            try await world.conclude(
                first, on: examination, isLikely: first == .inconclusiveA, try await world.actor(.examiner, "BR")
            )
            let told = try await told(examination.number, verifier, world)
            #expect(told.conclusions.isEmpty)
            #expect(told.link == nil)
            #expect(told.links.isEmpty)
            #expect(told.newLinks == 0)
            #expect(told.examination.outcome == nil)
            #expect(told.lists[.toVerify]?.map(\.number) == [examination.number])
            #expect(told.actions == [.conclude])
            answers.append(told)
        }
        #expect(answers[0] == answers[1])
    }

    @Test("a third examiner is told what the second was told: not even that two disagree")
    func third() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let second = try await world.examiner("rita", "BR")
        let third = try await world.examiner("ivo", "BR")
        try await world.conclude(.identification, on: examination, try await world.actor(.examiner, "BR"))
        let before = try await told(examination.number, third, world)
        try await world.conclude(.elimination, on: examination, second)
        #expect(try await told(examination.number, third, world) == before)
        #expect(try await world.registry.examinations.examination(examination.number, second).state == .disagreed)
    }

    @Test("once they have concluded they see every conclusion; once the round is over everybody does")
    func afterwards() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let second = try await world.examiner("rita", "BR")
        let outsider = try await world.examiner("ivo", "BR")
        try await world.conclude(.identification, on: examination, try await world.actor(.examiner, "BR"))
        try await world.conclude(.elimination, on: examination, second)
        let seen = try await told(examination.number, second, world)
        #expect(seen.conclusions.map(\.conclusion) == [.identification, .elimination])
        #expect(seen.links.count == 1)
        #expect(try await told(examination.number, outsider, world).conclusions.isEmpty)
        _ = try await world.registry.examinations.discuss(
            examination.number, record: "Settled.", conclusion: .inconclusiveC, second
        )
        #expect(try await told(examination.number, outsider, world).conclusions.count == 2)
    }

    @Test("a round on the exhibits hides the round on the screen from those who conclude in it")
    func nextRound() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let first = try await world.actor(.examiner, "BR")
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.identification, on: examination, try await world.examiner("rita", "BR"))
        let outsider = try await world.examiner("ivo", "BR")
        _ = try await world.registry.examinations.proceed(examination.number, on: .exhibits, first)
        let told = try await told(examination.number, outsider, world)
        #expect(told.conclusions.isEmpty)
        #expect(told.links.isEmpty)
        #expect(told.link == nil)
        #expect(try await world.registry.examinations.detail(examination.number, first).conclusions.count == 1)
    }

    @Test("a token with fewer scopes lifts no blindness")
    func narrowToken() async throws {
        let world = try await World()
        let examination = try await world.opened()
        try await world.conclude(.identification, on: examination, try await world.actor(.examiner, "BR"))
        var verifier = try await world.examiner("rita", "BR")
        for scopes in [Set([Scope.exhibits]), Set(Scope.allCases)] {
            verifier.scopes = scopes
            #expect(try await told(examination.number, verifier, world).conclusions.isEmpty)
            #expect(try await world.registry.examinations.links(verifier).isEmpty)
        }
    }

    @Test("the journal tells no conclusion")
    func journal() async throws {
        var entries: [[String]] = []
        for conclusion in [Conclusion.inconclusiveC, .elimination] {
            let world = try await World()
            let examination = try await world.opened()
            try await world.conclude(conclusion, on: examination, try await world.actor(.examiner, "BR"))
            let page = try await world.registry.audit.journal(
                JournalFilter(), try await world.actor(.administrator, "BR"))
            entries.append(page.entries.map { "\($0.action) \($0.object) \($0.details)" })
        }
        #expect(entries[0] == entries[1])
        #expect(entries[0].contains { $0.hasPrefix("examination.conclude") })
    }
}
