import Firearms
import Storage
import Testing

@testable import Registry

@Suite("Planted tests")
struct PlantedTestTests {
    private func planted(_ world: World, _ truth: PlantedTest.Truth = .differentSources) async throws -> Examination {
        let first = try await world.exhibit("BR-E-2026-000001", "BR", case: "BR-C-2026-000001", submission: .kept)
        let second = try await world.exhibit("BR-E-2026-000002", "BR", case: "BR-C-2026-000002", submission: .kept)
        return try await world.registry.examinations.plant(
            first, second, truth: truth, note: "set 3", try await world.actor(.qualityManager, "BR")
        )
    }

    @Test("an examiner is told of a planted pair exactly what they are told of casework")
    func indistinguishable() async throws {
        var seen: [ExaminationDetail] = []
        for isPlanted in [true, false] {
            let world = try await World()
            let examiner = try await world.actor(.examiner, "BR")
            let examination: Examination
            if isPlanted {
                examination = try await planted(world)
            } else {
                let first = try await world.exhibit(
                    "BR-E-2026-000001", "BR", case: "BR-C-2026-000001", submission: .kept)
                let second = try await world.exhibit(
                    "BR-E-2026-000002", "BR", case: "BR-C-2026-000002", submission: .kept)
                examination = try await world.registry.examinations.open(first, second, examiner)
            }
            #expect(
                try await world.registry.examinations.list(.toConclude, examiner).map(\.number)
                    == ["BR-X-2026-000001"]
            )
            seen.append(try await world.registry.examinations.detail(examination.number, examiner))
            // And the one who verifies.
            try await world.conclude(.identification, on: examination, examiner)
            seen.append(
                try await world.registry.examinations.detail(
                    examination.number, try await world.examiner("rita", "BR")))
        }
        #expect(seen[0] == seen[2])
        #expect(seen[1] == seen[3])
    }

    @Test("a planted pair makes no link and no hit, and nobody is told", arguments: ExaminationBasis.allCases)
    func noLink(basis: ExaminationBasis) async throws {
        let world = try await World()
        let examination = try await planted(world)
        let first = try await world.actor(.examiner, "BR")
        let second = try await world.examiner("rita", "BR")
        try await world.conclude(.identification, on: examination, first)
        try await world.conclude(.identification, on: examination, second)
        if basis == .exhibits {
            _ = try await world.registry.examinations.proceed(examination.number, on: .exhibits, first)
            try await world.conclude(.identification, on: examination, first)
            try await world.conclude(.identification, on: examination, second)
        }
        #expect(try await world.count("SELECT COUNT(*) FROM exhibit_links") == 0)
        #expect(try await world.count("SELECT COUNT(*) FROM case_hits") == 0)
        #expect(try await world.actions().filter { $0.hasPrefix("link.") || $0.hasPrefix("case-hit.") }.isEmpty)
    }

    @Test("only a quality manager plants and reads the results, of exhibits of the own bureau that no other sees")
    func rights() async throws {
        let world = try await World()
        _ = try await planted(world)
        for role in Role.allCases where role != .qualityManager {
            let actor = try await world.actor(role, "BR")
            #expect(
                await world.refusal { try await world.registry.examinations.proficiency(actor) }?.code == .forbidden)
            let plant = await world.refusal {
                try await world.registry.examinations.plant("a", "b", truth: .sameSource, note: "", actor)
            }
            #expect(plant?.code == .forbidden)
        }
        let manager = try await world.actor(.qualityManager, "BR")
        let submitted = try await world.exhibit("BR-E-2026-000003", "BR", case: "BR-C-2026-000003")
        let foreign = try await world.exhibit("AR-E-2026-000001", "AR", case: "AR-C-2026-000001")
        for other in [submitted, foreign] {
            let refusal = await world.refusal {
                try await world.registry.examinations.plant(
                    "BR-E-2026-000001", other, truth: .sameSource, note: "", manager)
            }
            #expect(refusal?.failures.map(\.code) == ["seen-by-others"])
        }
        let twice = await world.refusal {
            try await world.registry.examinations.plant(
                "BR-E-2026-000002", "BR-E-2026-000001", truth: .sameSource, note: "", manager)
        }
        #expect(twice?.code == .duplicate)
        let elsewhere = try await world.actor(.qualityManager, "AR")
        #expect(try await world.registry.examinations.proficiency(elsewhere).tests.isEmpty)
    }

    @Test("error rates come from the planted pairs, by examiner and by outcome")
    func rates() async throws {
        let world = try await World()
        let examination = try await planted(world)
        try await world.conclude(.identification, on: examination, try await world.actor(.examiner, "BR"))
        try await world.conclude(.elimination, on: examination, try await world.examiner("rita", "BR"))
        try await world.conclude(.elimination, on: examination, try await world.examiner("ivo", "BR"))
        let report = try await world.registry.examinations.proficiency(try await world.actor(.qualityManager, "BR"))
        #expect(report.byConclusion.falseIdentification == Proportion(1, of: 3))
        #expect(report.byOutcome.falseIdentification == Proportion(0, of: 1))
        #expect(report.byOutcome.falseElimination == Proportion(0, of: 0))
        #expect(report.tests.map(\.note) == ["set 3"])
    }

    @Test("Wilson's interval is that of the literature")
    func wilson() throws {
        // Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I, method 3.
        for (count, total, lower, upper) in [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718),
        ] {
            let interval = try #require(Proportion(count, of: total).interval)
            #expect(abs(interval.lowerBound - lower) < 0.0001)
            #expect(abs(interval.upperBound - upper) < 0.0001)
        }
        #expect(Proportion(0, of: 0).interval == nil)
        #expect(Proportion(0, of: 0).share == nil)
    }
}
