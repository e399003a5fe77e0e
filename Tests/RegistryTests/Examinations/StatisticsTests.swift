import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Statistics of laboratories")
struct StatisticsTests {
    private func own(_ world: World, _ actor: Actor) async throws -> LaboratoryStatistics {
        try #require(try await world.registry.examinations.statistics(StatisticsSpan(), actor).first)
    }

    /// Notes what the correlation of the first marks of two exhibits gave.
    private func correlate(_ one: String, _ other: String, score: Double, _ world: World) async throws {
        let now = world.clock.now
        try await world.database.write { connection in
            try connection.execute(
                """
                INSERT INTO correlation_pairs(first_mark, second_mark, first_preparation, second_preparation, score,
                    agreeing, screening, found_at, document)
                SELECT MIN(m.sequence), MAX(m.sequence), 1, 2, ?, 0, 0, ?, '{}' FROM marks m
                JOIN exhibits e ON e.sequence = m.exhibit WHERE e.number IN (?, ?)
                """,
                [.real(score), now.databaseValue, .text(one), .text(other)]
            )
        }
    }

    @Test("entries, leads, hits and the times between them are those that were")
    func figures() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let (first, second) = (try await world.actor(.examiner, "BR"), try await world.examiner("rita", "BR"))
        world.clock.advance(seconds: 540)
        try await correlate(examination.first.number, examination.second.number, score: 0.4, world)
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.identification, on: examination, second)
        world.clock.advance(seconds: 3_600)
        _ = try await world.registry.examinations.proceed(examination.number, on: .exhibits, first)
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.identification, on: examination, second)
        let figures = try await own(world, first)
        #expect(figures.bureau == "BR")
        #expect((figures.entries, figures.leads, figures.hits, figures.refuted) == (1, 1, 1, 0))
        #expect(figures.entryToCorrelation == 540)
        #expect(figures.entryToLead == 600)
        #expect(figures.leadToHit == 3_780)
        #expect(figures.recall.map(\.found) == Array(repeating: Proportion(1, of: 1), count: 3))
        // The owner of the other exhibit entered one and found nothing; the centre sees both laboratories.
        let other = try await own(world, try await world.desk("AR"))
        #expect((other.entries, other.leads, other.hits) == (1, 0, 0))
        let all = try await world.registry.examinations.statistics(StatisticsSpan(), try await world.coordinator())
        #expect(all.map(\.bureau).sorted() == ["AR", "BR"])
        #expect(all.map(\.hits).reduce(0, +) == 1)
        let later = StatisticsSpan(from: world.clock.now.adding(seconds: 1))
        let none = try #require(try await world.registry.examinations.statistics(later, first).first)
        #expect((none.entries, none.leads, none.hits) == (0, 0, 0))
    }

    @Test("recall counts the places in the list of the later exhibit, as far as its reader may know the others")
    func recall() async throws {
        let world = try await World()
        let examination = try await world.opened(basis: .exhibits)
        let (first, second) = (try await world.actor(.examiner, "BR"), try await world.examiner("rita", "BR"))
        try await correlate(examination.first.number, examination.second.number, score: 0.4, world)
        for number in 1...2 {
            let better = try await world.exhibit("CL-E-2026-00000\(number)", "CL", case: "CL-C-2026-000001")
            try await correlate(better, examination.second.number, score: 0.5, world)
        }
        let kept = try await world.exhibit("CL-E-2026-000003", "CL", case: "CL-C-2026-000001", submission: .kept)
        try await correlate(kept, examination.second.number, score: 0.6, world)
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.identification, on: examination, second)
        let recall = try await own(world, first).recall
        #expect(recall.map(\.rank) == [1, 10, 50])
        #expect(recall.map(\.found.count) == [0, 1, 1])
    }

    @Test("planted pairs count nowhere; to an examiner their exhibits count while the test runs")
    func planted() async throws {
        let world = try await World()
        _ = try await world.opened()
        let one = try await world.exhibit("BR-E-2026-000008", "BR", case: "BR-C-2026-000008", submission: .kept)
        let two = try await world.exhibit("BR-E-2026-000009", "BR", case: "BR-C-2026-000009", submission: .kept)
        let manager = try await world.actor(.qualityManager, "BR")
        let test = try await world.registry.examinations.plant(one, two, truth: .sameSource, note: "", manager)
        let examiner = try await world.actor(.examiner, "BR")
        #expect(try await own(world, manager).entries == 1)
        #expect(try await own(world, examiner).entries == 3)
        try await world.conclude(.identification, on: test, examiner)
        try await world.conclude(.identification, on: test, try await world.examiner("rita", "BR"))
        #expect(try await own(world, examiner).entries == 1)
        #expect(try await own(world, examiner).leads == 0)
    }

    @Test("a lead that is kept from a blind examiner is missing from their figures")
    func blind() async throws {
        let world = try await World()
        let examination = try await world.opened()
        let blind = try await world.examiner("rita", "BR")
        let before = try await own(world, blind)
        try await world.conclude(.identification, on: examination, try await world.actor(.examiner, "BR"))
        #expect(try await own(world, blind) == before)
        #expect(try await own(world, try await world.desk("BR")).leads == 1)
    }

    @Test("the median is the middle value")
    func median() {
        #expect(ExaminationService.median([]) == nil)
        #expect(ExaminationService.median([3, 1, 2]) == 2)
        #expect(ExaminationService.median([4, 1, 2, 3]) == 2.5)
    }
}
